import type {
  OutcomeOfStudentFragment,
  StudentOutcomeStage,
} from '@/graphql/generated/features/affiliations/college/students';
import { useText } from '@/shared/i18n/messages';
import { Badge, type Tone } from '@/shared/ui/badge';
import { outcomesMessages } from './outcomes.messages';

const TONES: Readonly<Record<StudentOutcomeStage, Tone>> = {
  HIRED: 'good',
  OFFERED: 'accent',
  APPLYING: 'neutral',
  NONE: 'neutral',
};

export interface OutcomeProps {
  /** Null for those who are not confirmed. */
  readonly outcome: OutcomeOfStudentFragment | null | undefined;
}

/** How far a student has come, in a word. */
export function OutcomeBadge({ outcome }: OutcomeProps) {
  const text = useText(outcomesMessages);
  if (!outcome) return '–';
  const { stage, hire } = outcome;
  return <Badge tone={TONES[stage]}>{text(hire?.startedOn ? 'started' : `stage_${stage}`)}</Badge>;
}

/** The same with where. */
export function OutcomeCell({ outcome }: OutcomeProps) {
  const hire = outcome?.hire;
  return (
    <>
      <OutcomeBadge outcome={outcome} />
      {hire && (
        <span className="gq-students-hire">
          {hire.employerName}
          <span>{hire.postingTitle}</span>
        </span>
      )}
    </>
  );
}
