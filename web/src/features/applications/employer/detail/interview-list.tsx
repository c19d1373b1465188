import type { EmployerInterviewFragment } from '@/graphql/generated/features/applications/employer/employer';
import { useText } from '@/shared/i18n/messages';
import { Badge } from '@/shared/ui/badge';
import { employerWordsMessages } from '../employer-words.messages';
import { InterviewActions } from '../interviews/interview-actions';
import { useApplicationWords } from '../use-application-words';
import { detailMessages } from './detail.messages';

export interface InterviewListProps {
  readonly interviews: readonly EmployerInterviewFragment[];
  readonly mayDecide: boolean;
}

/** The interviews of one application and what can be done about each. */
export function InterviewList({ interviews, mayDecide }: InterviewListProps) {
  const text = useText(detailMessages);
  const employer = useText(employerWordsMessages);
  const words = useApplicationWords();
  return (
    <section>
      <h3>{text('interviews')}</h3>
      {interviews.length === 0 ? (
        <p className="gq-candidate-soft">{text('noInterviews')}</p>
      ) : (
        <ul className="gq-candidate-entries">
          {interviews.map((interview) => {
            const said = words.interview(interview);
            return (
              <li key={interview.id}>
                <p>
                  <strong>{words.time(interview)}</strong>{' '}
                  <Badge tone={said.tone}>{said.words}</Badge>
                </p>
                <p className="gq-candidate-soft">
                  {[employer(`mode_${interview.mode}`), interview.place, interview.cancelReason]
                    .filter(Boolean)
                    .join(' · ')}
                </p>
                {mayDecide && <InterviewActions interview={interview} />}
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
