import { defineMessages } from '@/shared/i18n/messages';

/** Which kind of agreement is drawn up, and between whom. */
export const partiesMessages = defineMessages('agreementDraftParties', {
  'zh-CN': {
    kind: '协议类别',
    ownRole: '本单位是',
    noKind: '贵单位目前不能起草协议',
    noKindText: '需要签署的协议由其他单位起草，收到后会通知您。',
    organisationSearch: '输入单位名称查找已核验单位',
    noOrganisation: '没有找到已核验的单位',
    personSearch: '输入姓名或学号查找',
    noPerson: '没有找到：只能选择本校已认证的学生，或本单位已发录用通知的应聘者',
    tooMany: '最多 {count} 个',
  },
  en: {
    kind: 'Kind of agreement',
    ownRole: 'Your organisation is',
    noKind: 'Your organisation draws up no agreements',
    noKindText: 'Others draw up what you sign; you are told when there is something.',
    organisationSearch: 'Find a verified organisation by its name',
    noOrganisation: 'No verified organisation found',
    personSearch: 'Find by name or student number',
    noPerson:
      'Nobody found: a college names its confirmed students, an enterprise people it made an offer',
    tooMany: { one: 'At most {count}', other: 'At most {count}' },
  },
});
