import './file-upload.css';
import { Button } from 'antd';
import { useId, useRef, useState, type ReactNode } from 'react';
import { useFormat } from '../format/use-format';
import { useLocale } from '../i18n/locale';
import { useText } from '../i18n/messages';
import { fileUploadMessages } from './file-upload.messages';

const MEGABYTE = 1024 * 1024;

/** What a form says of the control in it. */
export interface FileControlProps {
  /** Names the control where no label of a form does. */
  readonly 'aria-label'?: string;
  readonly id?: string;
  readonly 'aria-describedby'?: string;
}

export interface FileRules {
  /** Extensions that are taken, without the dot. */
  readonly extensions: readonly string[];
  readonly maxMegabytes: number;
}

export interface FileBoxProps extends FileControlProps {
  readonly rules: FileRules;
  readonly chosen: { readonly fileName: string; readonly sizeBytes: number } | null;
  /** While the file is on its way. */
  readonly sending?: { readonly name: string; readonly share: number } | null;
  readonly problem: string | null;
  /** Said once the file is there. */
  readonly doneText: string;
  readonly note?: ReactNode;
  readonly onTake: (file: File) => void;
  readonly onRemove: () => void;
  readonly onCancel?: () => void;
}

/** One file, chosen or dropped, with its name and what was wrong with it. */
export function FileBox(props: FileBoxProps) {
  const { rules, chosen, sending = null, problem, note, onTake, onRemove } = props;
  const text = useText(fileUploadMessages);
  const format = useFormat();
  const types = useTypes(rules);
  const hintId = useId();
  const problemId = useId();
  const input = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const [isOver, setOver] = useState(false);
  const take = (files: FileList | null): void => {
    const file = files?.[0];
    if (!file) return;
    // Also after a file was dropped: what is said about it is said here.
    button.current?.focus();
    onTake(file);
  };
  const action = sending !== null ? 'cancel' : chosen === null ? 'choose' : 'replace';
  const label = props['aria-label'];
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
        accept={rules.extensions.map((extension) => `.${extension}`).join(',')}
        onChange={({ target }) => {
          take(target.files);
          target.value = '';
        }}
      />
      <div className="gq-upload-row">
        {sending !== null ? (
          <span className="gq-upload-name">{text('sending', { name: sending.name })}</span>
        ) : (
          chosen !== null && (
            <span className="gq-upload-name">
              {text('named', {
                name: chosen.fileName,
                size: format.number(Math.max(1, Math.round(chosen.sizeBytes / 1024))),
              })}
            </span>
          )
        )}
        {/* One button for all three, so that whoever is on it stays there. */}
        <Button
          ref={button}
          id={props.id}
          aria-label={label && text('actionOf', { label, action: text(action) })}
          aria-describedby={[
            props['aria-describedby'],
            hintId,
            problem === null ? undefined : problemId,
          ]
            .filter(Boolean)
            .join(' ')}
          onClick={() => (sending === null ? input.current?.click() : props.onCancel?.())}
        >
          {text(action)}
        </Button>
        {sending === null && chosen === null && (
          <span className="gq-upload-drop">{text('drop')}</span>
        )}
        {sending === null && chosen !== null && (
          <Button
            type="text"
            aria-label={text('removeFile', { name: chosen.fileName })}
            onClick={() => {
              onRemove();
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
        {text('hint', { types, megabytes: rules.maxMegabytes })}
        {note}
      </p>
      <span role="status" className="gq-hidden-text">
        {sending === null && chosen !== null ? props.doneText : ''}
      </span>
      {problem !== null && (
        <p id={problemId} role="alert" className="gq-upload-problem">
          {problem}
        </p>
      )}
    </div>
  );
}

/** What is wrong with a file before anything is done with it; null when nothing is. */
export function useFileCheck(rules: FileRules): (file: File) => string | null {
  const text = useText(fileUploadMessages);
  const types = useTypes(rules);
  const { extensions, maxMegabytes } = rules;
  return (file) => {
    const extension = file.name.split('.').at(-1)?.toLowerCase() ?? '';
    if (!extensions.includes(extension)) return text('wrongType', { types });
    if (file.size === 0) return text('empty');
    if (file.size > maxMegabytes * MEGABYTE) return text('tooLarge', { megabytes: maxMegabytes });
    return null;
  };
}

function useTypes({ extensions }: FileRules): string {
  const locale = useLocale();
  return extensions
    .filter((extension) => extension !== 'jpeg')
    .map((extension) => extension.toUpperCase())
    .join(locale === 'en' ? ', ' : '、');
}
