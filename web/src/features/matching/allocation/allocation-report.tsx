import { useFormat } from '@/shared/format/use-format';
import { useText } from '@/shared/i18n/messages';
import { Section } from '@/shared/ui/page';
import type { Report, Run } from './allocation-words';
import { AllocationProof } from './allocation-proof';
import { AllocationRanks } from './allocation-ranks';
import { CountTable } from './count-table';
import { allocationReportMessages } from './report.messages';

export interface AllocationReportProps {
  readonly report: Report;
  readonly mode: Run['mode'];
}

/** What it came to: figures, who got what they wished for, the proof, and who has nothing and why. */
export function AllocationReport({ report, mode }: AllocationReportProps) {
  const text = useText(allocationReportMessages);
  if (report.peopleCount === 0)
    return (
      <Section title={text('outcome')}>
        <p>{text('nobody')}</p>
      </Section>
    );
  return (
    <>
      <Headline report={report} />
      <AllocationRanks report={report} />
      <AllocationProof report={report} mode={mode} />
      <Unassigned report={report} />
    </>
  );
}

function Headline({ report }: { readonly report: Report }) {
  const text = useText(allocationReportMessages);
  const { number, share } = useFormat();
  const { peopleCount, assignedCount, seatCount, unfilledSeatCount, unfilledPostingCount } = report;
  const first = report.personRanks[0] ?? 0;
  const without = peopleCount - assignedCount;
  const figures = [
    { key: 'peopleCount', value: peopleCount },
    { key: 'seatCount', value: seatCount },
    { key: 'assignedCount', value: assignedCount, note: share(assignedCount / peopleCount) },
    { key: 'firstCount', value: first, note: share(first / peopleCount) },
    { key: 'withoutCount', value: without, note: share(without / peopleCount) },
    {
      key: 'unfilledCount',
      value: unfilledSeatCount,
      note: unfilledPostingCount === 0 ? null : text('unfilledOf', { count: unfilledPostingCount }),
    },
    ...(report.declinedCount > 0
      ? [{ key: 'declinedCount' as const, value: report.declinedCount }]
      : []),
  ] as const;
  return (
    <Section title={text('outcome')}>
      <p>
        {text('summary', {
          people: number(peopleCount),
          seats: number(seatCount),
          assigned: number(assignedCount),
          share: share(assignedCount / peopleCount),
          first: number(first),
          without: number(without),
        })}
      </p>
      <dl className="gq-allocation-figures">
        {figures.map((figure) => (
          <div key={figure.key}>
            <dt>{text(figure.key)}</dt>
            <dd>
              <strong>{number(figure.value)}</strong>
              {'note' in figure && figure.note !== null && (
                <span className="gq-allocation-note">{figure.note}</span>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

const REASONS = [
  'NO_WISHES',
  'NO_OPEN_POSTING',
  'BEST_TOTAL',
  'QUOTA',
  'LOTTERY',
  'OUTRANKED',
] as const;
const FINDINGS = [
  'NO_WISHES',
  'DUPLICATE_WISH',
  'UNKNOWN_POSTING',
  'CLOSED_POSTING',
  'NO_SEATS',
  'QUOTA_ABOVE_SEATS',
  'QUOTAS_BELOW_SEATS',
] as const;

function Unassigned({ report }: { readonly report: Report }) {
  const text = useText(allocationReportMessages);
  const { unassigned, findings, peopleCount } = report;
  const reasonOf = (code: string): string => {
    const reason = REASONS.find((name) => name === code);
    return reason === undefined ? code : text(`reason_${reason}`);
  };
  // Those without wishes stand among the reasons already.
  const odd = FINDINGS.flatMap((name) =>
    findings
      .filter(({ code }) => code === name && name !== 'NO_WISHES')
      .map(({ count }) => text(`finding_${name}`, { count })),
  );
  return (
    <Section title={text('unassigned')}>
      {unassigned.length === 0 ? (
        <p>{text('unassignedNone')}</p>
      ) : (
        <CountTable
          caption={text('unassigned')}
          head={text('reason')}
          shareTitle={text('share')}
          rows={unassigned
            .toSorted((a, b) => b.count - a.count)
            .map(({ code, count }) => ({ label: reasonOf(code), count }))}
          total={peopleCount}
        />
      )}
      {odd.length > 0 && (
        <>
          <h3 className="gq-allocation-heading">{text('findings')}</h3>
          <ul className="gq-allocation-findings">
            {odd.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}
