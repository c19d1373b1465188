import { Form, Input } from 'antd';
import { RegisterBureau } from '@/graphql/generated/features/organisations/bureau/registry';
import { ActionDialog } from '@/shared/forms/action-dialog';
import { useAction } from '@/shared/graphql/action';
import { useText } from '@/shared/i18n/messages';
import { toast } from '@/shared/ui/toasts';
import { uiMessages } from '@/shared/ui/ui.messages';
import { RegionSelect } from './region-select';
import { registryMessages } from './registry.messages';

interface Values {
  readonly name: string;
  readonly regionCode: string;
  readonly unifiedSocialCreditCode: string;
}

/** For the platform's administrators: the root of all verification. */
export function RegisterBureauDialog({ onClose }: { readonly onClose: () => void }) {
  const text = useText(registryMessages);
  const ui = useText(uiMessages);
  const required = { required: true, message: ui('required') };
  const { run } = useAction(RegisterBureau, { refreshes: ['Registry', 'Viewer'] });
  return (
    <ActionDialog<Values>
      title={text('registerTitle')}
      lead={text('registerText')}
      submitLabel={text('registerBureau')}
      run={run}
      onClose={(isDone) => {
        if (isDone) toast.success(text('registered'));
        onClose();
      }}
    >
      <Form.Item name="name" label={text('bureauName')} rules={[required, { max: 100 }]}>
        <Input />
      </Form.Item>
      <Form.Item
        name="unifiedSocialCreditCode"
        label={text('code')}
        rules={[required, { max: 30 }]}
      >
        <Input autoCapitalize="characters" />
      </Form.Item>
      <Form.Item name="regionCode" label={text('region')} rules={[required]}>
        <RegionSelect />
      </Form.Item>
    </ActionDialog>
  );
}
