import { Link } from 'react-router';
import { useText } from '@/shared/i18n/messages';
import { matchingMessages } from './matching.messages';
import './matching.css';

export interface MatchReason {
  readonly name: 'BACKGROUND' | 'PAY' | 'PLACE' | 'SKILLS' | 'WORK';
  readonly points: number;
  readonly maximum: number;
  readonly evidence: readonly string[];
  readonly missing: readonly string[];
}

export interface MatchReasonsProps {
  readonly score: number;
  readonly reasons: readonly MatchReason[];
}

/** A score as the sum of its reasons: each a sentence and a bar. */
export function MatchReasons({ score, reasons }: MatchReasonsProps) {
  const text = useText(matchingMessages);
  const sentence = useSentence();
  const maximum = reasons.reduce((sum, reason) => sum + reason.maximum, 0);
  return (
    <details className="gq-match">
      <summary>
        <strong>{text('score', { score, maximum })}</strong>
        <span className="gq-match-best">
          {best(reasons).map((reason) => (
            <span key={reason.name}>{sentence(reason)}</span>
          ))}
        </span>
      </summary>
      <ul className="gq-match-reasons" aria-label={text('reasons')}>
        {reasons.map((reason) => (
          <li key={reason.name}>
            <Reason reason={reason} />
          </li>
        ))}
      </ul>
    </details>
  );
}

/** The two reasons that say most. */
function best(reasons: readonly MatchReason[]): readonly MatchReason[] {
  return reasons
    .filter(({ points, maximum }) => points >= maximum / 2)
    .toSorted((a, b) => b.points - a.points)
    .slice(0, 2);
}

function Reason({ reason }: { readonly reason: MatchReason }) {
  const text = useText(matchingMessages);
  const sentence = useSentence();
  const { name, points, maximum, missing } = reason;
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
        <rect className="gq-match-fill" width={(100 * points) / maximum} height="8" rx="4" />
      </svg>
      <span className="gq-match-points">{text('points', { points, maximum })}</span>
      <p>
        {sentence(reason)}
        {missing.length > 0 && (
          <span className="gq-match-missing">
            {text('missing', { missing: missing.join(text('comma')) })}{' '}
            <Link to="/me/profile?step=skills">{text('addSkills')}</Link>
          </span>
        )}
      </p>
    </>
  );
}

/** A reason in words, with what it rests on. */
function useSentence(): (reason: MatchReason) => string {
  const text = useText(matchingMessages);
  return ({ name, points, maximum, evidence }) => {
    if (name === 'PAY' && evidence.length > 0)
      return text('stated_PAY', { evidence: evidence.join(text('comma')) });
    const degree = points === maximum ? 'full' : points > 0 ? 'part' : 'none';
    return text(`${degree}_${name}`, { evidence: evidence.join(text('comma')) });
  };
}
