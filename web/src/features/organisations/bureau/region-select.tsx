import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import {
  RegionOfRegistry,
  SearchRegionsForRegistry,
} from '@/graphql/generated/features/organisations/bureau/registry';
import { useOperation } from '@/shared/graphql/query';
import { useText } from '@/shared/i18n/messages';
import { registryMessages } from './registry.messages';

export interface RegionSelectProps {
  readonly id?: string;
  readonly value?: string | null;
  readonly onChange?: (code: string | null) => void;
  readonly 'aria-label'?: string;
  readonly placeholder?: string;
}

/** A region found by typing part of its name, pinyin or code. */
export function RegionSelect({ value, onChange, placeholder, ...field }: RegionSelectProps) {
  const text = useText(registryMessages);
  const [typed, setTyped] = useState('');
  const sought = useDeferredValue(typed.trim());
  const found = useOperation(
    SearchRegionsForRegistry,
    { text: sought },
    { enabled: sought !== '', keepPrevious: true },
  );
  const chosen = useOperation(RegionOfRegistry, { code: value ?? '' }, { enabled: !!value });
  const regions = new Map(
    [...(chosen.data ? [chosen.data.region] : []), ...(found.data?.searchRegions ?? [])].map(
      ({ code, fullName }) => [code, fullName],
    ),
  );
  return (
    <Select<string>
      {...field}
      allowClear
      showSearch={{ filterOption: false, onSearch: setTyped }}
      placeholder={placeholder ?? text('regionSearch')}
      value={value ?? null}
      loading={found.isFetching}
      notFoundContent={sought === '' ? text('regionSearch') : text('noRegion')}
      onChange={(code) => onChange?.(code ?? null)}
      options={[...regions].map(([code, label]) => ({ value: code, label }))}
    />
  );
}
