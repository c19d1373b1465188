import { Select } from 'antd';
import { useDeferredValue, useState, type ReactNode } from 'react';
import {
  AllocationPeople,
  type AllocationPeopleQuery,
} from '@/graphql/generated/features/matching/allocation/allocation';
import { useOperation } from '@/shared/graphql/query';
import { useText } from '@/shared/i18n/messages';
import type { ChosenPosting } from './postings-select';
import { setupMessages } from './setup.messages';

type Person = NonNullable<AllocationPeopleQuery['allocationPeople']>['nodes'][number];

/** With what was shown of them, so that a kept draft still says who was chosen. */
export type ChosenPerson = ChosenPosting;

export interface PeopleSelectProps {
  readonly bureauId: string;
  readonly id?: string;
  readonly value?: readonly ChosenPerson[];
  readonly onChange?: (chosen: readonly ChosenPerson[]) => void;
}

const MOST_PEOPLE = 500;
const LONGEST_TEXT = 100;

/** People who may be found, by the work they wish for, their school, major or skills; names are masked. */
export function PeopleSelect({ bureauId, value, ...field }: PeopleSelectProps) {
  const text = useText(setupMessages);
  const [typed, setTyped] = useState('');
  const sought = useDeferredValue(typed.trim().slice(0, LONGEST_TEXT));
  const { data, isFetching } = useOperation(
    AllocationPeople,
    { bureauId, text: sought === '' ? null : sought },
    { keepPrevious: true },
  );
  const labelOf = ({ maskedName, wishedTitles }: Person): string =>
    [maskedName ?? text('unnamed'), wishedTitles[0]].filter(Boolean).join(' · ');
  return (
    <Select<readonly ChosenPerson[]>
      {...field}
      {...(value === undefined ? {} : { value })}
      mode="multiple"
      labelInValue
      maxCount={MOST_PEOPLE}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      placeholder={text('chosenPeopleSearch')}
      loading={isFetching}
      notFoundContent={text('chosenPeopleNone')}
      options={(data?.allocationPeople?.nodes ?? []).map((person) => ({
        value: person.id,
        label: labelOf(person),
        detail: [person.studies[0], person.headline].filter(Boolean).join(' · '),
      }))}
      optionRender={({ data: option }: { data: { label?: ReactNode; detail?: string } }) => (
        <>
          {option.label}
          <span className="gq-allocation-note">{option.detail}</span>
        </>
      )}
    />
  );
}
