import { useFormat } from '@/shared/format/use-format';
import { useText } from '@/shared/i18n/messages';
import { Section } from '@/shared/ui/page';
import type { AllocationReportProps } from './allocation-report';
import { allocationReportMessages } from './report.messages';

/** What was checked of the outcome, and how much of it, in words. */
export function AllocationProof({ report, mode }: AllocationReportProps) {
  const text = useText(allocationReportMessages);
  return (
    <Section title={text('proof')}>
      {mode === 'BEST_TOTAL' && <BestTotal report={report} />}
      <p>
        <Pairs report={report} mode={mode} />
      </p>
      <p className="gq-allocation-note">{text('proofNote')}</p>
    </Section>
  );
}

function Pairs({ report, mode }: AllocationReportProps) {
  const text = useText(allocationReportMessages);
  const { number } = useFormat();
  const { method, pairCount, checkedPairCount, blockingPairCount } = report;
  const values = { pairs: number(pairCount), checked: number(checkedPairCount) };
  if (pairCount === 0) return text('proofNoPairs');
  return mode === 'STABLE' || blockingPairCount === 0
    ? text(`proofStable_${method}`, values)
    : text(`proofBlocking_${method}`, { ...values, count: blockingPairCount });
}

function BestTotal({ report: { totalScore, totalBound } }: Pick<AllocationReportProps, 'report'>) {
  const text = useText(allocationReportMessages);
  const { number, share } = useFormat();
  if (totalBound === null) return null;
  const total = number(totalScore);
  return (
    <p>
      {totalScore >= totalBound
        ? text('proofBestReached', { total })
        : text('proofBest', {
            total,
            bound: number(totalBound),
            share: share(totalScore / totalBound),
          })}
    </p>
  );
}
