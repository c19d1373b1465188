import { defineMessages } from '@/shared/i18n/messages';

export const codeMessages = defineMessages('identity-code', {
  'zh-CN': {
    contact: '手机号或邮箱',
    contactMissing: '请填写手机号或邮箱',
    code: '验证码',
    codeMissing: '请填写 6 位验证码',
    send: '获取验证码',
    sendAgain: '{count} 秒后可重发',
    sent: '验证码已发送，请查收。',
    newPassword: '新密码',
    passwordHint: '8 至 128 个字符，请勿使用常见密码。',
    passwordShort: '密码至少 8 个字符',
  },
  en: {
    contact: 'Mobile number or e-mail',
    contactMissing: 'Enter your mobile number or e-mail address',
    code: 'Code',
    codeMissing: 'Enter the 6-digit code',
    send: 'Send code',
    sendAgain: { one: 'Again in {count} s', other: 'Again in {count} s' },
    sent: 'The code is on its way.',
    newPassword: 'New password',
    passwordHint: '8 to 128 characters, not a common password.',
    passwordShort: 'At least 8 characters',
  },
});
