import {
  ExplainedMatch,
  type ExplainedMatchQuery,
} from '@/graphql/generated/features/matching/outlook/outlook';
import { useFormat } from '@/shared/format/use-format';
import { useOperation } from '@/shared/graphql/query';
import { useText } from '@/shared/i18n/messages';
import { Section } from '@/shared/ui/page';
import { Loaded } from '@/shared/ui/states';
import { MatchReasons } from '../match-reasons';
import { matchingMessages } from '../matching.messages';
import { ChangeList } from './change-list';
import { outlookMessages } from './outlook.messages';
import './outlook.css';

type Unknown = Exclude<Explained['unknown'][number], 'AUDIENCE' | 'HIDDEN' | 'SEATS'>;
type Explained = NonNullable<ExplainedMatchQuery['explainMatch']>;

/** How a posting fits the viewer, its place among all that fit, and what would raise it. */
export function OwnMatch({ postingId }: { readonly postingId: string }) {
  const text = useText(outlookMessages);
  const query = useOperation(ExplainedMatch, { jobPostingId: postingId });
  if (query.data?.explainMatch === null) return null;
  return (
    <Section title={text('own')}>
      <Loaded of={query}>
        {({ explainMatch }) => explainMatch && <Explanation explained={explainMatch} />}
      </Loaded>
    </Section>
  );
}

function Explanation({ explained }: { readonly explained: Explained }) {
  const text = useText(outlookMessages);
  const reasons = useText(matchingMessages);
  const { number } = useFormat();
  const { score, unmet, standing } = explained;
  // Only what both sides could say something about: seats and audiences are always known.
  const unknown = explained.unknown.filter(isNamed);
  const { rank, fittingCount, changes } = standing;
  return (
    <>
      {unmet.length > 0 ? (
        <div className="gq-outlook-unmet">
          <p>{text('unmet')}</p>
          <ul>
            {unmet.map((name) => (
              <li key={name}>{text(`unmet_${name}`)}</li>
            ))}
          </ul>
        </div>
      ) : (
        <p className="gq-outlook-lead">
          {rank === null
            ? text('notRanked')
            : text('rank', { rank: number(rank), count: fittingCount })}
        </p>
      )}
      {unknown.length > 0 && (
        <p className="gq-outlook-lead">
          {text('unknown', {
            names: unknown.map((name) => text(`unknown_${name}`)).join(reasons('comma')),
          })}
        </p>
      )}
      <MatchReasons score={score} reasons={explained.reasons} text={reasons} isOpen />
      {changes.length > 0 && (
        <>
          <h3 className="gq-outlook-heading">{text('changes')}</h3>
          <p className="gq-outlook-lead">{text('changesText')}</p>
          <ChangeList changes={changes} />
        </>
      )}
    </>
  );
}

function isNamed(name: Explained['unknown'][number]): name is Unknown {
  return name !== 'AUDIENCE' && name !== 'HIDDEN' && name !== 'SEATS';
}
