import { useState } from 'react';
import {
  ImportJobPostings,
  type PostingImportFragment,
} from '@/graphql/generated/features/job-postings/own/import/import';
import { FormProblems } from '@/shared/forms/form-problems';
import { useAction } from '@/shared/graphql/action';
import { useText } from '@/shared/i18n/messages';
import { FileUpload } from '@/shared/ui/file-upload';
import type { UploadedFile } from '@/shared/ui/use-upload';
import { importMessages } from './import.messages';

export interface TableUploadProps {
  readonly organisationId: string;
  readonly onRead: (read: PostingImportFragment) => void;
}

/** Sends a table and has it checked; nothing is written yet. */
export function TableUpload({ organisationId, onRead }: TableUploadProps) {
  const text = useText(importMessages);
  const [file, setFile] = useState<UploadedFile | null>(null);
  const { run, isRunning, userErrors, failure } = useAction(ImportJobPostings, {
    refreshes: ['JobPostingImports'],
  });
  const read = async (sent: UploadedFile | null): Promise<void> => {
    setFile(sent);
    if (sent === null) return;
    try {
      const payload = await run({ organisationId, fileId: sent.fileId, isDryRun: true });
      if (payload.import) onRead(payload.import);
    } catch {
      // Shown below: what the action was refused for stays with it.
    }
  };
  return (
    <>
      <FileUpload
        purpose="jobPostingTable"
        extensions={['xlsx', 'csv']}
        aria-label={text('table')}
        value={file}
        problem={userErrors[0]?.message ?? null}
        onChange={(sent) => void read(sent)}
      />
      <p role="status">{isRunning ? text('checking') : ''}</p>
      {isRunning && <progress className="gq-own-progress" aria-label={text('checking')} />}
      <FormProblems problems={[]} failure={failure} />
    </>
  );
}
