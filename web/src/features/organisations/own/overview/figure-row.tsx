import { Link } from 'react-router';
import {
  BureauFigures,
  CollegeFigures,
  EmployerFigures,
} from '@/graphql/generated/features/organisations/own/overview/overview';
import type { OrganisationKind } from '@/graphql/generated/features/organisations/own/overview/overview';
import { useFormat } from '@/shared/format/use-format';
import { useOperation } from '@/shared/graphql/query';
import { useText } from '@/shared/i18n/messages';
import { overviewMessages } from './overview.messages';

interface Counted {
  readonly totalCount: number | null;
}

/** Live counts that lead to their lists; those the viewer may not count are left out. */
export function FigureRow({ id, kind }: { readonly id: string; readonly kind: OrganisationKind }) {
  const text = useText(overviewMessages);
  const format = useFormat();
  const isBureau = kind === 'HR_BUREAU';
  const isCollege = kind === 'COLLEGE';
  const employer = useOperation(EmployerFigures, { id }, { enabled: !isBureau && !isCollege }).data;
  const college = useOperation(CollegeFigures, { id }, { enabled: isCollege }).data;
  const bureau = useOperation(BureauFigures, {}, { enabled: isBureau }).data;
  const figures: readonly (readonly [Parameters<typeof text>[0], string, Counted | undefined])[] = [
    ['openPostings', 'postings', employer?.openPostings],
    ['newApplications', 'postings', employer?.newApplications],
    ['interviews', 'interviews', employer?.interviews],
    ['claims', 'students', college?.claims],
    ['confirmed', 'students', college?.students],
    ['agreements', 'agreements', college?.agreements],
    ['verifications', 'verifications', bureau?.verificationQueue],
    ['reviews', 'reviews', bureau?.jobPostingReviewQueue],
    ['reports', 'reports', bureau?.jobPostingReportQueue],
  ];
  const shown = figures.flatMap(([label, path, counted]) =>
    counted?.totalCount == null ? [] : [{ label, path, count: counted.totalCount }],
  );
  if (shown.length === 0) return null;
  return (
    <ul className="gq-own-figures" aria-label={text('figures')}>
      {shown.map(({ label, path, count }) => (
        <li key={label}>
          <Link to={`/work/${id}/${path}`}>
            <span className="gq-own-figure">{format.number(count)}</span>
            {text(label)}
          </Link>
        </li>
      ))}
    </ul>
  );
}
