import { useState, type DragEvent } from 'react';
import { Applications } from '@/graphql/generated/features/applications/employer/employer';
import { useFormat } from '@/shared/format/use-format';
import { usePages } from '@/shared/graphql/pages';
import { useText } from '@/shared/i18n/messages';
import { MoreButton } from '@/shared/ui/records';
import { Loaded } from '@/shared/ui/states';
import { employerWordsMessages } from '../employer-words.messages';
import { stepsMessages } from '../steps/steps.messages';
import { STATES_OF, stepInto, type Stage } from '../stages';
import { boardMessages } from './board.messages';
import { CandidateCard } from './candidate-card';
import { useBoard } from './use-board';

const POLL_MS = 30_000;

/** The applications at one stage, those whose answer is due first on top. */
export function useStage(jobPostingId: string, stage: Stage) {
  return usePages(
    Applications,
    {
      jobPostingId,
      organisationId: null,
      states: STATES_OF[stage],
      orderBy: stage === 'ended' ? 'NEWEST' : 'ANSWER_DUE',
    },
    ({ applications }) => applications,
    { pollMs: POLL_MS },
  );
}

export interface StageColumnProps {
  readonly stage: Stage;
  /** On a phone only the chosen stage is shown. */
  readonly isChosen: boolean;
}

/** A column of the board; it takes cards that may move into it. */
export function StageColumn({ stage, isChosen }: StageColumnProps) {
  const text = useText(boardMessages);
  const words = useText(employerWordsMessages);
  const steps = useText(stepsMessages);
  const { number } = useFormat();
  const board = useBoard();
  const [isOver, setOver] = useState(false);
  const pages = useStage(board.jobPostingId, stage);
  const { dragged } = board;
  const step = dragged === null ? null : stepInto(stage, dragged);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    if (dragged !== null && step !== null) board.begin(step, [dragged]);
    board.drag(null);
  };
  const state = step === null ? '' : isOver ? ' gq-stage-over' : ' gq-stage-takes';
  return (
    <section
      className={`gq-stage${state}${isChosen ? ' gq-stage-chosen' : ''}`}
      aria-label={words(`stage_${stage}`)}
      {...(step === null
        ? {}
        : {
            onDragOver: (event: DragEvent) => {
              event.preventDefault();
              setOver(true);
            },
            onDragLeave: () => setOver(false),
            onDrop: drop,
          })}
    >
      <h2>
        {words(`stage_${stage}`)}
        {pages.totalCount !== null && (
          <span className="gq-stage-count">{number(pages.totalCount)}</span>
        )}
      </h2>
      {step !== null && <p className="gq-stage-hint">{text('dragHint', { step: steps(step) })}</p>}
      <Loaded of={pages}>
        {({ nodes }) =>
          nodes.length === 0 ? (
            <p className="gq-stage-none">{text('none')}</p>
          ) : (
            <ul>
              {nodes.map((card) => (
                <CandidateCard key={card.id} card={card} />
              ))}
            </ul>
          )
        }
      </Loaded>
      <MoreButton pages={pages} />
    </section>
  );
}
