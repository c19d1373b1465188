import type { Locale } from '../context/index.js';

export interface CodeTexts {
  readonly subject: string;
  readonly text: string;
}

/** The wording of a code; it says neither who asked nor what for, since anyone can have it sent to any address. */
export const CODE_TEXTS: Readonly<Record<Locale, (code: string) => CodeTexts>> = {
  'zh-CN': (code) => ({
    subject: '验证码',
    text: `您的验证码是 ${code}，请在 10 分钟内使用。\n\n请勿将验证码告诉任何人。如非本人操作，请忽略此消息。`,
  }),
  en: (code) => ({
    subject: 'Your code',
    text: `Your code is ${code}. It is valid for 10 minutes.\n\nDo not give it to anyone. If you did not ask for it, ignore this message.`,
  }),
};
