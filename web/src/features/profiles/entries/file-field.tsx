import { Button } from 'antd';
import { useRef } from 'react';
import { useText } from '@/shared/i18n/messages';
import { profilesMessages } from '../profiles.messages';

export interface FileFieldProps {
  readonly id?: string;
  readonly value?: File | null;
  readonly onChange?: (file: File) => void;
  readonly onChoose?: (file: File) => void;
  readonly accept: string;
  readonly disabled?: boolean;
}

/** Chooses one file; the button bears the field's id, so that label and refusals lead to it. */
export function FileField({ id, value, onChange, onChoose, accept, disabled }: FileFieldProps) {
  const text = useText(profilesMessages);
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className="gq-profile-file">
      <input
        ref={input}
        type="file"
        aria-label={text('chooseFile')}
        accept={accept}
        hidden
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file === undefined) return;
          onChange?.(file);
          onChoose?.(file);
          target.value = '';
        }}
      />
      <Button
        {...(id === undefined ? {} : { id })}
        disabled={disabled ?? false}
        onClick={() => input.current?.click()}
      >
        {value ? text('fileChosen', { name: value.name }) : text('chooseFile')}
      </Button>
    </div>
  );
}
