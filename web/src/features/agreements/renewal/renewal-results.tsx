import { Link } from 'react-router';
import { useText } from '@/shared/i18n/messages';
import { Section } from '@/shared/ui/page';
import { renewalMessages } from './renewal.messages';

/** What became of one agreement that was to be renewed. */
export interface RenewalResult {
  readonly agreementId: string;
  readonly title: string;
  readonly renewalId?: string | null;
  readonly refusalMessage?: string | null;
}

export function RenewalResults({
  results,
  organisationId,
}: {
  readonly results: readonly RenewalResult[];
  readonly organisationId: string;
}) {
  const text = useText(renewalMessages);
  return (
    <Section title={text('results')}>
      <ul role="status">
        {results.map(({ agreementId, title, renewalId, refusalMessage }) => (
          <li key={agreementId}>
            {title} · {renewalId ? text('done') : refusalMessage}{' '}
            {renewalId && (
              <Link to={`/work/${organisationId}/agreements/${renewalId}/edit`}>
                {text('open')}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
