import { Button, Modal } from 'antd';
import { useText } from '@/shared/i18n/messages';
import { toast } from '@/shared/ui/toasts';
import { apiKeysMessages } from './api-keys.messages';

export interface TokenDialogProps {
  /** Null when the answer with it was lost on its way. */
  readonly token: string | null;
  readonly onClose: () => void;
}

/** The new key, this once. */
export function TokenDialog({ token, onClose }: TokenDialogProps) {
  const text = useText(apiKeysMessages);
  const copy = async (): Promise<void> => {
    if (token === null) return;
    await navigator.clipboard.writeText(token);
    toast.success(text('copied'));
  };
  return (
    <Modal
      open
      title={text('tokenTitle')}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      footer={
        <>
          {token !== null && <Button onClick={() => void copy()}>{text('copy')}</Button>}
          <Button type="primary" onClick={onClose}>
            {text('close')}
          </Button>
        </>
      }
    >
      {token === null ? (
        <p>{text('tokenLost')}</p>
      ) : (
        <>
          <p>{text('tokenText')}</p>
          <code className="gq-own-key">{token}</code>
        </>
      )}
    </Modal>
  );
}
