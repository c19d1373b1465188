import { Alert, Button } from 'antd';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import {
  ApplyJobPostingImport,
  JobPostingImportIssues,
  type PostingImportFragment,
} from '@/graphql/generated/features/job-postings/own/import/import';
import { useFormat } from '@/shared/format/use-format';
import { useAttempt } from '@/shared/forms/use-attempt';
import { useAction } from '@/shared/graphql/action';
import { usePages } from '@/shared/graphql/pages';
import { useText } from '@/shared/i18n/messages';
import { Section } from '@/shared/ui/page';
import { MoreButton, Records } from '@/shared/ui/records';
import { Loaded } from '@/shared/ui/states';
import { importMessages } from './import.messages';
import { useIssueWords } from './issue-words';

export interface ImportReportProps {
  readonly organisationId: string;
  readonly shown: PostingImportFragment;
  readonly onChange: (changed: PostingImportFragment) => void;
}

/** What the table would become, row by row where there is a problem, and the step that writes it. */
export function ImportReport({ organisationId, shown, onChange }: ImportReportProps) {
  const text = useText(importMessages);
  const { number } = useFormat();
  const attempt = useAttempt();
  const apply = useAction(ApplyJobPostingImport, {
    refreshes: ['JobPostingImports', 'OwnPostings', 'OwnPostingCounts'],
    onDone: ({ import: changed }) => changed && onChange(changed),
  });
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    place.current?.focus({ preventScroll: true });
    place.current?.scrollIntoView({ block: 'start' });
  }, []);
  const { id, fileName, state, rowCount, createdCount, refusedCount } = shown;
  return (
    <div ref={place} tabIndex={-1} className="gq-own-report">
      <Section title={state === 'PREVIEWED' ? text('step3') : text('reportOf', { file: fileName })}>
        <ul className="gq-own-sums">
          <li>{text('readRows', { count: number(rowCount) })}</li>
          <li className="gq-own-present">{text('goodRows', { count: number(createdCount) })}</li>
          {refusedCount > 0 && (
            <li className="gq-own-missing">{text('badRows', { count: number(refusedCount) })}</li>
          )}
        </ul>
        {refusedCount === 0 ? <p>{text('allGood')}</p> : <Issues importId={id} />}
        {state === 'FINISHED' && (
          <Alert
            type="success"
            showIcon
            title={text('applied', { count: createdCount })}
            action={
              <Link to={`/work/${organisationId}/postings?state=drafts`}>{text('toDrafts')}</Link>
            }
          />
        )}
        {state === 'PREVIEWED' &&
          (createdCount === 0 ? (
            <Alert type="warning" showIcon title={text('nothing')} />
          ) : (
            <Button
              type="primary"
              loading={apply.isRunning}
              onClick={() => void attempt(() => apply.run({ importId: id }))}
            >
              {text('apply', { count: createdCount })}
            </Button>
          ))}
      </Section>
    </div>
  );
}

function Issues({ importId }: { readonly importId: string }) {
  const text = useText(importMessages);
  const words = useIssueWords();
  const pages = usePages(
    JobPostingImportIssues,
    { importId },
    ({ jobPostingImportIssues }) => jobPostingImportIssues,
  );
  return (
    <Loaded of={pages}>
      {({ nodes }) => (
        <div className="gq-own-issues">
          <p className="gq-own-explain">{text('notTaken')}</p>
          <Records
            caption={text('notTaken')}
            records={nodes}
            keyOf={({ line, field, reason }) => `${line} ${field} ${reason}`}
            columns={[
              {
                key: 'line',
                title: text('line'),
                isHead: true,
                render: ({ line }) => text('lineNumber', { line }),
              },
              { key: 'field', title: text('field'), render: ({ field }) => words.field(field) },
              {
                key: 'reason',
                title: text('reason'),
                render: ({ reason }) => words.reason(reason),
              },
            ]}
          />
          <MoreButton pages={pages} />
        </div>
      )}
    </Loaded>
  );
}
