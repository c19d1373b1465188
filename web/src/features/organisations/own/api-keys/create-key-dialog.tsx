import { Form, Input } from 'antd';
import { CreateApiKey } from '@/graphql/generated/features/organisations/own/api-keys/api-keys';
import { addDays, today } from '@/shared/format/days';
import { ActionDialog } from '@/shared/forms/action-dialog';
import { CheckboxGroup } from '@/shared/forms/choice-groups';
import { DayPicker } from '@/shared/forms/day-picker';
import { useAction } from '@/shared/graphql/action';
import { useText } from '@/shared/i18n/messages';
import { apiKeysMessages } from './api-keys.messages';
import { useScopeName } from './use-scope-name';

const LONGEST_DAYS = 365;

interface Values {
  readonly name: string;
  readonly scopes: readonly string[];
  readonly expiresOn?: string | null;
}

export interface CreateKeyDialogProps {
  readonly organisationId: string;
  readonly scopes: readonly string[];
  readonly onMade: (made: { readonly token: string | null }) => void;
  readonly onClose: () => void;
}

export function CreateKeyDialog(props: CreateKeyDialogProps) {
  const { organisationId, scopes, onMade, onClose } = props;
  const text = useText(apiKeysMessages);
  const nameOf = useScopeName();
  const create = useAction(CreateApiKey, { refreshes: ['ApiKeys'] });
  return (
    <ActionDialog<Values>
      title={text('create')}
      submitLabel={text('create')}
      run={async (values) => onMade(await create.run({ ...values, organisationId }))}
      onClose={onClose}
    >
      <Form.Item
        name="name"
        label={text('name')}
        extra={text('nameHint')}
        rules={[{ required: true, whitespace: true, message: text('nameMissing') }, { max: 60 }]}
      >
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="scopes"
        label={text('scopes')}
        extra={text('scopesHint')}
        rules={[{ required: true, message: text('scopesMissing') }]}
      >
        <CheckboxGroup
          className="gq-own-scopes"
          options={scopes.map((scope) => ({ value: scope, label: nameOf(scope) }))}
        />
      </Form.Item>
      <Form.Item name="expiresOn" label={text('expiresOn')} extra={text('expiresHint')}>
        <DayPicker min={addDays(today(), 1)} max={addDays(today(), LONGEST_DAYS)} />
      </Form.Item>
    </ActionDialog>
  );
}
