import { Button } from 'antd';
import { useId, useRef, useState } from 'react';
import { useText } from '@/shared/i18n/messages';
import { fileUploadMessages } from '@/shared/ui/file-upload.messages';
import { profilesMessages } from '../profiles.messages';

/** No résumé in words is longer; the rest of the file would only hold the page up. */
const MAX_MEGABYTES = 1;

export interface TextFileButtonProps {
  /** Extensions with their dots, and media types, as the chooser of the browser wants them. */
  readonly accept: string;
  readonly onText: (text: string) => void;
}

/** Reads a file of this device into the form; nothing is sent by it, and a file that is none of them changes nothing. */
export function TextFileButton({ accept, onText }: TextFileButtonProps) {
  const text = useText(profilesMessages);
  const words = useText(fileUploadMessages);
  const input = useRef<HTMLInputElement>(null);
  const problemId = useId();
  const [problem, setProblem] = useState<string | null>(null);
  const take = async (file: File): Promise<void> => {
    const extensions = accept.split(',').filter((each) => each.startsWith('.'));
    const types = extensions.map((each) => each.slice(1).toUpperCase()).join(', ');
    if (!extensions.some((each) => file.name.toLowerCase().endsWith(each)))
      return setProblem(words('wrongType', { types }));
    if (file.size === 0) return setProblem(words('empty'));
    if (file.size > MAX_MEGABYTES * 1024 * 1024)
      return setProblem(words('tooLarge', { megabytes: MAX_MEGABYTES }));
    const document = await inWords(file);
    setProblem(document === null ? words('wrongType', { types }) : null);
    if (document !== null) onText(document);
  };
  return (
    <div className="gq-profile-file">
      <input
        ref={input}
        type="file"
        aria-label={text('chooseFile')}
        accept={accept}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file !== undefined) void take(file);
          target.value = '';
        }}
      />
      <Button
        aria-describedby={problem === null ? undefined : problemId}
        onClick={() => input.current?.click()}
      >
        {text('chooseFile')}
      </Button>
      {problem !== null && (
        <p id={problemId} role="alert" className="gq-profile-problem">
          {problem}
        </p>
      )}
    </div>
  );
}

/** Null for a file that is no text. */
async function inWords(file: File): Promise<string | null> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
  } catch {
    return null;
  }
}
