import type { ApplicationCardFragment } from '@/graphql/generated/features/applications/employer/employer';

export type State = ApplicationCardFragment['state'];

/** Columns of the board, from the application to its end. */
export const STAGES = [
  'applied',
  'shortlisted',
  'interviewing',
  'offered',
  'hired',
  'ended',
] as const;
export type Stage = (typeof STAGES)[number];

export const STATES_OF: Readonly<Record<Stage, readonly State[]>> = {
  applied: ['SUBMITTED', 'VIEWED'],
  shortlisted: ['SHORTLISTED'],
  interviewing: ['INTERVIEWING'],
  offered: ['OFFERED'],
  hired: ['ACCEPTED', 'ONBOARDED'],
  ended: ['CLOSED', 'NOT_STARTED'],
};

/** What the employer does with an application. */
export type Step = 'shortlist' | 'interview' | 'offer' | 'close' | 'onboard' | 'notStarted';

type Can = Pick<ApplicationCardFragment, 'viewerCan' | 'state'>;

/** Steps the viewer may take now, in the order of the stages they lead to. */
export function stepsOf({ viewerCan, state }: Can): Step[] {
  return [
    ...(viewerCan.shortlist ? (['shortlist'] as const) : []),
    ...(viewerCan.interview ? (['interview'] as const) : []),
    ...(viewerCan.offer ? (['offer'] as const) : []),
    ...(viewerCan.onboard && state === 'ACCEPTED' ? (['onboard', 'notStarted'] as const) : []),
    ...(viewerCan.close ? (['close'] as const) : []),
  ];
}

const STEP_TO: Readonly<Partial<Record<Stage, Step>>> = {
  shortlisted: 'shortlist',
  interviewing: 'interview',
  offered: 'offer',
  ended: 'close',
};

/** The step that moves a card into a column; null when nothing does. */
export function stepInto(stage: Stage, card: Can): Step | null {
  const step = STEP_TO[stage];
  return step !== undefined && stepsOf(card).includes(step) ? step : null;
}

/** Queries whose answers change with an application. */
export const REFRESHED = [
  'Applications',
  'EmployerApplication',
  'BoardPosting',
  'OwnPosting',
  'OwnPostingFigures',
  'WaitingApplications',
] as const;
