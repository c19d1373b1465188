import { Section } from '@/shared/ui/page';
import { useText } from '@/shared/i18n/messages';
import type { OwnInterview } from '../own-states';
import { InterviewItem } from './interview-item';
import { interviewsMessages } from './interviews.messages';

export interface InterviewListProps {
  readonly interviews: readonly OwnInterview[];
  /** Of the posting. */
  readonly title: string;
}

/** All interviews of one application. */
export function InterviewList({ interviews, title }: InterviewListProps) {
  const text = useText(interviewsMessages);
  return (
    <Section title={text('interviews')}>
      {interviews.map((interview) => (
        <InterviewItem key={interview.id} interview={interview} title={title} hasDay />
      ))}
    </Section>
  );
}
