import { Link } from 'react-router';
import { OwnPostingFigures } from '@/graphql/generated/features/job-postings/own/overview/own-posting';
import { useFormat } from '@/shared/format/use-format';
import { useOperation } from '@/shared/graphql/query';
import { useText } from '@/shared/i18n/messages';
import { Section } from '@/shared/ui/page';
import type { OwnPosting } from './own-posting-page';
import { overviewMessages } from './overview.messages';

const FIGURES = ['all', 'applied', 'shortlisted', 'interviewing', 'offered', 'hired'] as const;

/** How many applications stand at each stage, and how many seats are left. */
export function FiguresSection({
  organisationId,
  posting,
}: {
  readonly organisationId: string;
  readonly posting: OwnPosting;
}) {
  const text = useText(overviewMessages);
  const { number } = useFormat();
  const wasPublished = posting.publishedAt !== null;
  const { data } = useOperation(
    OwnPostingFigures,
    { id: posting.id },
    { enabled: wasPublished, pollMs: 60_000 },
  );
  if (!wasPublished) return null;
  return (
    <Section
      title={text('figures')}
      actions={
        <Link
          className="gq-button"
          to={`/work/${organisationId}/postings/${posting.id}/candidates`}
        >
          {text('toBoard')}
        </Link>
      }
    >
      <dl className="gq-own-posting-figures">
        {FIGURES.map((name) => {
          const count = data?.[name].totalCount;
          return (
            <div key={name}>
              <dt>{text(name)}</dt>
              <dd>{count == null ? '–' : number(count)}</dd>
            </div>
          );
        })}
        <div>
          <dt>{text('seatsFree')}</dt>
          <dd>{posting.freeSeats === null ? '–' : number(posting.freeSeats)}</dd>
        </div>
      </dl>
    </Section>
  );
}
