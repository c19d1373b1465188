import type { ReactNode } from 'react';
import type { Text } from '@/shared/i18n/messages';
import './matching.css';

type Term =
  'BACKGROUND' | 'EXPERIENCE' | 'INTEREST' | 'MAJOR' | 'PAY' | 'PLACE' | 'SKILLS' | 'WORK';
type Degree = 'full' | 'part' | 'none';

export interface MatchReason {
  readonly name: Term;
  readonly points: number;
  readonly maximum: number;
  /** False: the points are what pairs have on average. */
  readonly isKnown: boolean;
  readonly evidence: readonly string[];
  readonly missing: readonly string[];
}

/** Texts for those who read the reasons: the person, or the employer. */
export type ReasonKey =
  | 'score'
  | 'reasons'
  | 'points'
  | 'missing'
  | 'unknown'
  | 'comma'
  | `reason_${Term}`
  | `${Degree}_${Term}`;

export interface MatchReasonsProps {
  readonly score: number;
  readonly reasons: readonly MatchReason[];
  readonly text: Text<ReasonKey>;
  /** Shows all of them from the beginning. */
  readonly isOpen?: boolean;
  /** Stands behind skills that are missing. */
  readonly addMissing?: ReactNode;
  /** What else there is to say about the place in the list. */
  readonly children?: ReactNode;
}

/** A score as the sum of its reasons: each a sentence and a bar. */
export function MatchReasons(props: MatchReasonsProps) {
  const { score, reasons, text, isOpen = false, addMissing, children } = props;
  const shown = reasons.filter((reason) => reason.maximum > 0);
  const maximum = reasons.reduce((sum, reason) => sum + reason.maximum, 0);
  return (
    <details className="gq-match" open={isOpen}>
      <summary>
        <strong>{text('score', { score, maximum })}</strong>
        <span className="gq-match-best">
          {best(shown).map((reason) => (
            <span key={reason.name}>{sentence(text, reason)}</span>
          ))}
        </span>
      </summary>
      <ReasonList reasons={shown} text={text} addMissing={addMissing} />
      {children}
    </details>
  );
}

/** The two reasons that say most. */
function best(reasons: readonly MatchReason[]): readonly MatchReason[] {
  return reasons
    .filter(({ points, maximum, isKnown }) => isKnown && points >= maximum / 2)
    .toSorted((a, b) => b.points - a.points)
    .slice(0, 2);
}

export interface ReasonListProps extends Pick<MatchReasonsProps, 'reasons' | 'addMissing'> {
  readonly text: Text<ReasonKey>;
}

export function ReasonList({ reasons, text, addMissing }: ReasonListProps) {
  return (
    <ul className="gq-match-reasons" aria-label={text('reasons')}>
      {reasons.map((reason) => (
        <li key={reason.name}>
          <Reason reason={reason} text={text} addMissing={addMissing} />
        </li>
      ))}
    </ul>
  );
}

function Reason({
  reason,
  text,
  addMissing,
}: Omit<ReasonListProps, 'reasons'> & { readonly reason: MatchReason }) {
  const { name, points, maximum, isKnown, missing } = reason;
  return (
    <>
      <span className="gq-match-name">{text(`reason_${name}`)}</span>
      {/* The bar repeats the points beside it. */}
      <svg
        className="gq-match-bar"
        viewBox="0 0 100 8"
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        <rect className="gq-match-track" width="100" height="8" rx="4" />
        <rect
          className={isKnown ? 'gq-match-fill' : 'gq-match-fill gq-match-average'}
          width={(100 * points) / maximum}
          height="8"
          rx="4"
        />
      </svg>
      <span className="gq-match-points">{text('points', { points, maximum })}</span>
      <p>
        {sentence(text, reason)}
        {missing.length > 0 && (
          <span className="gq-match-missing">
            {text('missing', { missing: missing.join(text('comma')) })}{' '}
            {name === 'SKILLS' && addMissing}
          </span>
        )}
      </p>
    </>
  );
}

/** A reason in words, with what it rests on. */
function sentence(
  text: Text<ReasonKey>,
  { name, points, maximum, isKnown, evidence }: MatchReason,
): string {
  const values = { evidence: evidence.join(text('comma')) };
  if (!isKnown) return text('unknown', values);
  const degree = points === maximum ? 'full' : points > 0 ? 'part' : 'none';
  return text(`${degree}_${name}`, values);
}
