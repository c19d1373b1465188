import { Select } from 'antd';
import { PartyMembers } from '@/graphql/generated/features/agreements/signing/signing';
import { useOperation } from '@/shared/graphql/query';
import { useText } from '@/shared/i18n/messages';
import { turnsMessages } from './turns.messages';

interface MemberSelectProps {
  readonly organisationId: string;
  /** Roles of those who may be chosen; all when left out. */
  readonly roles?: readonly string[];
  /** Somebody who is not offered. */
  readonly except?: string | undefined;
  readonly placeholder?: string;
  readonly 'aria-label'?: string;
  /** Given by the form. */
  readonly id?: string;
  readonly value?: string | null;
  readonly onChange?: (accountId: string | null) => void;
}

/** A member of an own organisation; nobody, where that is a choice. */
export function MemberSelect(props: MemberSelectProps) {
  const { organisationId, roles, except, placeholder, value, onChange, ...rest } = props;
  const text = useText(turnsMessages);
  const { data, isFetching } = useOperation(PartyMembers, { organisationId });
  const members = (data?.organisationMembers?.nodes ?? []).flatMap(({ account, role }) =>
    account && account.id !== except && (roles?.includes(role) ?? true)
      ? [{ value: account.id, label: account.displayName }]
      : [],
  );
  return (
    <Select<string | null>
      {...rest}
      // Null is a choice of its own where nobody need be named.
      {...(value == null && placeholder !== undefined ? { placeholder } : { value: value ?? null })}
      onChange={(chosen) => onChange?.(chosen)}
      loading={isFetching}
      options={
        placeholder === undefined ? [{ value: null, label: text('anybody') }, ...members] : members
      }
    />
  );
}
