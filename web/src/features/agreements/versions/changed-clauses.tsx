import type { AgreementComparisonQuery } from '@/graphql/generated/features/agreements/versions/versions';
import { useText } from '@/shared/i18n/messages';
import { Badge } from '@/shared/ui/badge';
import { ClauseHeading } from '../text/clause-heading';
import { Mark } from './mark';
import { versionsMessages } from './versions.messages';

type Clauses = NonNullable<
  NonNullable<AgreementComparisonQuery['agreement']>['comparison']
>['clauses'];
type Clause = Clauses[number];

const TONES = { CHANGED: 'warn', ADDED: 'good', REMOVED: 'bad', UNCHANGED: 'neutral' } as const;

/** Clauses that are not what they were; of the others their number. */
export function ChangedClauses({ clauses }: { readonly clauses: Clauses }) {
  const text = useText(versionsMessages);
  const changed = clauses.filter(({ change, isMoved }) => change !== 'UNCHANGED' || isMoved);
  const rest = clauses.length - changed.length;
  return (
    <>
      {changed.map((clause) => (
        <article key={clause.key} className="gq-versions-clause">
          <ClauseHeading position={clause.positionAfter ?? clause.positionBefore ?? 0}>
            <Segments of={clause.heading} />
          </ClauseHeading>
          <p className="gq-versions-line">
            {clause.change !== 'UNCHANGED' && (
              <Badge tone={TONES[clause.change]}>{text(`change_${clause.change}`)}</Badge>
            )}
            {clause.isMoved && (
              <Badge tone="accent">{text('moved', { place: clause.positionBefore ?? 0 })}</Badge>
            )}
          </p>
          <div className="gq-agreements-terms">
            <Segments of={clause.body} />
          </div>
        </article>
      ))}
      {changed.length > 0 && rest > 0 && (
        <p className="gq-agreements-soft">{text('unchanged', { count: rest })}</p>
      )}
    </>
  );
}

function Segments({ of }: { readonly of: Clause['body'] }) {
  return of.map(({ kind, text: piece }, place) =>
    kind === 'KEPT' ? (
      <span key={place}>{piece}</span>
    ) : (
      <Mark key={place} kind={kind}>
        {piece}
      </Mark>
    ),
  );
}
