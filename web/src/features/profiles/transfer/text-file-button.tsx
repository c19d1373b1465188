import { Button } from 'antd';
import { useRef } from 'react';
import { useText } from '@/shared/i18n/messages';
import { profilesMessages } from '../profiles.messages';

export interface TextFileButtonProps {
  readonly accept: string;
  readonly onText: (text: string) => void;
}

/** Reads a file of this device into the form; nothing is sent by it. */
export function TextFileButton({ accept, onText }: TextFileButtonProps) {
  const text = useText(profilesMessages);
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className="gq-profile-file">
      <input
        ref={input}
        type="file"
        aria-label={text('chooseFile')}
        accept={accept}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file !== undefined) void file.text().then(onText);
          target.value = '';
        }}
      />
      <Button onClick={() => input.current?.click()}>{text('chooseFile')}</Button>
    </div>
  );
}
