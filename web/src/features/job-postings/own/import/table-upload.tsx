import { Progress } from 'antd';
import { useRef, useState, type DragEvent } from 'react';
import {
  ImportJobPostings,
  type PostingImportFragment,
} from '@/graphql/generated/features/job-postings/own/import/import';
import { useFormat } from '@/shared/format/use-format';
import { FormProblems } from '@/shared/forms/form-problems';
import { ActionRefused, useAction } from '@/shared/graphql/action';
import { RequestError } from '@/shared/graphql/request';
import { uploadFile } from '@/shared/graphql/upload';
import { useText } from '@/shared/i18n/messages';
import { importMessages } from './import.messages';

export interface TableUploadProps {
  readonly organisationId: string;
  readonly onRead: (read: PostingImportFragment) => void;
}

/** Sends a table and has it checked; nothing is written yet. */
export function TableUpload({ organisationId, onRead }: TableUploadProps) {
  const text = useText(importMessages);
  const format = useFormat();
  const { run } = useAction(ImportJobPostings, { refreshes: ['JobPostingImports'] });
  const input = useRef<HTMLInputElement>(null);
  /** Share of the file that was sent; null while nothing is under way. */
  const [sent, setSent] = useState<number | null>(null);
  const [isOver, setOver] = useState(false);
  const [problems, setProblems] = useState<readonly string[]>([]);
  const [failure, setFailure] = useState<RequestError | null>(null);

  const take = async (file: File | undefined): Promise<void> => {
    if (file === undefined || sent !== null) return;
    setProblems([]);
    setFailure(null);
    setSent(0);
    try {
      const fileId = await uploadFile(file, { purpose: 'jobPostingTable', onProgress: setSent });
      setSent(1);
      const payload = await run({ organisationId, fileId, isDryRun: true });
      if (payload.import) onRead(payload.import);
    } catch (error) {
      if (error instanceof ActionRefused)
        setProblems(error.userErrors.map(({ message }) => message));
      else if (error instanceof RequestError) setFailure(error);
      else throw error;
    } finally {
      setSent(null);
      // The same file, mended, can be chosen again.
      if (input.current) input.current.value = '';
    }
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    void take(event.dataTransfer.files[0]);
  };
  return (
    <>
      <div
        className={`gq-own-drop${isOver ? ' gq-own-drop-over' : ''}`}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <input
          ref={input}
          id="posting-table"
          className="gq-hidden-text"
          type="file"
          accept=".xlsx,.csv"
          disabled={sent !== null}
          onChange={({ target }) => void take(target.files?.[0])}
        />
        <label className="gq-button" htmlFor="posting-table">
          {text('choose')}
        </label>
        <p className="gq-own-explain">{text('drop')}</p>
        <div role="status">
          {sent !== null && (
            <>
              <p>
                {sent < 1 ? text('uploading', { share: format.share(sent) }) : text('checking')}
              </p>
              <Progress
                percent={Math.round(sent * 100)}
                showInfo={false}
                strokeColor="var(--gq-accent)"
                status={sent < 1 ? 'normal' : 'active'}
                aria-label={text(sent < 1 ? 'uploading' : 'checking', {
                  share: format.share(sent),
                })}
              />
            </>
          )}
        </div>
      </div>
      <FormProblems problems={problems} failure={failure} />
    </>
  );
}
