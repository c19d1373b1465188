import { useCallback } from 'react';
import { useLocale } from '@/shared/i18n/locale';
import { useText } from '@/shared/i18n/messages';
import { ownWordsMessages } from './own-words.messages';

/** What the law wants in a posting, in the order in which the editor asks for it. */
export const ELEMENTS = [
  'employer',
  'title',
  'engagementType',
  'headcount',
  'duties',
  'conditions',
  'workConditions',
  'pay',
  'region',
  'validThrough',
] as const;
export type Element = (typeof ELEMENTS)[number];

export function isElement(name: string): name is Element {
  return (ELEMENTS as readonly string[]).includes(name);
}

/** Several elements in one breath: 薪酬、工作地区. */
export function useElementNames(): (elements: readonly Element[]) => string {
  const text = useText(ownWordsMessages);
  const locale = useLocale();
  return useCallback(
    (elements) =>
      elements.map((element) => text(`element_${element}`)).join(locale === 'en' ? ', ' : '、'),
    [text, locale],
  );
}
