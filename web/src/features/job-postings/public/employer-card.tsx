import { Link } from 'react-router';
import { organisationWordsMessages } from '@/features/organisations/public/organisation-words.messages';
import { useFormat } from '@/shared/format/use-format';
import { useText } from '@/shared/i18n/messages';
import { Badge } from '@/shared/ui/badge';
import type { PostingProps } from './posting-view';
import { postingMessages } from './posting.messages';
import { postingWordsMessages } from './posting-words.messages';

/** Who offers the work, and whether the bureau has verified it. */
export function EmployerCard({ posting }: PostingProps) {
  const text = useText(postingMessages);
  const word = useText(postingWordsMessages);
  const organisationWord = useText(organisationWordsMessages);
  const { date } = useFormat();
  const { organisation } = posting;
  return (
    <aside className="gq-card gq-posting-employer" aria-label={text('employer')}>
      <h2 className="gq-posting-subheading">{text('employer')}</h2>
      <p className="gq-posting-employer-name">
        {organisation === null ? (
          (posting.employerName ?? word('employerUnknown'))
        ) : (
          <Link to={`/organisations/${organisation.id}`}>{organisation.name}</Link>
        )}
      </p>
      {organisation && (
        <>
          <p className="gq-posting-marks">
            {organisation.standing === 'VERIFIED' ? (
              <Badge tone="good">{text('employerVerified')}</Badge>
            ) : (
              <Badge tone="warn">{text('employerNotVerified')}</Badge>
            )}
            <Badge>{organisationWord(`kind_${organisation.kind}`)}</Badge>
          </p>
          <ul className="gq-posting-employer-facts">
            {organisation.verifiedAt !== null && (
              <li>{text('employerVerifiedAt', { day: date(organisation.verifiedAt) })}</li>
            )}
            {organisation.industry && <li>{organisation.industry.name}</li>}
            {organisation.sizeBand && <li>{organisationWord(`size_${organisation.sizeBand}`)}</li>}
            {organisation.region && <li>{organisation.region.fullName}</li>}
          </ul>
          {organisation.description && (
            <p className="gq-posting-employer-text">{organisation.description}</p>
          )}
          <Link to={`/organisations/${organisation.id}`}>{text('employerPage')}</Link>
        </>
      )}
    </aside>
  );
}
