import { Button, Checkbox } from 'antd';
import type { ReactNode } from 'react';
import { useText } from '../i18n/messages';
import { uiMessages } from './ui.messages';
import './records.css';

export interface RecordColumn<TRecord> {
  readonly key: string;
  readonly title: string;
  readonly render: (record: TRecord) => ReactNode;
  /** The record's name: heads its card on a phone. */
  readonly isHead?: boolean;
  readonly align?: 'end';
}

export interface RecordSelection<TRecord> {
  readonly keys: readonly string[];
  readonly onChange: (keys: readonly string[]) => void;
  readonly labelOf: (record: TRecord) => string;
  readonly labelOfAll: string;
}

export interface RecordsProps<TRecord> {
  /** What the table holds, for readers of the screen. */
  readonly caption: string;
  readonly columns: readonly RecordColumn<TRecord>[];
  readonly records: readonly TRecord[];
  readonly keyOf: (record: TRecord) => string;
  readonly selection?: RecordSelection<TRecord>;
}

/** A table that becomes one card for each record where there is no room for columns. */
export function Records<TRecord>(props: RecordsProps<TRecord>) {
  const { caption, columns, records, keyOf, selection } = props;
  // Roles are named because the cards' layout would take them away.
  return (
    <table className="gq-records" role="table" aria-label={caption}>
      <thead role="rowgroup">
        <tr role="row">
          {selection && (
            <th role="columnheader" scope="col" className="gq-records-mark">
              <AllMark records={records} keyOf={keyOf} selection={selection} />
            </th>
          )}
          {columns.map(({ key, title, align }) => (
            <th key={key} role="columnheader" scope="col" className={alignment(align)}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {records.map((record) => {
          const id = keyOf(record);
          return (
            <tr key={id} role="row">
              {selection && (
                <td role="cell" className="gq-records-mark">
                  <Mark id={id} record={record} selection={selection} />
                </td>
              )}
              {columns.map(({ key, title, render, isHead, align }) => (
                <td
                  key={key}
                  role="cell"
                  data-title={title}
                  className={isHead ? 'gq-records-head' : alignment(align)}
                >
                  <div>{render(record)}</div>
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function alignment(align: 'end' | undefined): string | undefined {
  return align === 'end' ? 'gq-records-end' : undefined;
}

interface MarkProps<TRecord> {
  readonly id: string;
  readonly record: TRecord;
  readonly selection: RecordSelection<TRecord>;
}

function Mark<TRecord>({ id, record, selection }: MarkProps<TRecord>) {
  const { keys, onChange, labelOf } = selection;
  return (
    <Checkbox
      aria-label={labelOf(record)}
      checked={keys.includes(id)}
      onChange={({ target }) =>
        onChange(target.checked ? [...keys, id] : keys.filter((key) => key !== id))
      }
    />
  );
}

function AllMark<TRecord>({
  records,
  keyOf,
  selection,
}: Pick<RecordsProps<TRecord>, 'records' | 'keyOf'> & {
  readonly selection: RecordSelection<TRecord>;
}) {
  const { keys, onChange, labelOfAll } = selection;
  const isAll = records.length > 0 && records.every((record) => keys.includes(keyOf(record)));
  return (
    <Checkbox
      aria-label={labelOfAll}
      checked={isAll}
      indeterminate={!isAll && keys.length > 0}
      onChange={() => onChange(isAll ? [] : records.map(keyOf))}
    >
      {/* Where there is no column below it, a box alone says nothing. */}
      <span className="gq-records-all">{labelOfAll}</span>
    </Checkbox>
  );
}

export interface MoreButtonProps {
  readonly pages: {
    readonly hasMore: boolean;
    readonly loadMore: () => void;
    readonly isLoadingMore: boolean;
  };
}

/** The next page of a list, if there is one. */
export function MoreButton({ pages: { hasMore, loadMore, isLoadingMore } }: MoreButtonProps) {
  const text = useText(uiMessages);
  if (!hasMore) return null;
  return (
    <div className="gq-more">
      <Button onClick={loadMore} loading={isLoadingMore}>
        {text('loadMore')}
      </Button>
    </div>
  );
}
