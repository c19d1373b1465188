import type { Locale } from '../context/index.js';

/** The closed list of `errors[].extensions.code`. */
export type BoundaryCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'BAD_USER_INPUT'
  | 'QUERY_TOO_COMPLEX'
  | 'RATE_LIMITED'
  | 'UNAVAILABLE'
  | 'INTERNAL_SERVER_ERROR';

export const BOUNDARY_CODES: ReadonlySet<string> = new Set<BoundaryCode>([
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'BAD_USER_INPUT',
  'QUERY_TOO_COMPLEX',
  'RATE_LIMITED',
  'UNAVAILABLE',
  'INTERNAL_SERVER_ERROR',
]);

/** What is said where the message of the error itself must not get out or says nothing to a reader. */
const TEXTS: Record<
  'UNAUTHENTICATED' | 'FORBIDDEN' | 'RATE_LIMITED' | 'UNAVAILABLE' | 'INTERNAL_SERVER_ERROR',
  Record<Locale, string>
> = {
  UNAUTHENTICATED: { 'zh-CN': '请先登录', en: 'Please sign in first' },
  FORBIDDEN: { 'zh-CN': '您没有此操作的权限', en: 'You are not allowed to do this' },
  RATE_LIMITED: { 'zh-CN': '操作过于频繁，请稍后再试', en: 'Too many requests; try again later' },
  UNAVAILABLE: {
    'zh-CN': '服务暂时不可用，请稍后再试',
    en: 'The service is briefly unavailable; try again soon',
  },
  INTERNAL_SERVER_ERROR: {
    'zh-CN': '系统出错，我们已记录该问题；联系我们时请提供请求编号',
    en: 'Something went wrong on our side and was recorded; quote the request id when you contact us',
  },
};

export function boundaryText(code: keyof typeof TEXTS, locale: Locale): string {
  return TEXTS[code][locale];
}
