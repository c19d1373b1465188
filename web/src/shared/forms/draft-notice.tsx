import { Alert, Button } from 'antd';
import { useText } from '../i18n/messages';
import { uiMessages } from '../ui/ui.messages';
import type { DraftKeeping } from './use-draft';

export interface DraftNoticeProps {
  readonly draft: DraftKeeping;
  /** Puts the form back to what it was. */
  readonly onDiscard: () => void;
}

/** Says that an earlier draft is in the form, and lets it be thrown away. */
export function DraftNotice({ draft, onDiscard }: DraftNoticeProps) {
  const text = useText(uiMessages);
  if (!draft.wasRestored) return null;
  return (
    <div className="gq-form-problems">
      <Alert
        type="info"
        showIcon
        title={text('unsavedDraft')}
        action={
          <Button
            size="small"
            onClick={() => {
              draft.discard();
              onDiscard();
            }}
          >
            {text('discardDraft')}
          </Button>
        }
      />
    </div>
  );
}
