import { Form } from 'antd';
import { useText } from '@/shared/i18n/messages';
import { uiMessages } from '@/shared/ui/ui.messages';
import type { PartyRole } from './parties';
import { partiesMessages } from './parties.messages';
import { PartySelect } from './party-select';

interface PartyFieldsProps {
  /** Roles that are to be filled. */
  readonly roles: readonly PartyRole[];
  readonly organisationId: string;
}

/** Who the parties are beside the own organisation: a field for each role. */
export function PartyFields({ roles, organisationId }: PartyFieldsProps) {
  const text = useText(partiesMessages);
  const ui = useText(uiMessages);
  return roles.map((role) => (
    <Form.Item
      key={role.code}
      name={['parties', role.code]}
      label={role.name}
      rules={[
        ...(role.minimum > 0 ? [{ required: true, message: ui('required') }] : []),
        {
          type: 'array',
          max: role.maximum,
          message: text('tooMany', { count: role.maximum }),
        },
      ]}
    >
      <PartySelect role={role} organisationId={organisationId} />
    </Form.Item>
  ));
}
