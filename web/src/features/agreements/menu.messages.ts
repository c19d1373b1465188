import { defineMessages } from '@/shared/i18n/messages';

/** Apart from the others, for every page has the menu. */
export const agreementsMenuMessages = defineMessages('agreements-menu', {
  'zh-CN': {
    partners: '合作企业',
    agreements: '协议',
    templates: '协议模板',
    registry: '协议台账',
    ceremonies: '签约仪式',
    own: '我的协议',
  },
  en: {
    partners: 'Partners',
    agreements: 'Agreements',
    templates: 'Templates',
    registry: 'Register',
    ceremonies: 'Ceremonies',
    own: 'My agreements',
  },
});
