import { useFormat } from '@/shared/format/use-format';
import { useText } from '@/shared/i18n/messages';
import { allocationReportMessages } from './report.messages';

export interface CountTableProps {
  /** What the table holds, for readers of the screen. */
  readonly caption: string;
  /** Above the names. */
  readonly head: string;
  readonly shareTitle: string;
  readonly rows: readonly { readonly label: string; readonly count: number }[];
  /** What the shares are of. */
  readonly total: number;
}

/** How many people of what, with their share; narrow enough to stay a table on a phone. */
export function CountTable({ caption, head, shareTitle, rows, total }: CountTableProps) {
  const text = useText(allocationReportMessages);
  const { number, share } = useFormat();
  return (
    <table className="gq-allocation-counts" aria-label={caption}>
      <thead>
        <tr>
          <th scope="col">{head}</th>
          <th scope="col">{text('count')}</th>
          <th scope="col">{shareTitle}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ label, count }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>{number(count)}</td>
            <td>{share(count / total)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
