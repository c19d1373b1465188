import chineseDays from 'chinese-days';
import { calendarDay } from '../../../core/clock/index.js';
import type { EvidenceKind } from '../../../generated/prisma/enums.js';
import type { Requirement } from './evidence-requirements.js';
import { verificationErrors } from './verification.errors.js';

/** Working days the bureau has to decide. */
const DECISION_WORKING_DAYS = 5;
/** Longest time a verification may hold, by the five-department notice. */
const VALIDITY_MONTHS = 6;
export const APPEAL_DAYS = 15;
/** How long before its end an organisation is reminded of the re-check. */
export const REMINDER_DAYS = [30, 7, 1] as const;

/** The day by which what is handed in on `day` is to be decided, public holidays and shifted working days considered. */
export function decisionDueOn(day: string): string {
  return chineseDays.findWorkday(DECISION_WORKING_DAYS, day);
}

export function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** The same day of a later month, or that month's last day when it has no such day. */
export function addMonths(day: string, months: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  const dayOfMonth = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months + 1, 0);
  date.setUTCDate(Math.min(dayOfMonth, date.getUTCDate()));
  return date.toISOString().slice(0, 10);
}

/** Midnight in China at the end of the day: the first instant that is no longer that day. */
export function endOfDay(day: string): Date {
  return new Date(`${addDays(day, 1)}T00:00:00+08:00`);
}

/** The last day a verification decided on `today` may still hold. */
export function latestValidity(today: string): string {
  return addDays(addMonths(today, VALIDITY_MONTHS), -1);
}

/** The instant at which a verification ends whose last day is `lastDay` (the latest possible one when not named). */
export function validityEnd(today: string, lastDay: string | null): Date {
  const latest = latestValidity(today);
  const day = lastDay ?? latest;
  if (day > latest)
    throw verificationErrors.VALIDITY_TOO_LONG({ field: ['validUntil'], params: { latest } });
  if (day < today) throw verificationErrors.VALIDITY_PAST({ field: ['validUntil'] });
  return endOfDay(day);
}

/** The last day on which a refusal of that instant may be appealed. */
export function appealUntil(refusedAt: Date): string {
  return addDays(calendarDay(refusedAt), APPEAL_DAYS);
}

export function ensureAppealInTime(refusedAt: Date, today: string): void {
  if (today > appealUntil(refusedAt))
    throw verificationErrors.APPEAL_TOO_LATE({ params: { days: APPEAL_DAYS } });
}

export interface Evidence {
  readonly fileId: string;
  readonly kind: EvidenceKind;
}

/** Refuses evidence that misses a required paper, brings one nobody asked for, or names a file twice. */
export function checkEvidence(
  required: readonly Requirement[],
  evidence: readonly Evidence[],
): void {
  evidence.forEach(({ kind, fileId }, i) => {
    const field = ['evidence', String(i)];
    if (!required.some((anyOf) => anyOf.includes(kind)))
      throw verificationErrors.EVIDENCE_NOT_ASKED_FOR({ field: [...field, 'kind'] });
    if (evidence.findIndex((other) => other.fileId === fileId) !== i)
      throw verificationErrors.FILE_REPEATED({ field: [...field, 'fileId'] });
  });
  const missing = required.find((anyOf) => !evidence.some(({ kind }) => anyOf.includes(kind)));
  if (missing)
    throw verificationErrors.EVIDENCE_MISSING({
      field: ['evidence'],
      params: { evidence: missing },
    });
}

/**
 * Which reminder an organisation has earned by now: the nearest step that has been reached, so that a night the
 * scheduler missed is caught up once and not three times.
 */
export function reminderDue(verifiedUntil: Date, now: Date): number | null {
  if (verifiedUntil.getTime() <= now.getTime()) return null;
  const today = calendarDay(now);
  const lastDay = calendarDay(new Date(verifiedUntil.getTime() - 1));
  const reached = REMINDER_DAYS.filter((days) => addDays(lastDay, 1 - days) <= today);
  return reached.length > 0 ? Math.min(...reached) : null;
}
