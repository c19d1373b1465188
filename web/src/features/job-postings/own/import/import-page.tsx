import { useState } from 'react';
import { useParams } from 'react-router';
import type { PostingImportFragment } from '@/graphql/generated/features/job-postings/own/import/import';
import { useText } from '@/shared/i18n/messages';
import { Page as PageFrame, Section } from '@/shared/ui/page';
import { EmptyState } from '@/shared/ui/states';
import { membershipsOf, useViewer } from '@/shared/viewer/use-viewer';
import { ImportHistory } from './import-history';
import { ImportReport } from './import-report';
import { importMessages } from './import.messages';
import { TableUpload } from './table-upload';
import '../own-postings.css';

/** From an organisation's own table to drafts: template, check, report, import, undo. */
export function Page() {
  const text = useText(importMessages);
  const { organisationId = '' } = useParams();
  const [shown, setShown] = useState<PostingImportFragment | null>(null);
  const membership = membershipsOf(useViewer()).find(
    ({ organisation }) => organisation.id === organisationId,
  );
  if (membership?.role === 'VIEWER')
    return (
      <PageFrame title={text('title')}>
        <EmptyState title={text('mayNot')} />
      </PageFrame>
    );
  return (
    <PageFrame title={text('title')} lead={text('lead')}>
      <Section title={text('step1')}>
        <p className="gq-own-explain">{text('step1Text')}</p>
        <div className="gq-actions">
          <a className="gq-own-link" href="/templates/job-postings.xlsx" download>
            {text('xlsx')}
          </a>
          <a className="gq-own-link" href="/templates/job-postings.csv" download>
            {text('csv')}
          </a>
        </div>
      </Section>
      <Section title={text('step2')}>
        <TableUpload organisationId={organisationId} onRead={setShown} />
      </Section>
      {shown && (
        <ImportReport
          key={shown.id}
          organisationId={organisationId}
          shown={shown}
          onChange={setShown}
        />
      )}
      <ImportHistory organisationId={organisationId} onShow={setShown} />
    </PageFrame>
  );
}
