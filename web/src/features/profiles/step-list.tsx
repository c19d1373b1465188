import { Link } from 'react-router';
import { useText } from '@/shared/i18n/messages';
import { entryCount, stepState, STEPS, type OwnProfile, type StepName } from './profile-steps';
import { profilesMessages } from './profiles.messages';

const STATE_TEXT = {
  done: 'stateDone',
  missing: 'stateMissing',
  optional: 'stateOptional',
} as const;

export interface StepListProps {
  readonly profile: OwnProfile | null;
  readonly current: StepName;
}

/** The steps with how far each is, in the order in which they help. */
export function StepList({ profile, current }: StepListProps) {
  const text = useText(profilesMessages);
  return (
    <nav aria-label={text('steps')}>
      <ol className="gq-profile-steps">
        {STEPS.map((step, place) => {
          const state = stepState(profile, step);
          const count = entryCount(profile, step);
          const words = count !== null && count > 0 ? 'entries' : STATE_TEXT[state];
          return (
            <li key={step}>
              <Link
                to={`?step=${step}`}
                {...(step === current ? { 'aria-current': 'step' as const } : {})}
              >
                <span className={`gq-profile-mark gq-profile-mark-${state}`} aria-hidden="true">
                  {state === 'done' ? '✓' : place + 1}
                </span>
                <span className="gq-profile-step-name">{text(`step_${step}`)}</span>
                {step !== 'transfer' && <small>{text(words, { count: count ?? 0 })}</small>}
              </Link>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
