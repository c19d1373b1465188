import type {
  AgreementRegistryFilter,
  AgreementRegistryOrder,
} from '@/graphql/generated/features/agreements/registry/registry';
import type { AgreementState } from '@/graphql/generated/features/agreements/agreements';

export const STATES: readonly AgreementState[] = [
  'DRAFT',
  'NEGOTIATING',
  'IN_REVIEW',
  'AWAITING_SIGNATURES',
  'PARTIALLY_SIGNED',
  'SIGNED',
  'EFFECTIVE',
  'SUSPENDED',
  'SUPERSEDED',
  'EXPIRED',
  'TERMINATED',
  'CANCELLED',
];
export const ENDING_DAYS = [30, 60, 90, 180, 365] as const;
export const ORDERS = ['NEWEST', 'ENDING_FIRST'] as const;

export type RegistryFilterName =
  'text' | 'kind' | 'form' | 'state' | 'year' | 'ending' | 'province' | 'order';
export type RegistryFilters = Readonly<Partial<Record<RegistryFilterName, string>>>;

/** What the address says, as the API wants it; what means nothing is left out. */
export function filterOf(filters: RegistryFilters): AgreementRegistryFilter {
  const { text, kind, form, state, year, ending, province } = filters;
  const states = STATES.filter((each) => each === state);
  const days = ENDING_DAYS.find((each) => String(each) === ending);
  return {
    text: text ? text.slice(0, 100) : null,
    kinds: kind ? [kind] : null,
    subKinds: form ? [form] : null,
    states: states.length > 0 ? states : null,
    signedIn: year !== undefined && /^20\d\d$/.test(year) ? Number(year) : null,
    endsWithinDays: days ?? null,
    provinceCode: province !== undefined && /^\d{6}$/.test(province) ? province : null,
  };
}

export function orderOf({ order }: RegistryFilters): AgreementRegistryOrder {
  return ORDERS.find((each) => each === order) ?? 'NEWEST';
}
