/**
 * Where to go after signing in: a path of ours, never another site's, and never back to the forms themselves. What stands
 * behind the fragment of the form's own address is handed on: secrets of links that no server log may have.
 */
export function thenPath(then: string | null): string {
  if (then === null || !URL.canParse(then, window.location.origin)) return '/';
  const url = new URL(then, window.location.origin);
  const isOurs = url.origin === window.location.origin && then.startsWith('/');
  const isForm = ['/sign-in', '/sign-up', '/forgot-password'].includes(url.pathname);
  return isOurs && !isForm ? url.pathname + url.search + (url.hash || window.location.hash) : '/';
}

/** The same wish, handed on to another of the forms. */
export function withThen(path: string, then: string | null): string {
  return then === null ? path : `${path}?then=${encodeURIComponent(then)}${window.location.hash}`;
}
