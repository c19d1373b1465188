import './file-upload.css';
import { Button } from 'antd';
import { useId, useRef, useState } from 'react';
import { useFormat } from '../format/use-format';
import { useLocale } from '../i18n/locale';
import { useText } from '../i18n/messages';
import { fileUploadMessages } from './file-upload.messages';
import { useUpload, type UploadedFile } from './use-upload';

const MEGABYTE = 1024 * 1024;

export interface FileUploadProps {
  /** What the file is for, by its name in the API. */
  readonly purpose: string;
  /** Extensions that are taken, without the dot. */
  readonly extensions: readonly string[];
  readonly maxMegabytes?: number;
  /** Names the control where no label of a form does. */
  readonly 'aria-label'?: string;
  /** What was wrong with the file that has arrived, once it was looked into. */
  readonly problem?: string | null;
  /** Given by the form, as the next ones are. */
  readonly id?: string;
  readonly 'aria-describedby'?: string;
  readonly value?: UploadedFile | null;
  readonly onChange?: (file: UploadedFile | null) => void;
}

/** One file, sent as soon as it is chosen, with its progress and what was wrong with it. */
export function FileUpload(props: FileUploadProps) {
  const { extensions, maxMegabytes = 20, id, value = null, onChange } = props;
  const text = useText(fileUploadMessages);
  const locale = useLocale();
  const format = useFormat();
  const hintId = useId();
  const problemId = useId();
  const input = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const [isOver, setOver] = useState(false);
  const types = extensions
    .filter((extension) => extension !== 'jpeg')
    .map((extension) => extension.toUpperCase())
    .join(locale === 'en' ? ', ' : '、');

  const upload = useUpload({
    purpose: props.purpose,
    check: (file) => {
      const extension = file.name.split('.').at(-1)?.toLowerCase() ?? '';
      if (!extensions.includes(extension)) return text('wrongType', { types });
      if (file.size === 0) return text('empty');
      if (file.size > maxMegabytes * MEGABYTE) return text('tooLarge', { megabytes: maxMegabytes });
      return null;
    },
    onDone: (file) => onChange?.(file),
  });
  const take = (files: FileList | null): void => {
    const file = files?.[0];
    if (!file) return;
    // Also after a file was dropped: what is said about it is said here.
    button.current?.focus();
    void upload.send(file);
  };
  const { sending } = upload;
  const problem = upload.problem ?? (sending === null ? (props.problem ?? null) : null);
  const action = sending !== null ? 'cancel' : value === null ? 'choose' : 'replace';

  return (
    <div
      className={`gq-upload ${isOver ? 'gq-upload-over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        if (sending === null) take(event.dataTransfer.files);
      }}
    >
      <input
        ref={input}
        type="file"
        className="gq-upload-input"
        tabIndex={-1}
        aria-hidden="true"
        accept={extensions.map((extension) => `.${extension}`).join(',')}
        onChange={({ target }) => {
          take(target.files);
          target.value = '';
        }}
      />
      <div className="gq-upload-row">
        {sending !== null ? (
          <span className="gq-upload-name">{text('sending', { name: sending.name })}</span>
        ) : (
          value !== null && (
            <span className="gq-upload-name">
              {value.fileName}（{format.number(Math.max(1, Math.round(value.sizeBytes / 1024)))}{' '}
              KB）
            </span>
          )
        )}
        {/* One button for all three, so that whoever is on it stays there. */}
        <Button
          ref={button}
          id={id}
          aria-label={props['aria-label'] && `${props['aria-label']}：${text(action)}`}
          aria-describedby={[
            props['aria-describedby'],
            hintId,
            problem === null ? undefined : problemId,
          ]
            .filter(Boolean)
            .join(' ')}
          onClick={() => (sending === null ? input.current?.click() : upload.cancel())}
        >
          {text(action)}
        </Button>
        {sending === null && value === null && (
          <span className="gq-upload-drop">{text('drop')}</span>
        )}
        {sending === null && value !== null && (
          <Button
            type="text"
            aria-label={text('removeFile', { name: value.fileName })}
            onClick={() => {
              onChange?.(null);
              button.current?.focus();
            }}
          >
            {text('remove')}
          </Button>
        )}
      </div>
      {sending !== null && (
        <progress aria-label={text('sending', { name: sending.name })} value={sending.share} />
      )}
      <p id={hintId} className="gq-upload-hint">
        {text('hint', { types, megabytes: maxMegabytes })}
      </p>
      <span role="status" className="gq-hidden-text">
        {sending === null && value !== null ? text('uploaded', { name: value.fileName }) : ''}
      </span>
      {problem !== null && (
        <p id={problemId} role="alert" className="gq-upload-problem">
          {problem}
        </p>
      )}
    </div>
  );
}
