import { useFormat } from '@/shared/format/use-format';
import { useText } from '@/shared/i18n/messages';
import { postingWordsMessages } from './posting-words.messages';

export type EngagementName =
  'FLEXIBLE' | 'FULL_TIME' | 'INTERNSHIP' | 'LABOUR_DISPATCH' | 'PART_TIME' | 'SEASONAL';

interface Amount {
  readonly amount: string;
}

export interface PayLike {
  readonly min: Amount | null;
  readonly max: Amount | null;
  readonly period: 'DAY' | 'HOUR' | 'MONTH' | 'PIECE' | 'YEAR' | null;
  readonly months: number | null;
  readonly text: string | null;
}

export interface LevelLike {
  readonly code: string;
  readonly name: string;
}

/** Education levels people know by a name of their own, the highest first. */
export const EVERYDAY_LEVELS = [
  '11',
  '14',
  '21',
  '31',
  '41',
  '44',
  '47',
  '61',
  '71',
  '81',
] as const;
export type EverydayLevel = (typeof EVERYDAY_LEVELS)[number];

export interface PostingWords {
  /** 6,300–8,800元/月; the words of the source where there are no amounts. */
  readonly pay: (pay: PayLike | null) => string;
  /** 13薪, where it differs from a salary each month. */
  readonly payMonths: (pay: PayLike | null) => string | null;
  readonly engagement: (type: EngagementName) => string;
  readonly experience: (yearsMin: number | null) => string;
  readonly educationName: (level: LevelLike) => string;
  readonly education: (level: LevelLike | null) => string;
}

/** How the particulars of a posting are said to people. */
export function usePostingWords(): PostingWords {
  const text = useText(postingWordsMessages);
  const { number } = useFormat();
  const educationName = ({ code, name }: LevelLike): string =>
    isEveryday(code) ? text(`education_${code}`) : name;
  const figure = (money: Amount): string => number(Number(money.amount));
  return {
    pay: (pay) => {
      if (pay === null) return text('payNone');
      const { min, max } = pay;
      const unit = text(`period_${pay.period ?? 'NONE'}`);
      if (min !== null && max !== null)
        return Number(min.amount) === Number(max.amount)
          ? text('payExactly', { min: figure(min), unit })
          : text('payRange', { min: figure(min), max: figure(max), unit });
      if (min !== null) return text('payFrom', { min: figure(min), unit });
      if (max !== null) return text('payUpTo', { max: figure(max), unit });
      return pay.text ?? text('payNone');
    },
    payMonths: (pay) =>
      pay?.months == null || pay.months <= 12 ? null : text('payMonths', { count: pay.months }),
    engagement: (type) => text(`engagement_${type}`),
    experience: (years) =>
      years === null || years === 0 ? text('experienceNone') : text('experience', { count: years }),
    educationName,
    education: (level) =>
      level === null ? text('educationNone') : text('education', { level: educationName(level) }),
  };
}

/** What people call these levels; others go by their official names. */
function isEveryday(code: string): code is EverydayLevel {
  return (EVERYDAY_LEVELS as readonly string[]).includes(code);
}
