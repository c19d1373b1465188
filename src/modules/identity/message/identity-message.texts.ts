import type { Locale } from '../../../core/context/index.js';
import type { IdentityMessageKind } from './identity-message.repository.js';

/** Notices about the account. They carry no link, so that nobody learns to follow one in such a message. */
export const NOTICE_TEXTS: Readonly<
  Record<
    Exclude<IdentityMessageKind, 'ONE_TIME_CODE'>,
    Readonly<Record<Locale, { readonly subject: string; readonly text: string }>>
  >
> = {
  CONTACT_CHANGED: {
    'zh-CN': {
      subject: '您的登录联系方式已更换',
      text: '您账号的登录联系方式刚刚被更换，此联系方式不能再用于登录。如非本人操作，请立即联系平台管理员。',
    },
    en: {
      subject: 'Your sign-in contact was changed',
      text: 'The contact you sign in with was changed just now; this one no longer works. If that was not you, get in touch with the platform at once.',
    },
  },
  PASSWORD_CHANGED: {
    'zh-CN': {
      subject: '您的密码已修改',
      text: '您账号的密码刚刚被修改，其他设备已退出登录。如非本人操作，请立即用验证码重设密码并联系平台管理员。',
    },
    en: {
      subject: 'Your password was changed',
      text: 'The password of your account was changed just now and other devices were signed out. If that was not you, set a new one with a one-time code and get in touch with the platform.',
    },
  },
};
