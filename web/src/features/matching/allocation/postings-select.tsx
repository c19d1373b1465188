import { Select } from 'antd';
import { useDeferredValue, useState, type ReactNode } from 'react';
import {
  AllocationBureau,
  AllocationPosting,
  AllocationPostings,
} from '@/graphql/generated/features/matching/allocation/allocation';
import { useOperation } from '@/shared/graphql/query';
import { useText } from '@/shared/i18n/messages';
import { setupMessages } from './setup.messages';

/** With its name, so that a kept draft still says what was chosen. */
export interface ChosenPosting {
  readonly value: string;
  readonly label: string;
}

export interface PostingsSelectProps {
  readonly bureauId: string;
  readonly id?: string;
  readonly value?: readonly ChosenPosting[];
  readonly onChange?: (chosen: readonly ChosenPosting[]) => void;
}

const MOST_POSTINGS = 200;
const LONGEST_TEXT = 100;

/** Open postings of the bureau's region, found by title or employer. */
export function PostingsSelect({ bureauId, value, ...field }: PostingsSelectProps) {
  const found = useFoundPostings(bureauId);
  return (
    <Select<readonly ChosenPosting[]>
      {...field}
      {...(value === undefined ? {} : { value })}
      {...found}
      mode="multiple"
      labelInValue
      maxCount={MOST_POSTINGS}
    />
  );
}

export interface PostingSelectProps {
  readonly bureauId: string;
  readonly label: string;
  readonly value: string | null;
  readonly onChange: (id: string | undefined) => void;
}

/** One of them. */
export function PostingSelect({ bureauId, label, value, onChange }: PostingSelectProps) {
  const found = useFoundPostings(bureauId);
  const { data } = useOperation(
    AllocationPosting,
    { id: value ?? '' },
    { enabled: value !== null },
  );
  const title = data?.jobPosting?.title;
  return (
    <Select<ChosenPosting>
      {...found}
      aria-label={label}
      placeholder={label}
      allowClear
      labelInValue
      value={value === null ? null : { value, label: title ?? value }}
      onChange={(chosen: ChosenPosting | undefined) => onChange(chosen?.value)}
    />
  );
}

/** What both offer while something is typed. */
function useFoundPostings(bureauId: string) {
  const text = useText(setupMessages);
  const [typed, setTyped] = useState('');
  const sought = useDeferredValue(typed.trim().slice(0, LONGEST_TEXT));
  const bureau = useOperation(AllocationBureau, { id: bureauId });
  const regionCode = bureau.data?.organisation?.region?.code ?? '';
  const { data, isFetching } = useOperation(
    AllocationPostings,
    { text: sought === '' ? null : sought, regionCode },
    { enabled: regionCode !== '', keepPrevious: true },
  );
  return {
    showSearch: { filterOption: false as const, onSearch: setTyped },
    placeholder: text('chosenSearch'),
    loading: isFetching,
    notFoundContent: text('chosenNone'),
    options: (data?.searchJobPostings.nodes ?? []).map((posting) => ({
      value: posting.id,
      label: posting.title,
      detail: [
        posting.employerName,
        posting.headcount === null ? null : text('headcount', { count: posting.headcount }),
      ]
        .filter((part) => part !== null)
        .join(' · '),
    })),
    optionRender: ({ data: option }: { data: { label?: ReactNode; detail?: string } }) => (
      <>
        {option.label}
        <span className="gq-allocation-note">{option.detail}</span>
      </>
    ),
  };
}
