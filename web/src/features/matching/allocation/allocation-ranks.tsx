import { useFormat } from '@/shared/format/use-format';
import { useText } from '@/shared/i18n/messages';
import { Chart } from '@/shared/ui/chart/chart';
import { Section } from '@/shared/ui/page';
import type { Report } from './allocation-words';
import { CountTable } from './count-table';
import { allocationReportMessages } from './report.messages';
import { placeBands, wishBands, type RankBand } from './rank-bands';

/** Which wish people got and whom postings got: drawn, and the same numbers as tables. */
export function AllocationRanks({ report }: { readonly report: Report }) {
  const text = useText(allocationReportMessages);
  const { share } = useFormat();
  const { peopleCount, assignedCount, personRanks } = report;
  const wishes = [
    ...wishBands(personRanks).map((band) => ({ ...band, label: wishLabel(band) })),
    { from: 0, to: 0, count: peopleCount - assignedCount, label: text('rankNone') },
  ];
  const places = placeBands(report.postingRanks).map((band) => ({
    ...band,
    label: placeLabel(band),
  }));
  function wishLabel({ from, to }: RankBand): string {
    return from === to ? text('rankOne', { from }) : text('rankSpan', { from, to: to ?? from });
  }
  function placeLabel({ from, to }: RankBand): string {
    if (to === null) return text('placeAbove', { from: from - 1 });
    return from === to ? text('placeOne', { from }) : text('placeSpan', { from, to });
  }
  const firstThree = personRanks.slice(0, 3).reduce((sum, count) => sum + count, 0);
  return (
    <Section title={text('ranks')}>
      <p>
        {text('ranksSummary', {
          share: share((personRanks[0] ?? 0) / peopleCount),
          shareThree: share(firstThree / peopleCount),
        })}
      </p>
      <Chart
        label={text('ranksChart')}
        seriesName={text('count')}
        kind="bar"
        points={wishes.map(({ label, count }) => ({ key: null, label, value: count }))}
      />
      <div className="gq-allocation-tables">
        <div>
          <h3 className="gq-allocation-heading">{text('ranksTable')}</h3>
          <p className="gq-allocation-note">{text('ranksLead')}</p>
          <CountTable
            caption={text('ranksTable')}
            head={text('rank')}
            shareTitle={text('share')}
            rows={wishes}
            total={peopleCount}
          />
        </div>
        {assignedCount > 0 && (
          <div>
            <h3 className="gq-allocation-heading">{text('posting')}</h3>
            <p className="gq-allocation-note">{text('postingLead')}</p>
            <CountTable
              caption={text('postingTable')}
              head={text('place')}
              shareTitle={text('ofAssigned')}
              rows={places}
              total={assignedCount}
            />
          </div>
        )}
      </div>
    </Section>
  );
}
