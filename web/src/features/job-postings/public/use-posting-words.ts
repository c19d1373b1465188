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

export interface PostingWords {
  /** 6,300–8,800元/月; the words of the source where there are no amounts. */
  readonly pay: (pay: PayLike | null) => string;
  /** 13薪, where it differs from a salary each month. */
  readonly payMonths: (pay: PayLike | null) => string | null;
  readonly engagement: (type: EngagementName) => string;
  readonly experience: (yearsMin: number | null) => string;
  readonly education: (level: { readonly name: string } | null) => string;
}

/** How the particulars of a posting are said to people. */
export function usePostingWords(): PostingWords {
  const text = useText(postingWordsMessages);
  const { number } = useFormat();
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
    education: (level) =>
      level === null
        ? text('educationNone')
        : text('education', { level: level.name.replace(/毕业$/, '') }),
  };
}
