import { defineMessages } from '@/shared/i18n/messages';

export const inviteMessages = defineMessages('candidate-invite', {
  'zh-CN': {
    invite: '邀请投递',
    inviteOf: '邀请投递：{name}',
    inviteTitle: '邀请 {name} 投递本岗位？',
    inviteText:
      '对方会收到通知，是否投递由本人决定；投递后您才能看到其联系方式。同一岗位对同一人只能邀请一次。',
    invited: '已邀请，对方会收到通知',
    invitedOn: '{day} 已邀请投递',
    notWanted: '对方不接受邀请，可等其主动投递',
    nameless: '此人',
  },
  en: {
    invite: 'Invite to apply',
    inviteOf: 'Invite to apply: {name}',
    inviteTitle: 'Invite {name} to apply?',
    inviteText:
      'The person is told, and decides whether to apply; you see the contact details once they do. A person can be invited to a posting once.',
    invited: 'Invited; the person is being told',
    invitedOn: 'Invited on {day}',
    notWanted: 'Takes no invitations; may still apply',
    nameless: 'this person',
  },
});
