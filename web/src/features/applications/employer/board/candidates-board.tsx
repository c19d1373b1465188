import { useMemo, useState } from 'react';
import { Link } from 'react-router';
import type { ApplicationCardFragment } from '@/graphql/generated/features/applications/employer/employer';
import { useFormat } from '@/shared/format/use-format';
import { useAttempt } from '@/shared/forms/use-attempt';
import { useLocale } from '@/shared/i18n/locale';
import { useText } from '@/shared/i18n/messages';
import { useFilters } from '@/shared/routing/use-filters';
import { FilterTabs } from '@/shared/ui/filter-tabs';
import { EmptyState } from '@/shared/ui/states';
import { employerWordsMessages } from '../employer-words.messages';
import { STAGES, type Stage, type Step } from '../stages';
import { StepDialog } from '../steps/step-dialog';
import { stepsMessages } from '../steps/steps.messages';
import { useBulk } from '../steps/use-bulk';
import { useApplicationWords } from '../use-application-words';
import { boardMessages } from './board.messages';
import { BulkBar } from './bulk-bar';
import { CandidateDrawer } from './candidate-drawer';
import { StageColumn, useStage } from './stage-column';
import { BoardContext, type Board } from './use-board';

export interface CandidatesBoardProps {
  readonly organisationId: string;
  readonly jobPostingId: string;
  readonly mayAct: boolean;
}

interface Pending {
  readonly step: Step;
  readonly cards: readonly ApplicationCardFragment[];
}

/** Candidates by stage: columns where there is room, one stage at a time on a phone. */
export function CandidatesBoard({ organisationId, jobPostingId, mayAct }: CandidatesBoardProps) {
  const steps = useText(stepsMessages);
  const { name } = useApplicationWords();
  const locale = useLocale();
  const attempt = useAttempt();
  const { shortlist } = useBulk();
  const [filters, setFilters] = useFilters<'stage' | 'application'>();
  const [selected, setSelected] = useState<ReadonlyMap<string, ApplicationCardFragment>>(new Map());
  const [dragged, drag] = useState<ApplicationCardFragment | null>(null);
  const [pending, setPending] = useState<Pending | null>(null);
  const [announced, setAnnounced] = useState('');
  const chosen = STAGES.find((stage) => stage === filters.stage) ?? 'applied';

  const tell = ({ step, cards }: Pending): string => {
    const names = cards.map(name).join(locale === 'en' ? ', ' : '、');
    const words = steps(`done_${step}`, { names });
    setAnnounced(words);
    setSelected(new Map());
    return words;
  };
  const begin = (step: Step, cards: readonly ApplicationCardFragment[]): void => {
    const [card] = cards;
    if (step !== 'shortlist' || cards.length !== 1 || card === undefined)
      return setPending({ step, cards });
    void attempt(async () => {
      await shortlist([card.id]);
      tell({ step, cards });
    });
  };
  const board: Board = {
    jobPostingId,
    mayAct,
    selected,
    select: (card, isSelected) => {
      const next = new Map(selected);
      if (isSelected) next.set(card.id, card);
      else next.delete(card.id);
      setSelected(next);
    },
    dragged,
    drag,
    open: (application) => setFilters({ application }),
    begin,
  };
  return (
    <BoardContext value={board}>
      <StageTabs
        jobPostingId={jobPostingId}
        chosen={chosen}
        onChoose={(stage) => setFilters({ stage })}
      />
      <NobodyYet organisationId={organisationId} jobPostingId={jobPostingId} />
      <div className="gq-board">
        {STAGES.map((stage) => (
          <StageColumn key={stage} stage={stage} isChosen={stage === chosen} />
        ))}
      </div>
      <BulkBar onClear={() => setSelected(new Map())} />
      <p className="gq-hidden-text" role="status">
        {announced}
      </p>
      <CandidateDrawer
        applicationId={filters.application ?? null}
        organisationId={organisationId}
        onStep={(step, card) => setPending({ step, cards: [card] })}
        onClose={() => setFilters({ application: null })}
      />
      {pending && (
        <StepDialog
          {...pending}
          onClose={(isDone) => {
            if (isDone) tell(pending);
            setPending(null);
          }}
        />
      )}
    </BoardContext>
  );
}

function useCounts(jobPostingId: string): Readonly<Record<Stage, number | null>> {
  const applied = useStage(jobPostingId, 'applied').totalCount;
  const shortlisted = useStage(jobPostingId, 'shortlisted').totalCount;
  const interviewing = useStage(jobPostingId, 'interviewing').totalCount;
  const offered = useStage(jobPostingId, 'offered').totalCount;
  const hired = useStage(jobPostingId, 'hired').totalCount;
  const ended = useStage(jobPostingId, 'ended').totalCount;
  return useMemo(
    () => ({ applied, shortlisted, interviewing, offered, hired, ended }),
    [applied, shortlisted, interviewing, offered, hired, ended],
  );
}

interface StageTabsProps {
  readonly jobPostingId: string;
  readonly chosen: Stage;
  readonly onChoose: (stage: Stage) => void;
}

/** Chooses the stage where only one is shown. */
function StageTabs({ jobPostingId, chosen, onChoose }: StageTabsProps) {
  const text = useText(boardMessages);
  const words = useText(employerWordsMessages);
  const { number } = useFormat();
  const counts = useCounts(jobPostingId);
  return (
    <div className="gq-board-tabs">
      <FilterTabs
        label={text('stages')}
        value={chosen}
        onChange={onChoose}
        tabs={STAGES.map((stage) => {
          const count = counts[stage];
          return {
            value: stage,
            label: words(`stage_${stage}`),
            count: count === null ? null : number(count),
          };
        })}
      />
    </div>
  );
}

function NobodyYet({
  organisationId,
  jobPostingId,
}: Pick<CandidatesBoardProps, 'organisationId' | 'jobPostingId'>) {
  const text = useText(boardMessages);
  const counts = useCounts(jobPostingId);
  if (!Object.values(counts).every((count) => count === 0)) return null;
  return (
    <EmptyState title={text('noneAtAll')}>
      <p>{text('noneAtAllText')}</p>
      <Link
        className="gq-button"
        to={`/work/${organisationId}/postings/${jobPostingId}/recommended`}
      >
        {text('toRecommended')}
      </Link>
    </EmptyState>
  );
}
