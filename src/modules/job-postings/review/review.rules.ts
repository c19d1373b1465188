import chineseDays from 'chinese-days';

/** Working days the bureau has to look at a posting, and to handle a report. */
const REVIEW_WORKING_DAYS = 1;
const REPORT_WORKING_DAYS = 3;

/** The instant by which what is submitted on `day` is to be decided: the end of the next working day in China. */
export function reviewDueAt(day: string): Date {
  return endOfDay(chineseDays.findWorkday(REVIEW_WORKING_DAYS, day));
}

export function reportDueAt(day: string): Date {
  return endOfDay(chineseDays.findWorkday(REPORT_WORKING_DAYS, day));
}

/** Midnight in China at the end of the day: the first instant that is no longer that day. */
function endOfDay(day: string): Date {
  return new Date(new Date(`${day}T00:00:00+08:00`).getTime() + 24 * 3_600_000);
}
