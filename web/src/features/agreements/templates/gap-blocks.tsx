import { Button, Checkbox, Form, Input, Radio } from 'antd';
import type { AgreementTemplateVariableKind } from '@/graphql/generated/features/agreements/templates/templates';
import { useText } from '@/shared/i18n/messages';
import { uiMessages } from '@/shared/ui/ui.messages';
import { templatePagesMessages } from './template-pages.messages';

const MOST_GAPS = 40;
const KINDS: readonly AgreementTemplateVariableKind[] = ['TEXT', 'NUMBER', 'DATE', 'MONEY'];

/** What a template asks for, and the gaps that the platform fills. */
export function GapBlocks({
  name,
  builtIn,
}: {
  readonly name: (string | number)[];
  readonly builtIn: readonly { readonly name: string; readonly label: string }[];
}) {
  const text = useText(templatePagesMessages);
  return (
    <fieldset className="gq-drafting">
      <legend>{text('gaps')}</legend>
      <p className="gq-agreements-soft">{text('gapsHint')}</p>
      <ul className="gq-templates-gaps">
        {builtIn.map((gap) => (
          <li key={gap.name}>
            <code>{`{{${gap.name}}}`}</code> {gap.label}
          </li>
        ))}
      </ul>
      <Form.List name={name}>
        {(fields, { add, remove }, { errors }) => (
          <>
            <ol className="gq-drafting-blocks">
              {fields.map((field, index) => (
                <GapBlock
                  key={field.key}
                  name={field.name}
                  place={index + 1}
                  onRemove={() => remove(index)}
                />
              ))}
            </ol>
            <Form.ErrorList errors={errors} />
            <Button
              disabled={fields.length >= MOST_GAPS}
              onClick={() => add({ name: '', label: '', kind: 'TEXT', isRequired: true })}
            >
              {text('addGap')}
            </Button>
          </>
        )}
      </Form.List>
    </fieldset>
  );
}

function GapBlock({
  name,
  place,
  onRemove,
}: {
  readonly name: number;
  readonly place: number;
  readonly onRemove: () => void;
}) {
  const text = useText(templatePagesMessages);
  const ui = useText(uiMessages);
  const required = { required: true, whitespace: true, message: ui('required') };
  return (
    <li className="gq-drafting-block">
      <div className="gq-agreements-row">
        <Form.Item
          name={[name, 'name']}
          label={`${text('gapName')} ${String(place)}`}
          extra={text('gapNameHint')}
          rules={[required, { max: 30 }]}
        >
          <Input />
        </Form.Item>
        <Form.Item
          name={[name, 'label']}
          label={`${text('gapLabel')} ${String(place)}`}
          rules={[required, { max: 60 }]}
        >
          <Input />
        </Form.Item>
      </div>
      <Form.Item name={[name, 'kind']} label={`${text('gapKind')} ${String(place)}`}>
        <Radio.Group
          options={KINDS.map((kind) => ({ value: kind, label: text(`kind_${kind}`) }))}
        />
      </Form.Item>
      <Form.Item name={[name, 'maxLength']} hidden>
        <Input />
      </Form.Item>
      <div className="gq-templates-actions">
        <Form.Item name={[name, 'isRequired']} valuePropName="checked" noStyle>
          <Checkbox>{text('gapRequired')}</Checkbox>
        </Form.Item>
        <Button size="small" danger onClick={onRemove}>
          {text('removeGap', { place })}
        </Button>
      </div>
    </li>
  );
}
