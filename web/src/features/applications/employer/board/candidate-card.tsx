import { Button, Checkbox, Dropdown } from 'antd';
import type { ApplicationCardFragment } from '@/graphql/generated/features/applications/employer/employer';
import { useText } from '@/shared/i18n/messages';
import { Badge } from '@/shared/ui/badge';
import { employerWordsMessages } from '../employer-words.messages';
import { stepsMessages } from '../steps/steps.messages';
import { stepsOf, type Step } from '../stages';
import { useApplicationWords } from '../use-application-words';
import { useProfileLine } from '../use-profile-line';
import { boardMessages } from './board.messages';
import { useBoard } from './use-board';

/** One candidate on the board; everything the mouse can do to it, its menu can. */
export function CandidateCard({ card }: { readonly card: ApplicationCardFragment }) {
  const text = useText(boardMessages);
  const steps = useText(stepsMessages);
  const words = useApplicationWords();
  const board = useBoard();
  const able = board.mayAct ? stepsOf(card) : [];
  const name = words.name(card);
  return (
    <li
      className={`gq-candidate${board.dragged?.id === card.id ? ' gq-candidate-dragged' : ''}`}
      draggable={able.length > 0}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', card.id);
        board.drag(card);
      }}
      onDragEnd={() => board.drag(null)}
    >
      <div className="gq-candidate-head">
        {able.length > 0 && (
          <Checkbox
            aria-label={text('select', { name })}
            checked={board.selected.has(card.id)}
            onChange={({ target }) => board.select(card, target.checked)}
          />
        )}
        <button type="button" className="gq-candidate-name" onClick={() => board.open(card.id)}>
          {name}
        </button>
        <StateBadge card={card} />
      </div>
      <CardFacts card={card} />
      {able.length > 0 && (
        <Dropdown
          trigger={['click']}
          autoFocus
          menu={{
            items: able.map((step) => ({
              key: step,
              label: steps(step),
              danger: step === 'close' || step === 'notStarted',
            })),
            onClick: ({ key, domEvent }) => {
              // Enter must not press what gets the focus in the dialog that opens.
              domEvent.preventDefault();
              board.begin(key as Step, [card]);
            },
          }}
        >
          <Button size="small" aria-label={text('actionsOf', { name })}>
            {text('actions')} ▾
          </Button>
        </Dropdown>
      )}
    </li>
  );
}

function StateBadge({ card }: { readonly card: ApplicationCardFragment }) {
  const words = useApplicationWords();
  switch (card.state) {
    case 'SUBMITTED':
      return <Badge tone="accent">{words.state(card)}</Badge>;
    case 'ONBOARDED':
      return <Badge tone="good">{words.state(card)}</Badge>;
    case 'NOT_STARTED':
      return <Badge tone="bad">{words.state(card)}</Badge>;
    case 'ACCEPTED':
    case 'CLOSED':
      return <Badge>{words.state(card)}</Badge>;
    case 'VIEWED':
    case 'SHORTLISTED':
    case 'INTERVIEWING':
    case 'OFFERED':
      return null;
  }
}

function CardFacts({ card }: { readonly card: ApplicationCardFragment }) {
  const text = useText(boardMessages);
  const employer = useText(employerWordsMessages);
  const words = useApplicationWords();
  const profileLine = useProfileLine();
  const due = words.due(card);
  const interview = card.interviews.findLast(
    ({ state }) => state === 'PROPOSED' || state === 'CONFIRMED',
  );
  const said = interview && words.interview(interview);
  const line = profileLine(card.applicant);
  return (
    <div className="gq-candidate-facts">
      {card.applicant === null ? (
        <p>{employer('noConsentText')}</p>
      ) : (
        <>
          {card.applicant.headline && <p>{card.applicant.headline}</p>}
          {line !== '' && <p>{line}</p>}
        </>
      )}
      {interview && said && (
        <p>
          {text('interviewAt', { at: words.time(interview) })}{' '}
          <Badge tone={said.tone}>{said.words}</Badge>
        </p>
      )}
      {due && <p className={`gq-candidate-due-${due.tone}`}>{due.words}</p>}
    </div>
  );
}
