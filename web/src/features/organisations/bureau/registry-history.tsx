import {
  RegistryHistory,
  type RegistryHistoryQuery,
} from '@/graphql/generated/features/organisations/bureau/registry';
import { useFormat } from '@/shared/format/use-format';
import { usePages } from '@/shared/graphql/pages';
import { useText } from '@/shared/i18n/messages';
import { Steps } from '@/shared/ui/facts';
import { MoreButton } from '@/shared/ui/records';
import { EmptyState, Loaded } from '@/shared/ui/states';
import { registryWords } from './registry-words.messages';
import { registryMessages } from './registry.messages';

type Entry = NonNullable<RegistryHistoryQuery['organisationHistory']>['nodes'][number];

/** What happened to the organisation, newest first. */
export function RegistryHistoryPart({ organisationId }: { readonly organisationId: string }) {
  const text = useText(registryMessages);
  const words = useText(registryWords);
  const { dateTime } = useFormat();
  const pages = usePages(
    RegistryHistory,
    { organisationId, first: 20 },
    (data) => data.organisationHistory ?? null,
  );
  const titleOf = ({ change, toStanding, subject }: Entry): string =>
    text(`change_${change}`, {
      standing: toStanding ? words(`standing_${toStanding}`) : '',
      name: subject?.displayName ?? '–',
    });
  const noteOf = ({ actor, reasonText }: Entry): string =>
    [actor ? text('by', { name: actor.displayName }) : null, reasonText].filter(Boolean).join('\n');
  return (
    <Loaded of={pages}>
      {({ nodes }) =>
        nodes.length === 0 ? (
          <EmptyState />
        ) : (
          <>
            <Steps
              steps={nodes.map((entry) => ({
                key: entry.id,
                at: dateTime(entry.occurredAt),
                title: titleOf(entry),
                note: noteOf(entry),
              }))}
            />
            <MoreButton pages={pages} />
          </>
        )
      }
    </Loaded>
  );
}
