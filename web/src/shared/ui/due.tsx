import { daysBetween, today } from '../format/days';
import { useFormat } from '../format/use-format';
import { useText } from '../i18n/messages';
import { Badge } from './badge';
import { dueMessages } from './due.messages';

export interface DueProps {
  /** A plain day, or an instant whose time of day counts as well. */
  readonly at: string;
  readonly isOverdue: boolean;
}

/** The clock of something that is owed: when, and how long that still is. */
export function Due({ at, isOverdue }: DueProps) {
  const text = useText(dueMessages);
  const { date, dateTime } = useFormat();
  const isDay = /^\d{4}-\d\d-\d\d$/.test(at);
  const day = isDay ? at : today(Date.parse(at));
  const left = daysBetween(today(), day);
  return (
    <span className="gq-due">
      <Badge tone={isOverdue ? 'bad' : left <= 1 ? 'warn' : 'neutral'}>
        {wording(left, isOverdue, text)}
      </Badge>
      <span className="gq-due-at">{text('until', { date: isDay ? date(at) : dateTime(at) })}</span>
    </span>
  );
}

function wording(
  left: number,
  isOverdue: boolean,
  text: ReturnType<typeof useText<'overdue' | 'overdueToday' | 'today' | 'left'>>,
): string {
  if (isOverdue) return left < 0 ? text('overdue', { count: -left }) : text('overdueToday');
  return left <= 0 ? text('today') : text('left', { count: left });
}
