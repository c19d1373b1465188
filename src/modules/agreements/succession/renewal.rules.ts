const DAY_MS = 86_400_000;

export interface Term {
  readonly startsOn: string;
  readonly endsOn: string;
}

/** How far a term and what is due in it moves: by whole months where it lasts whole months, else by days. */
export type Shift = { readonly months: number } | { readonly days: number };

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The same day so many months later; the last of its month where that is shorter. */
function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last)))
    .toISOString()
    .slice(0, 10);
}

function shiftOf({ startsOn, endsOn }: Term): Shift {
  const next = addDays(endsOn, 1);
  const [fromYear = 0, fromMonth = 0] = startsOn.split('-').map(Number);
  const [year = 0, month = 0] = next.split('-').map(Number);
  const months = (year - fromYear) * 12 + month - fromMonth;
  if (months > 0 && addMonths(startsOn, months) === next) return { months };
  return { days: (Date.parse(next) - Date.parse(startsOn)) / DAY_MS };
}

function shifted(day: string, shift: Shift): string {
  return 'months' in shift ? addMonths(day, shift.months) : addDays(day, shift.days);
}

/** The term right after this one, as long as it, and where in it something due now falls. */
export function renewedTerm(term: Term): Term & { readonly due: (dueOn: string) => string } {
  const shift = shiftOf(term);
  const startsOn = addDays(term.endsOn, 1);
  const endsOn = addDays(shifted(startsOn, shift), -1);
  const within = (day: string): string => (day < startsOn ? startsOn : day > endsOn ? endsOn : day);
  return { startsOn, endsOn, due: (dueOn) => within(shifted(dueOn, shift)) };
}
