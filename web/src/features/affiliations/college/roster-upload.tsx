import { useState } from 'react';
import { PreviewRosterImport } from '@/graphql/generated/features/affiliations/college/roster-import';
import { FormProblems } from '@/shared/forms/form-problems';
import { useAction } from '@/shared/graphql/action';
import { useText } from '@/shared/i18n/messages';
import { FileUpload } from '@/shared/ui/file-upload';
import type { UploadedFile } from '@/shared/ui/use-upload';
import { rosterMessages } from './roster.messages';

export interface RosterUploadProps {
  readonly collegeId: string;
  readonly onPreviewed: (rosterImportId: string) => void;
}

/** Sends a roster and has it compared with what is there; nothing is written by that. */
export function RosterUpload({ collegeId, onPreviewed }: RosterUploadProps) {
  const text = useText(rosterMessages);
  const [file, setFile] = useState<UploadedFile | null>(null);
  const { run, isRunning, userErrors, failure } = useAction(PreviewRosterImport, {
    refreshes: ['RosterImports'],
  });
  const preview = async (sent: UploadedFile | null): Promise<void> => {
    setFile(sent);
    if (sent === null) return;
    try {
      const { rosterImport } = await run({ collegeId, fileId: sent.fileId });
      if (rosterImport) onPreviewed(rosterImport.id);
    } catch {
      // Shown below: what the action was refused for stays with it.
    }
  };
  return (
    <>
      <FileUpload
        purpose="studentRoster"
        extensions={['xlsx', 'csv']}
        aria-label={text('file')}
        value={file}
        problem={userErrors[0]?.message ?? null}
        onChange={(sent) => void preview(sent)}
      />
      <p role="status">{isRunning ? text('reading') : ''}</p>
      {isRunning && <progress className="gq-roster-progress" aria-label={text('reading')} />}
      <FormProblems problems={[]} failure={failure} />
    </>
  );
}
