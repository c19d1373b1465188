import { useText } from '../i18n/messages';
import { FileBox, useFileCheck, type FileControlProps } from './file-box';
import { fileUploadMessages } from './file-upload.messages';
import { useUpload, type UploadedFile } from './use-upload';

export interface FileUploadProps extends FileControlProps {
  /** What the file is for, by its name in the API. */
  readonly purpose: string;
  /** Extensions that are taken, without the dot. */
  readonly extensions: readonly string[];
  readonly maxMegabytes?: number;
  /** What was wrong with the file that has arrived, once it was looked into. */
  readonly problem?: string | null;
  /** Given by the form, as the next one is. */
  readonly value?: UploadedFile | null;
  readonly onChange?: (file: UploadedFile | null) => void;
}

/** One file, sent as soon as it is chosen, with its progress and what was wrong with it. */
export function FileUpload(props: FileUploadProps) {
  const { purpose, extensions, maxMegabytes = 20, problem = null, value = null, onChange } = props;
  const text = useText(fileUploadMessages);
  const rules = { extensions, maxMegabytes };
  const check = useFileCheck(rules);
  const upload = useUpload({ purpose, check, onDone: (file) => onChange?.(file) });
  const { sending } = upload;
  return (
    <FileBox
      id={props.id}
      aria-label={props['aria-label']}
      aria-describedby={props['aria-describedby']}
      rules={rules}
      chosen={value}
      sending={sending}
      problem={upload.problem ?? (sending === null ? problem : null)}
      doneText={value === null ? '' : text('uploaded', { name: value.fileName })}
      onTake={(file) => void upload.send(file)}
      onCancel={upload.cancel}
      onRemove={() => onChange?.(null)}
    />
  );
}
