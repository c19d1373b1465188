import { createHash, randomBytes } from 'node:crypto';

export type SessionChannel = 'PORTAL' | 'API';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** How long a session lives: `idleMs` without a request, `absoluteMs` in any case. */
export const SESSION_LIFETIMES: Readonly<
  Record<SessionChannel, { readonly idleMs: number; readonly absoluteMs: number }>
> = {
  PORTAL: { idleMs: 7 * DAY_MS, absoluteMs: 30 * DAY_MS },
  API: { idleMs: 30 * DAY_MS, absoluteMs: 90 * DAY_MS },
};

/** How exact `lastSeenAt` is: it is not written more often than this. */
export const LAST_SEEN_STEP_MS = MINUTE_MS;

/** One more sign-in ends the session that was idle longest, so the list of devices stays readable. */
export const MAX_SESSIONS = 20;

export const SESSION_TOKEN_PREFIX = 'gqs_';
const TOKEN = /^gqs_[\w-]{43}$/;

/** A new token: 256 random bits. It is given out once; only its hash is kept. */
export function newSessionToken(): string {
  return SESSION_TOKEN_PREFIX + randomBytes(32).toString('base64url');
}

export function isSessionToken(text: string): boolean {
  return TOKEN.test(text);
}

export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

/** What the list of devices calls a browser or program, from its `User-Agent`; null when it says nothing. */
export function deviceLabel(userAgent: string | null): string | null {
  if (userAgent === null || userAgent.trim() === '') return null;
  const program = PROGRAMS.find(([pattern]) => pattern.test(userAgent))?.[1];
  const system = SYSTEMS.find(([pattern]) => pattern.test(userAgent))?.[1];
  if (program === undefined && system === undefined) {
    return /^[\w.-]{1,40}/.exec(userAgent)?.[0] ?? null;
  }
  return [program, system].filter((part) => part !== undefined).join(' · ');
}

/** The first that fits wins: the browsers below the line call themselves like those above it, too. */
const PROGRAMS: readonly (readonly [RegExp, string])[] = [
  [/MicroMessenger/, '微信'],
  [/DingTalk/, '钉钉'],
  [/HuaweiBrowser/, 'Huawei Browser'],
  [/MiuiBrowser/, 'Mi Browser'],
  [/UCBrowser/, 'UC'],
  [/QQBrowser/, 'QQ Browser'],
  [/Edg/, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox|FxiOS/, 'Firefox'],
  [/Chrome|CriOS/, 'Chrome'],
  [/Safari/, 'Safari'],
];

const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/HarmonyOS|OpenHarmony/, 'HarmonyOS'],
  [/Android/, 'Android'],
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'macOS'],
  [/Linux/, 'Linux'],
];
