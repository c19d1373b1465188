import { Button, Input } from 'antd';
import { useState, type FormEvent } from 'react';
import { useText } from '@/shared/i18n/messages';
import { Section } from '@/shared/ui/page';
import { verificationMessages } from './verification.messages';

export interface NumberFormProps {
  readonly number: string;
  readonly code: string;
  readonly onCheck: (sought: { number: string; code: string }) => void;
}

const FIELDS = ['number', 'code'] as const;

/** Number and code as every page of a sealed file shows them. */
export function NumberForm({ number, code, onCheck }: NumberFormProps) {
  const text = useText(verificationMessages);
  const [values, setValues] = useState({ number, code });
  const [isTried, setTried] = useState(false);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    const sought = { number: values.number.trim(), code: values.code.trim() };
    const missing = FIELDS.find((name) => sought[name] === '');
    if (missing === undefined) onCheck(sought);
    else document.getElementById(`verification-${missing}`)?.focus();
  };
  return (
    <Section title={text('byNumber')}>
      <form className="gq-verification-form" onSubmit={submit} noValidate>
        {FIELDS.map((name) => {
          const id = `verification-${name}`;
          const isMissing = isTried && values[name].trim() === '';
          return (
            <div key={name}>
              <label htmlFor={id}>{text(name)}</label>
              <Input
                id={id}
                value={values[name]}
                placeholder={name === 'number' ? 'XQ-2026-000001' : undefined}
                autoComplete="off"
                status={isMissing ? 'error' : ''}
                aria-invalid={isMissing}
                aria-describedby={`${id}-hint${isMissing ? ` ${id}-problem` : ''}`}
                onChange={({ target }) => {
                  setValues((before) => ({ ...before, [name]: target.value }));
                }}
              />
              {isMissing && (
                <p id={`${id}-problem`} role="alert" className="gq-upload-problem">
                  {text(name === 'number' ? 'numberMissing' : 'codeMissing')}
                </p>
              )}
              <p id={`${id}-hint`} className="gq-verification-note">
                {text(name === 'number' ? 'numberHint' : 'codeHint')}
              </p>
            </div>
          );
        })}
        <Button type="primary" htmlType="submit">
          {text('check')}
        </Button>
      </form>
    </Section>
  );
}
