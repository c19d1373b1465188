import { defineMessages } from '@/shared/i18n/messages';

export const signInMessages = defineMessages('identity-sign-in', {
  'zh-CN': {
    title: '登录',
    by: '登录方式',
    byPassword: '密码登录',
    byCode: '验证码登录',
    password: '密码',
    passwordMissing: '请填写密码',
    forgot: '忘记密码',
    submit: '登录',
    noAccount: '还没有账号？',
    signUp: '免费注册',
  },
  en: {
    title: 'Sign in',
    by: 'How to sign in',
    byPassword: 'With password',
    byCode: 'With a code',
    password: 'Password',
    passwordMissing: 'Enter your password',
    forgot: 'Forgot your password?',
    submit: 'Sign in',
    noAccount: 'No account yet?',
    signUp: 'Sign up free of charge',
  },
});
