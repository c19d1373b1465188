import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import {
  AllocationBureau,
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
  return (
    <Select<readonly ChosenPosting[]>
      {...field}
      {...(value === undefined ? {} : { value })}
      mode="multiple"
      labelInValue
      maxCount={MOST_POSTINGS}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      placeholder={text('chosenSearch')}
      loading={isFetching}
      notFoundContent={text('chosenNone')}
      options={(data?.searchJobPostings.nodes ?? []).map((posting) => ({
        value: posting.id,
        label: posting.title,
        detail: [
          posting.employerName,
          posting.headcount === null ? null : text('headcount', { count: posting.headcount }),
        ]
          .filter((part) => part !== null)
          .join(' · '),
      }))}
      optionRender={({ data: { label, detail } }) => (
        <>
          {label}
          <span className="gq-allocation-note">{detail}</span>
        </>
      )}
    />
  );
}
