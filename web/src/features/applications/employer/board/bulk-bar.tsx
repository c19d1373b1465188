import { Button } from 'antd';
import { useText } from '@/shared/i18n/messages';
import { stepsMessages } from '../steps/steps.messages';
import { boardMessages } from './board.messages';
import { useBoard } from './use-board';

/** What can be done with those who are selected. */
export function BulkBar({ onClear }: { readonly onClear: () => void }) {
  const text = useText(boardMessages);
  const steps = useText(stepsMessages);
  const { selected, begin } = useBoard();
  const cards = [...selected.values()];
  if (cards.length === 0) return null;
  return (
    <div
      className="gq-candidates-bar"
      role="group"
      aria-label={text('selected', { count: cards.length })}
    >
      <strong role="status">{text('selected', { count: cards.length })}</strong>
      <Button type="primary" onClick={() => begin('shortlist', cards)}>
        {steps('shortlist')}
      </Button>
      <Button danger onClick={() => begin('close', cards)}>
        {steps('close')}
      </Button>
      <Button type="text" onClick={onClear}>
        {text('clear')}
      </Button>
    </div>
  );
}
