import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import {
  PartyOrganisations,
  PartyPeople,
  type OrganisationKind,
} from '@/graphql/generated/features/agreements/drafting/drafting';
import { useOperation } from '@/shared/graphql/query';
import { useText } from '@/shared/i18n/messages';
import type { PartyChoice, PartyRole } from './parties';
import { partiesMessages } from './parties.messages';

interface PartySelectProps {
  readonly role: PartyRole;
  /** Own organisation, which is a party already. */
  readonly organisationId: string;
  /** Given by the form, with what leads a reader to a field that is refused. */
  readonly value?: readonly PartyChoice[];
  readonly onChange?: (parties: readonly PartyChoice[]) => void;
}

/** One party of a role, or several where the role may have them. */
export function PartySelect({ organisationId, role, ...field }: PartySelectProps) {
  return role.organisationKinds.length === 0 ? (
    <PersonSelect {...field} role={role} organisationId={organisationId} />
  ) : (
    <OrganisationSelect {...field} role={role} organisationId={organisationId} />
  );
}

/** A verified organisation of a kind that fits, found by its name. */
function OrganisationSelect({ organisationId, role, ...field }: PartySelectProps) {
  const text = useText(partiesMessages);
  const [typed, setTyped] = useState('');
  const sought = useDeferredValue(typed);
  const kinds = role.organisationKinds as readonly OrganisationKind[];
  const { data, isFetching } = useOperation(
    PartyOrganisations,
    { kinds: [...kinds], text: sought === '' ? null : sought },
    { keepPrevious: true },
  );
  return (
    <Choices
      {...field}
      role={role}
      isLoading={isFetching}
      placeholder={text('organisationSearch')}
      nothing={text('noOrganisation')}
      onSearch={setTyped}
      found={(data?.organisations.nodes ?? [])
        .filter(({ id }) => id !== organisationId)
        .map(({ id, name, region }) => ({ value: id, label: name, note: region?.displayName }))}
    />
  );
}

/** Somebody the own organisation knows: a student of the college, an applicant of the enterprise. */
function PersonSelect({ organisationId, role, ...field }: PartySelectProps) {
  const text = useText(partiesMessages);
  const [typed, setTyped] = useState('');
  const sought = useDeferredValue(typed);
  const { data, isFetching } = useOperation(
    PartyPeople,
    { organisationId, text: sought === '' ? null : sought },
    { keepPrevious: true },
  );
  return (
    <Choices
      {...field}
      role={role}
      isLoading={isFetching}
      placeholder={text('personSearch')}
      nothing={text('noPerson')}
      onSearch={setTyped}
      found={(data?.agreementPartyCandidates ?? []).map(({ accountId, name, note }) => ({
        value: accountId,
        label: name,
        note,
      }))}
    />
  );
}

interface ChoicesProps extends Omit<PartySelectProps, 'organisationId'> {
  readonly found: readonly (PartyChoice & { readonly note?: string | undefined })[];
  readonly placeholder: string;
  readonly nothing: string;
  readonly isLoading: boolean;
  readonly onSearch: (typed: string) => void;
}

function Choices(props: ChoicesProps) {
  const {
    role,
    found,
    placeholder,
    nothing,
    isLoading,
    onSearch,
    value = [],
    onChange,
    ...field
  } = props;
  const isMany = role.maximum > 1;
  const taken = (chosen: PartyChoice | readonly PartyChoice[] | undefined): void => {
    const all = chosen === undefined ? [] : 'value' in chosen ? [chosen] : chosen;
    onChange?.(all.map(({ value: chosenId, label }) => ({ value: chosenId, label })));
  };
  const common = {
    ...field,
    labelInValue: true,
    allowClear: role.minimum < 1,
    showSearch: { filterOption: false, onSearch } as const,
    placeholder,
    loading: isLoading,
    notFoundContent: nothing,
    options: found.map(({ value: foundId, label }) => ({ value: foundId, label })),
    optionRender: ({ value: foundId, label }: { value?: string | number; label?: unknown }) => {
      const note = found.find((one) => one.value === foundId)?.note;
      return note ? `${String(label)}（${note}）` : String(label);
    },
  };
  return isMany ? (
    <Select<PartyChoice[]> {...common} mode="multiple" value={[...value]} onChange={taken} />
  ) : (
    <Select<PartyChoice> {...common} {...(value[0] ? { value: value[0] } : {})} onChange={taken} />
  );
}
