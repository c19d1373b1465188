import type { ApplicationParty } from '@/graphql/generated/features/applications/own/own';
import { useFormat } from '@/shared/format/use-format';
import { useNow } from '@/shared/format/use-now';
import { useText } from '@/shared/i18n/messages';
import { ownMessages } from './own.messages';

export interface DueProps {
  readonly at: string | null;
  readonly by: ApplicationParty | null;
}

/** Who owes the next answer, and by when. */
export function Due({ at, by }: DueProps) {
  const text = useText(ownMessages);
  const { dateTime, relative } = useFormat();
  const now = useNow();
  if (at === null || by === null) return null;
  const isOver = new Date(at).getTime() < now && by !== 'PLATFORM';
  const isUrgent = isOver || by === 'APPLICANT';
  return (
    <p className={isUrgent ? 'gq-own-due gq-own-due-urgent' : 'gq-own-due'}>
      {text(isOver ? `overdue_${by}` : `due_${by}`, { date: dateTime(at), relative: relative(at) })}
    </p>
  );
}
