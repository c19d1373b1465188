import { defineMessages } from '@/shared/i18n/messages';

export const operatorMessages = defineMessages('operator', {
  'zh-CN': {
    operator: '运营单位：{name}',
    contact: '联系方式：',
  },
  en: {
    operator: 'Operated by {name}.',
    contact: 'Contact: ',
  },
});
