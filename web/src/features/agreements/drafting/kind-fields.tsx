import { Form, Radio, Space } from 'antd';
import { RadioGroup } from '@/shared/forms/choice-groups';
import { useText } from '@/shared/i18n/messages';
import { uiMessages } from '@/shared/ui/ui.messages';
import type { DraftingKind, PartyRole } from './parties';
import { partiesMessages } from './parties.messages';

interface KindFieldsProps {
  /** Those the own organisation may draw up. */
  readonly kinds: readonly DraftingKind[];
  /** Roles it may have in the chosen one. */
  readonly ownRoles: readonly PartyRole[];
}

/** Which kind of agreement, and as what; nothing is asked where there is one choice only. */
export function KindFields({ kinds, ownRoles }: KindFieldsProps) {
  const text = useText(partiesMessages);
  const ui = useText(uiMessages);
  const required = { required: true, message: ui('required') };
  return (
    <>
      <Form.Item name="kind" label={text('kind')} hidden={kinds.length === 1} rules={[required]}>
        <RadioGroup>
          <Space orientation="vertical">
            {kinds.map(({ code, name, summary }) => (
              <Radio key={code} value={code}>
                {name}
                <span className="gq-agreements-note">{summary}</span>
              </Radio>
            ))}
          </Space>
        </RadioGroup>
      </Form.Item>
      {ownRoles.length > 1 && (
        <Form.Item name="ownRole" label={text('ownRole')} rules={[required]}>
          <RadioGroup options={ownRoles.map(({ code, name }) => ({ value: code, label: name }))} />
        </Form.Item>
      )}
    </>
  );
}
