import { defineMessages } from '@/shared/i18n/messages';

/** Agreements a person is a party of, or is asked to sign. */
export const ownAgreementsMessages = defineMessages('ownAgreements', {
  'zh-CN': {
    title: '我的协议',
    lead: '您本人签署的实习、就业协议，以及请您以监护人或受托人身份签署的协议。',
    kind: '协议类型',
    parties: '签约各方',
    noneTitle: '还没有协议',
    noneText: '学校或单位请您签署实习、就业协议时，会出现在这里，并同时通知您。',
    separator: '、',
  },
  en: {
    title: 'My agreements',
    lead: 'Internships and employments you sign yourself, and what you are asked to sign as a guardian or by a power of attorney.',
    kind: 'Kind',
    parties: 'Parties',
    noneTitle: 'No agreements yet',
    noneText:
      'When a college or an employer asks you to sign an internship or an employment, you find it here and are told of it.',
    separator: ', ',
  },
});
