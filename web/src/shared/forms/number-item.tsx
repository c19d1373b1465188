import { Form, Input } from 'antd';
import { useState, type ComponentProps } from 'react';
import { useFormat } from '../format/use-format';
import { useText } from '../i18n/messages';
import { uiMessages } from '../ui/ui.messages';
import { numberIn } from './number-in';

type ItemProps = ComponentProps<typeof Form.Item>;

export interface NumberItemProps extends Pick<
  ItemProps,
  'name' | 'label' | 'extra' | 'rules' | 'dependencies'
> {
  readonly min: number;
  readonly max: number;
  /** Whole numbers unless said. */
  readonly decimals?: 0 | 2;
  readonly placeholder?: string;
}

/**
 * A field for a number. What was typed stays as it is, unlike in antd's own, which changes what is out of bounds and drops what
 * is no number; the form's value is the number, or the text that is none.
 */
export function NumberItem({
  min,
  max,
  decimals = 0,
  placeholder,
  rules,
  ...item
}: NumberItemProps) {
  const text = useText(uiMessages);
  const { number } = useFormat();
  const isFine = (value: unknown): boolean =>
    value == null ||
    (typeof value === 'number' &&
      value >= min &&
      value <= max &&
      value === Number(value.toFixed(decimals)));
  return (
    <Form.Item
      {...item}
      rules={[
        ...(rules ?? []),
        {
          validator: async (_rule, value: unknown) => {
            if (isFine(value)) return;
            const bounds = { min: number(min), max: number(max) };
            throw new Error(text(decimals === 0 ? 'wholeNumberIn' : 'amountIn', bounds));
          },
        },
      ]}
    >
      <NumberInput
        inputMode={decimals === 0 ? 'numeric' : 'decimal'}
        autoComplete="off"
        {...(placeholder === undefined ? {} : { placeholder })}
      />
    </Form.Item>
  );
}

type Value = number | string | null;

interface NumberInputProps extends Pick<
  ComponentProps<typeof Input>,
  'inputMode' | 'autoComplete' | 'placeholder'
> {
  /** Given by the form. */
  readonly value?: Value;
  readonly onChange?: (value: Value) => void;
}

function NumberInput({ value = null, onChange, ...input }: NumberInputProps) {
  const [typed, setTyped] = useState('');
  return (
    <Input
      {...input}
      value={valueOf(typed) === value ? typed : (value ?? '')}
      onChange={({ target }) => {
        setTyped(target.value);
        onChange?.(valueOf(target.value));
      }}
    />
  );
}

function valueOf(typed: string): Value {
  return typed.trim() === '' ? null : (numberIn(typed) ?? typed);
}
