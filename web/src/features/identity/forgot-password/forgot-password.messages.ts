import { defineMessages } from '@/shared/i18n/messages';

export const forgotPasswordMessages = defineMessages('identity-forgot-password', {
  'zh-CN': {
    title: '重设密码',
    lead: '用验证码确认是您本人，再设置新密码。为保护账号，其他设备会退出登录。',
    submit: '重设密码',
    done: '密码已重设，请用新密码登录。',
    toSignIn: '前往登录',
  },
  en: {
    title: 'Reset your password',
    lead: 'Show with a code that it is you, then set a new password. To protect the account, other devices are signed out.',
    submit: 'Reset the password',
    done: 'The password is reset. Sign in with the new one.',
    toSignIn: 'Sign in',
  },
});
