import { ExportPart } from '../transfer/export-part';
import { ImportPart } from '../transfer/import-part';
import '../transfer/transfer.css';

/** The profile as a JSON Resume, in and out. */
export function TransferStep({ version }: { readonly version: number | null }) {
  return (
    <>
      {version !== null && <ExportPart />}
      <ImportPart version={version} />
    </>
  );
}
