import { Form, Input } from 'antd';
import type { Wording } from './use-wording';
import { WordingHints } from './wording-hints';

export interface TextFieldProps {
  readonly name: 'title' | 'duties' | 'conditions' | 'workConditions';
  readonly label: string;
  readonly hint: string;
  readonly max: number;
  readonly rows?: number;
  readonly rules?: React.ComponentProps<typeof Form.Item>['rules'];
  readonly wording: Wording;
}

/** A text of the posting with what the wording rules say to it. */
export function TextField({ name, label, hint, max, rows, rules, wording }: TextFieldProps) {
  return (
    <Form.Item
      name={name}
      label={label}
      rules={[...(rules ?? []), { max }]}
      extra={
        <>
          {hint}
          <WordingHints hints={wording.hintsOf(name)} />
        </>
      }
    >
      {rows === undefined ? (
        <Input count={{ show: true, max }} />
      ) : (
        <Input.TextArea className="gq-own-growing" rows={rows} />
      )}
    </Form.Item>
  );
}
