import { App, Button } from 'antd';
import { useState } from 'react';
import {
  ExportAgreementRegistry,
  type AgreementRegistryFilter,
  type AgreementRegistryFormat,
} from '@/graphql/generated/features/agreements/registry/registry';
import { ActionRefused, useAction } from '@/shared/graphql/action';
import { useText } from '@/shared/i18n/messages';
import { toast } from '@/shared/ui/toasts';
import { registryMessages } from './registry.messages';

const FORMATS = ['XLSX', 'PDF'] as const satisfies readonly AgreementRegistryFormat[];

export interface RegistryExportProps {
  readonly organisationId: string;
  readonly filter: AgreementRegistryFilter;
}

/** What is shown, as a file. */
export function RegistryExport({ organisationId, filter }: RegistryExportProps) {
  const text = useText(registryMessages);
  const { modal } = App.useApp();
  const { run } = useAction(ExportAgreementRegistry, { refreshes: [] });
  const [working, setWorking] = useState<AgreementRegistryFormat | null>(null);
  const write = async (format: AgreementRegistryFormat): Promise<void> => {
    setWorking(format);
    try {
      const { downloadUrl } = await run({ organisationId, format, filter });
      if (downloadUrl == null) return;
      window.location.assign(downloadUrl);
      toast.success(text('exported'));
    } catch (error) {
      if (!(error instanceof ActionRefused)) throw error;
      modal.warning({ title: error.message });
    } finally {
      setWorking(null);
    }
  };
  return (
    <>
      {FORMATS.map((format) => (
        <Button
          key={format}
          loading={working === format}
          disabled={working !== null && working !== format}
          onClick={() => void write(format)}
        >
          {text(format === 'XLSX' ? 'exportXlsx' : 'exportPdf')}
        </Button>
      ))}
    </>
  );
}
