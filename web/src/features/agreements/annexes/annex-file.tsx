import { useState } from 'react';
import { FileUpload } from '@/shared/ui/file-upload';
import type { UploadedFile } from '@/shared/ui/use-upload';
import { useText } from '@/shared/i18n/messages';
import type { ShownAgreement } from '../agreement-section';
import { annexesMessages } from './annexes.messages';

interface AnnexFileProps {
  readonly kept: ShownAgreement['annexes'];
  /** Given by the form: the id of the file, as the API names it. */
  readonly value?: string | null;
  readonly onChange?: (fileId: string | null) => void;
  readonly id?: string;
  readonly 'aria-describedby'?: string;
}

/** One annex: uploaded now, or a file the text has already. */
export function AnnexFile({ kept, value = null, onChange, ...rest }: AnnexFileProps) {
  const text = useText(annexesMessages);
  const [sent, setSent] = useState<UploadedFile | null>(null);
  const known = kept.find(({ fileId }) => fileId === value);
  // Of a draft that was left and taken up again only the id is known.
  const file: UploadedFile | null =
    value === null
      ? null
      : sent?.fileId === value
        ? sent
        : { fileId: value, fileName: known?.title ?? 'PDF', sizeBytes: known?.sizeBytes ?? 0 };
  return (
    <>
      {known && (
        <p className="gq-annexes-kept">
          <a href={known.downloadUrl} target="_blank" rel="noreferrer">
            {text('open')}
          </a>
        </p>
      )}
      <FileUpload
        {...rest}
        purpose="agreementAnnex"
        extensions={['pdf']}
        value={file}
        onChange={(given) => {
          setSent(given);
          onChange?.(given?.fileId ?? null);
        }}
      />
    </>
  );
}
