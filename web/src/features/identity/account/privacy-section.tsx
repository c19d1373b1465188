import { Button, Checkbox, Form } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { CloseAccount, ExportMyData } from '@/graphql/generated/features/identity/account/proof';
import { ActionDialog } from '@/shared/forms/action-dialog';
import { discardDrafts } from '@/shared/forms/use-draft';
import { useAction } from '@/shared/graphql/action';
import { useText } from '@/shared/i18n/messages';
import { toast } from '@/shared/ui/toasts';
import { Section } from '@/shared/ui/page';
import { AccountRow } from './account-row';
import type { Me } from './me';
import { privacyMessages } from './privacy.messages';
import { proofFieldOf, ProofItems, type WithProof } from './proof-items';

interface CloseValues extends WithProof {
  readonly isUnderstood: boolean;
}

/** Taking one's data along, and leaving. */
export function PrivacySection({ me }: { readonly me: Me }) {
  const text = useText(privacyMessages);
  const navigate = useNavigate();
  const [open, setOpen] = useState<'export' | 'close' | null>(null);
  const take = useAction(ExportMyData, {
    refreshes: [],
    onDone: ({ dataExport }) => dataExport && download(dataExport.path),
  });
  const close = useAction(CloseAccount, {
    onDone: () => {
      discardDrafts();
      toast.success(text('closed'));
      void navigate('/');
    },
  });
  return (
    <Section title={text('title')}>
      <AccountRow
        label={text('export')}
        hint={text('exportText')}
        action={<Button onClick={() => setOpen('export')}>{text('export')}</Button>}
      />
      <AccountRow
        label={text('close')}
        hint={text('closeText')}
        action={
          <Button danger onClick={() => setOpen('close')}>
            {text('close')}
          </Button>
        }
      />
      {open === 'export' && (
        <ActionDialog<WithProof>
          title={text('export')}
          lead={text('exportLead')}
          submitLabel={text('exportSubmit')}
          run={take.run}
          fieldOf={proofFieldOf(me)}
          onClose={(isDone) => {
            setOpen(null);
            if (isDone) toast.success(text('exportStarted'));
          }}
        >
          {(form) => <ProofItems me={me} form={form} />}
        </ActionDialog>
      )}
      {open === 'close' && (
        <ActionDialog<CloseValues>
          title={text('close')}
          lead={
            <>
              <p>{text('closeLead')}</p>
              <ul>
                <li>{text('goes')}</li>
                <li>{text('stays')}</li>
                <li>{text('lastAdministrator')}</li>
              </ul>
            </>
          }
          submitLabel={text('closeSubmit')}
          isDangerous
          run={({ proof }) => close.run({ proof })}
          fieldOf={proofFieldOf(me)}
          onClose={() => setOpen(null)}
        >
          {(form) => (
            <>
              <ProofItems me={me} form={form} />
              <Form.Item
                name="isUnderstood"
                valuePropName="checked"
                rules={[
                  {
                    validator: (_rule, isUnderstood?: boolean) =>
                      isUnderstood
                        ? Promise.resolve()
                        : Promise.reject(new Error(text('understoodMissing'))),
                  },
                ]}
              >
                <Checkbox>{text('understood')}</Checkbox>
              </Form.Item>
            </>
          )}
        </ActionDialog>
      )}
    </Section>
  );
}

/** The address works once, for this session, and answers with an attachment. */
function download(path: string): void {
  const link = document.createElement('a');
  link.href = path;
  link.download = '';
  link.click();
}
