import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import {
  DismissReport,
  ReportCounts,
  ReportQueue,
  UpholdReport,
  type ReportQueueQuery,
} from '@/graphql/generated/features/job-postings/review/reports';
import { useFormat } from '@/shared/format/use-format';
import { ActionDialog } from '@/shared/forms/action-dialog';
import { useAction } from '@/shared/graphql/action';
import { usePages } from '@/shared/graphql/pages';
import { useOperation } from '@/shared/graphql/query';
import { useText } from '@/shared/i18n/messages';
import { useFilters } from '@/shared/routing/use-filters';
import { Badge } from '@/shared/ui/badge';
import { Due } from '@/shared/ui/due';
import { FilterTabs } from '@/shared/ui/filter-tabs';
import { toast } from '@/shared/ui/toasts';
import { Page as Frame } from '@/shared/ui/page';
import { MoreButton } from '@/shared/ui/records';
import { EmptyState, Loaded } from '@/shared/ui/states';
import { uiMessages } from '@/shared/ui/ui.messages';
import { reportsMessages } from './reports.messages';
import './review.css';

type Report = ReportQueueQuery['jobPostingReportQueue']['nodes'][number];

const TABS = ['all', 'overdue'] as const;
const POLL_MS = 60_000;
const REFRESHES = ['ReportQueue', 'ReportCounts', 'ReviewedPosting'];

export function Page() {
  const text = useText(reportsMessages);
  const { number } = useFormat();
  const [filters, setFilters] = useFilters<'show'>();
  const tab = TABS.find((name) => name === filters.show) ?? 'all';
  const counts = useOperation(ReportCounts, {}, { pollMs: POLL_MS });
  const pages = usePages(
    ReportQueue,
    { isOverdue: tab === 'overdue' ? true : null, first: 20 },
    (data) => data.jobPostingReportQueue,
    { pollMs: POLL_MS },
  );
  return (
    <Frame title={text('title')} lead={text('lead')}>
      <FilterTabs
        label={text('filter')}
        value={tab}
        onChange={(show) => setFilters({ show: show === 'all' ? null : show })}
        tabs={TABS.map((name) => ({
          value: name,
          label: text(name),
          count: counts.data ? number(counts.data[name].totalCount ?? 0) : null,
        }))}
      />
      <Loaded of={pages}>
        {({ nodes }) =>
          nodes.length === 0 ? (
            <div className="gq-card">
              <EmptyState title={text('none')}>
                <p>{text('noneText')}</p>
              </EmptyState>
            </div>
          ) : (
            <>
              {nodes.map((report) => (
                <ReportCard key={report.id} report={report} />
              ))}
              <MoreButton pages={pages} />
            </>
          )
        }
      </Loaded>
    </Frame>
  );
}

function ReportCard({ report }: { readonly report: Report }) {
  const text = useText(reportsMessages);
  const { dateTime } = useFormat();
  const { organisationId = '' } = useParams();
  const [answer, setAnswer] = useState<'uphold' | 'dismiss' | null>(null);
  const { jobPosting, organisation, reason, statement, createdAt, dueAt, isOverdue } = report;
  const base = `/work/${organisationId}`;
  const title = jobPosting
    ? [jobPosting.title, jobPosting.employerName].filter(Boolean).join(' · ')
    : (organisation?.name ?? text('gone'));
  return (
    <article className="gq-card gq-report">
      <div className="gq-report-head">
        <div>
          <span className="gq-review-note">
            {text(jobPosting ? 'aboutPosting' : 'aboutEmployer')}
          </span>
          <h2>{title}</h2>
        </div>
        <Due at={dueAt} isOverdue={isOverdue} />
      </div>
      <div>
        <Badge tone="warn">{text(`reason_${reason}`)}</Badge>
      </div>
      <blockquote>{statement}</blockquote>
      <div className="gq-report-foot">
        <span className="gq-review-note">{text('at', { at: dateTime(createdAt) })}</span>
        <div className="gq-actions">
          {jobPosting && (
            <Link className="gq-tool" to={`${base}/reviews/${jobPosting.id}`}>
              {text('open')}
            </Link>
          )}
          {organisation && (
            <Link className="gq-tool" to={`${base}/organisations/${organisation.id}`}>
              {text('openEmployer')}
            </Link>
          )}
          <Button onClick={() => setAnswer('dismiss')}>{text('dismiss')}</Button>
          <Button danger onClick={() => setAnswer('uphold')}>
            {text('uphold')}
          </Button>
        </div>
      </div>
      {answer !== null && (
        <AnswerDialog
          answer={answer}
          report={report}
          onClose={(isDone) => {
            if (isDone) toast.success(text(answer === 'uphold' ? 'upheld' : 'dismissed'));
            setAnswer(null);
          }}
        />
      )}
    </article>
  );
}

interface AnswerDialogProps {
  readonly answer: 'uphold' | 'dismiss';
  readonly report: Report;
  readonly onClose: (isDone: boolean) => void;
}

function AnswerDialog({ answer, report, onClose }: AnswerDialogProps) {
  const text = useText(reportsMessages);
  const ui = useText(uiMessages);
  const uphold = useAction(UpholdReport, { refreshes: REFRESHES });
  const dismiss = useAction(DismissReport, { refreshes: REFRESHES });
  const consequence = report.jobPosting ? 'upholdPosting' : 'upholdEmployer';
  return (
    <ActionDialog<{ remark: string }>
      title={text(`${answer}Title`)}
      lead={text(answer === 'uphold' ? consequence : 'dismissText')}
      submitLabel={text(answer)}
      isDangerous={answer === 'uphold'}
      run={({ remark }) =>
        (answer === 'uphold' ? uphold : dismiss).run({ reportId: report.id, remark })
      }
      onClose={onClose}
    >
      <Form.Item
        name="remark"
        label={text('remark')}
        extra={text('remarkHint')}
        rules={[{ required: true, whitespace: true, message: ui('required') }, { max: 1000 }]}
      >
        <Input.TextArea rows={4} />
      </Form.Item>
    </ActionDialog>
  );
}
