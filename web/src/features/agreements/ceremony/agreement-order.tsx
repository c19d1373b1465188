import { Button, Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { AgreementCeremonyCandidates } from '@/graphql/generated/features/agreements/ceremony/ceremony';
import { useOperation } from '@/shared/graphql/query';
import { useText } from '@/shared/i18n/messages';
import { ceremonyMessages } from './ceremony.messages';

const MOST = 50;

export interface ListedAgreement {
  readonly id: string;
  readonly label: string;
}

export interface AgreementOrderProps {
  readonly organisationId: string;
  /** Given by the form. */
  readonly id?: string;
  readonly value?: readonly ListedAgreement[];
  readonly onChange?: (value: readonly ListedAgreement[]) => void;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: boolean | 'true' | 'false';
}

/** Finds agreements that await signatures and puts them in order. */
export function AgreementOrder(props: AgreementOrderProps) {
  const { organisationId, value = [], onChange, ...field } = props;
  const text = useText(ceremonyMessages);
  const [typed, setTyped] = useState('');
  const sought = useDeferredValue(typed.trim());
  const { data, isFetching } = useOperation(
    AgreementCeremonyCandidates,
    { organisationId, text: sought === '' ? null : sought },
    { keepPrevious: true },
  );
  const candidates = (data?.agreementCeremonyCandidates.nodes ?? []).filter(
    ({ id }) => !value.some((listed) => listed.id === id),
  );
  const labelOf = (id: string): string => {
    const found = candidates.find((candidate) => candidate.id === id);
    return found ? found.partyNames.join(' — ') : id;
  };
  const move = (from: number, to: number): void => {
    const moved = value[from];
    if (moved === undefined) return;
    const rest = value.filter((_, at) => at !== from);
    onChange?.([...rest.slice(0, to), moved, ...rest.slice(to)]);
  };
  return (
    <div className="gq-ceremony-order">
      <Select<string>
        {...field}
        value={null}
        showSearch={{ filterOption: false, onSearch: setTyped }}
        placeholder={text('addPlaceholder')}
        disabled={value.length >= MOST}
        loading={isFetching}
        notFoundContent={text('nothingToAdd')}
        onSelect={(id: string) => {
          onChange?.([...value, { id, label: labelOf(id) }]);
          setTyped('');
        }}
        options={candidates.map(({ id, title, agreementNumber, partyNames }) => ({
          value: id,
          label: `${partyNames.join(' — ')} · ${title} · ${agreementNumber}`,
        }))}
      />
      {value.length > 0 && (
        <ol aria-label={text('order')}>
          {value.map(({ id, label }, at) => (
            <li key={id}>
              <span>{label}</span>
              <span className="gq-ceremony-order-buttons">
                <Button
                  size="small"
                  disabled={at === 0}
                  aria-label={text('up', { name: label })}
                  onClick={() => move(at, at - 1)}
                >
                  ↑
                </Button>
                <Button
                  size="small"
                  disabled={at === value.length - 1}
                  aria-label={text('down', { name: label })}
                  onClick={() => move(at, at + 1)}
                >
                  ↓
                </Button>
                <Button
                  size="small"
                  aria-label={text('remove', { name: label })}
                  onClick={() => onChange?.(value.filter((listed) => listed.id !== id))}
                >
                  ×
                </Button>
              </span>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
