import { useState } from 'react';
import { useText } from '@/shared/i18n/messages';
import { FileBox, useFileCheck } from '@/shared/ui/file-box';
import { Section } from '@/shared/ui/page';
import { readHeldFile, type HeldFile } from './sealed-file';
import { verificationMessages } from './verification.messages';

const RULES = { extensions: ['pdf'], maxMegabytes: 20 } as const;

export interface FileSectionProps {
  readonly held: HeldFile | null;
  readonly onHold: (file: HeldFile | null) => void;
}

/** The file that is to be compared. What is wrong with one leaves no verdict of another on show. */
export function FileSection({ held, onHold }: FileSectionProps) {
  const text = useText(verificationMessages);
  const check = useFileCheck(RULES);
  const [problem, setProblem] = useState<string | null>(null);
  const take = async (file: File): Promise<void> => {
    onHold(null);
    const wrong = check(file);
    setProblem(wrong);
    if (wrong !== null) return;
    // Only pages that came over a safe connection may calculate.
    if (!window.isSecureContext) {
      setProblem(text('unsupported'));
      return;
    }
    const found = await readHeldFile(file).catch(() => undefined);
    if (found) onHold(found);
    else setProblem(text(found === null ? 'noPdf' : 'unreadable'));
  };
  return (
    <Section title={text('file')}>
      <p className="gq-verification-label">{text('choose')}</p>
      <FileBox
        aria-label={text('pdf')}
        aria-describedby="verification-local"
        rules={RULES}
        chosen={held}
        problem={problem}
        doneText={held === null ? '' : text('read', { name: held.fileName })}
        onTake={(file) => void take(file)}
        onRemove={() => onHold(null)}
      />
      <p id="verification-local" className="gq-verification-note">
        {text('local')}
      </p>
      {held !== null && (
        <p>
          {text('hash')}
          <br />
          <code className="gq-verification-hash">{held.sha256}</code>
        </p>
      )}
    </Section>
  );
}
