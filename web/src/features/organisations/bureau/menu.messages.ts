import { defineMessages } from '@/shared/i18n/messages';

/** Apart from the others, for every page has the menu. */
export const bureauMenuMessages = defineMessages('bureau-menu', {
  'zh-CN': { verifications: '核验办理', registry: '单位名录', bureaux: '单位名录' },
  en: { verifications: 'Verifications', registry: 'Organisations', bureaux: 'Organisations' },
});
