import { useFormat } from '@/shared/format/use-format';
import { useText } from '@/shared/i18n/messages';
import { Facts, Steps } from '@/shared/ui/facts';
import { Section } from '@/shared/ui/page';
import { Badge, type Tone } from '@/shared/ui/badge';
import type { OwnPosting } from './own-posting-page';
import { overviewMessages } from './overview.messages';

type Review = NonNullable<OwnPosting['latestReview']>;
const TONES: Readonly<Record<Review['state'], Tone>> = {
  PENDING: 'accent',
  APPROVED: 'good',
  RETURNED: 'warn',
  OBSOLETE: 'neutral',
};

/** What the bureau said, or by when it will. */
export function ReviewSection({ posting }: { readonly posting: OwnPosting }) {
  const text = useText(overviewMessages);
  const format = useFormat();
  const review = posting.latestReview;
  if (review === null) return null;
  const { state, createdAt, dueAt, decidedAt, isOverdue, remark, findings } = review;
  const due = format.dateTime(dueAt);
  return (
    <Section
      title={text('review')}
      actions={<Badge tone={TONES[state]}>{text(`reviewState_${state}`)}</Badge>}
    >
      <Facts
        facts={[
          { label: text('reviewBegan'), value: format.dateTime(createdAt) },
          {
            label: text('reviewDue'),
            value:
              state === 'PENDING' ? (isOverdue ? `${due} · ${text('reviewOverdue')}` : due) : null,
          },
          { label: text('reviewDecided'), value: decidedAt && format.dateTime(decidedAt) },
          { label: text('remark'), value: remark },
          {
            label: text('findings'),
            value: [...new Set(findings.map(({ message }) => message))].join('；'),
          },
        ]}
      />
    </Section>
  );
}

const STEPS = [
  'create',
  'claim',
  'submit',
  'recall',
  'return',
  'approve',
  'schedule',
  'release',
  'revise',
  'pause',
  'resume',
  'stop',
  'remove',
  'expire',
  'fill',
  'withdrawBySource',
  'reopen',
] as const;

/** Everything that happened to it, the latest first. */
export function HistorySection({ posting }: { readonly posting: OwnPosting }) {
  const text = useText(overviewMessages);
  const format = useFormat();
  const history = [...(posting.history ?? [])].reverse();
  if (history.length === 0) return null;
  return (
    <Section title={text('history')}>
      <Steps
        steps={history.map(({ transition, occurredAt, reason }) => {
          const step = STEPS.find((name) => name === transition);
          return {
            key: `${occurredAt} ${transition}`,
            at: format.dateTime(occurredAt),
            title: step === undefined ? transition : text(`step_${step}`),
            note: reason,
          };
        })}
      />
    </Section>
  );
}
