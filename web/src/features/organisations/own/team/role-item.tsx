import { Form, Radio } from 'antd';
import { useText } from '@/shared/i18n/messages';
import { ownWordsMessages } from '../own-words.messages';
import { teamMessages } from './team.messages';

const ROLES = ['OFFICER', 'ADMINISTRATOR', 'VIEWER'] as const;

/** What a member may do, under the field name `role`. */
export function RoleItem() {
  const text = useText(teamMessages);
  const words = useText(ownWordsMessages);
  return (
    <Form.Item
      name="role"
      label={text('role')}
      rules={[{ required: true, message: text('roleMissing') }]}
    >
      <Radio.Group
        className="gq-own-roles"
        vertical
        options={ROLES.map((role) => ({
          value: role,
          label: (
            <>
              {words(`role_${role}`)}
              <span className="gq-own-role-text">{words(`roleText_${role}`)}</span>
            </>
          ),
        }))}
      />
    </Form.Item>
  );
}
