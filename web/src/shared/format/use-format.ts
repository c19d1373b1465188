import { useMemo } from 'react';
import { useLocale, type Locale } from '../i18n/locale';

/** Everyone here keeps the same time, whatever their machine says. */
const timeZone = 'Asia/Shanghai';

export interface MoneyLike {
  readonly amount: string;
}

export interface Format {
  /** A calendar day or the day of an instant, 2026年11月22日. */
  readonly date: (value: string) => string;
  /** Day and time of an instant in China. */
  readonly dateTime: (value: string) => string;
  /** Hours and minutes of an instant in China. */
  readonly time: (value: string) => string;
  readonly number: (value: number) => string;
  /** A share between 0 and 1 as a percentage. */
  readonly share: (value: number) => string;
  /** Yuan, without fen where there are none. */
  readonly money: (value: MoneyLike) => string;
  /** How long until or since, in the largest fitting unit. */
  readonly relative: (value: string, now?: number) => string;
}

const UNITS = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const;

function formatIn(locale: Locale): Format {
  const date = new Intl.DateTimeFormat(locale, {
    dateStyle: locale === 'en' ? 'medium' : 'long',
    timeZone,
  });
  const dateTime = new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone,
  });
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone });
  const number = new Intl.NumberFormat(locale);
  const share = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const money = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: 'CNY',
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: 0,
    maximumFractionDigits: 2,
  });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  return {
    date: (value) => date.format(instantOf(value)),
    dateTime: (value) => dateTime.format(new Date(value)),
    time: (value) => time.format(new Date(value)),
    number: (value) => number.format(value),
    share: (value) => share.format(value),
    money: ({ amount }) => money.format(Number(amount)),
    relative: (value, now = Date.now()) => {
      const seconds = (instantOf(value).getTime() - now) / 1000;
      const [unit, size] = UNITS.find(([, length]) => Math.abs(seconds) >= length) ?? [
        'minute',
        60,
      ];
      return relative.format(Math.trunc(seconds / size), unit);
    },
  };
}

/** A plain day is that day in China. */
function instantOf(value: string): Date {
  return new Date(/^\d{4}-\d\d-\d\d$/.test(value) ? `${value}T00:00:00+08:00` : value);
}

export function useFormat(): Format {
  const locale = useLocale();
  return useMemo(() => formatIn(locale), [locale]);
}
