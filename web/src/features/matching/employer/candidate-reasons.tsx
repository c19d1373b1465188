import { useText } from '@/shared/i18n/messages';
import type { MatchReason } from '../match-reasons';
import { recommendedMessages } from './recommended.messages';
import '../matching.css';

export interface CandidateReasonsProps {
  readonly score: number;
  readonly reasons: readonly MatchReason[];
}

/** Why somebody is recommended, as the employer reads it: each reason with its points. */
export function CandidateReasons({ score, reasons }: CandidateReasonsProps) {
  const text = useText(recommendedMessages);
  const maximum = reasons.reduce((sum, reason) => sum + reason.maximum, 0);
  return (
    <details className="gq-match">
      <summary>
        <strong>{text('score', { score, maximum })}</strong>
        <span className="gq-match-best">
          <span>
            {reasons
              .filter((reason) => reason.points >= reason.maximum / 2)
              .map(({ name }) => text(`reason_${name}`))
              .join(text('comma'))}
          </span>
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

function Reason({ reason }: { readonly reason: MatchReason }) {
  const text = useText(recommendedMessages);
  const { name, points, maximum, evidence, missing } = reason;
  const degree = points === maximum ? 'full' : points > 0 ? 'part' : 'none';
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
        {text(`${degree}_${name}`, { evidence: evidence.join(text('comma')) })}
        {missing.length > 0 && (
          <span className="gq-match-missing">
            {text('missing', { missing: missing.join(text('comma')) })}
          </span>
        )}
      </p>
    </>
  );
}
