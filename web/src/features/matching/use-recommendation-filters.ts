import { useFilters } from '@/shared/routing/use-filters';

/** Least pay a month that can be asked for, in yuan. */
export const PAY_CHOICES = [4000, 6000, 8000, 12_000, 20_000] as const;

const CODE = /^[\w.-]{1,20}$/;

/** What the list is narrowed by, as it stands in the address; what is nonsense there counts for nothing. */
export function useRecommendationFilters() {
  const [filters, set] = useFilters<'region' | 'occupation' | 'pay'>();
  const pay = PAY_CHOICES.find((amount) => String(amount) === filters.pay) ?? null;
  const region = codeOr(filters.region);
  const occupation = codeOr(filters.occupation);
  const isNarrowed = pay !== null || region !== null || occupation !== null;
  return {
    region,
    occupation,
    pay,
    set,
    isNarrowed,
    /** For the API; null when everything is asked for. */
    filter: isNarrowed
      ? {
          regionCode: region,
          occupationCode: occupation,
          payAtLeast: pay === null ? null : { amount: String(pay) },
        }
      : null,
    clear: () => set({ region: null, occupation: null, pay: null }),
  };
}

function codeOr(value: string | undefined): string | null {
  return value !== undefined && CODE.test(value) ? value : null;
}
