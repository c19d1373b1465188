import { AgreementEvents } from '@/graphql/generated/features/agreements/evidence/evidence';
import { useFormat } from '@/shared/format/use-format';
import { useOperation } from '@/shared/graphql/query';
import { useText } from '@/shared/i18n/messages';
import { Steps } from '@/shared/ui/facts';
import { Section } from '@/shared/ui/page';
import { Loaded } from '@/shared/ui/states';
import type { AgreementSectionProps } from '../agreement-section';
import { agreementMessages } from '../agreement.messages';
import { evidenceMessages } from '../evidence/evidence.messages';

/** What happened to it, as its chain of events has it. */
export function HistorySection({ agreement }: AgreementSectionProps) {
  const text = useText(agreementMessages);
  const words = useText(evidenceMessages);
  const { dateTime } = useFormat();
  const query = useOperation(AgreementEvents, { id: agreement.id });
  return (
    <Section title={text('history')}>
      <Loaded of={query}>
        {({ agreement: found }) => (
          <Steps
            steps={(found?.events ?? []).map((event, i) => {
              const { sequence, kindName, actor, partyPosition, refusalCode, reason } = event;
              const party = found?.parties.find(({ position }) => position === partyPosition);
              const notes = [
                actor?.displayName ?? words('platform'),
                party && words('party', { name: party.name }),
                refusalCode && words('refused', { code: refusalCode }),
                sequence === null && words('beforeChain'),
                reason,
              ].filter((note) => typeof note === 'string' && note !== '');
              return {
                key: String(sequence ?? `before-${String(i)}`),
                at: dateTime(event.occurredAt),
                title: kindName,
                note: notes.join(' · '),
              };
            })}
          />
        )}
      </Loaded>
    </Section>
  );
}
