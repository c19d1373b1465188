import { Form, type FormInstance } from 'antd';
import { useEffect, type RefObject } from 'react';
import { useDraft } from './use-draft';

export interface KeptDraftProps<TValues extends object> {
  readonly form: FormInstance<TValues>;
  /** Which form of whom, as for `useDraft`. */
  readonly name: string;
  /** Gets what to call once the form was sent. */
  readonly discardRef: RefObject<() => void>;
  /** A field that must be given anew each time, such as a consent. */
  readonly except?: string & keyof TValues;
}

/** Keeps what is typed into a dialog until it is sent; stands among its fields and shows nothing. */
export function KeptDraft<TValues extends object>(props: KeptDraftProps<TValues>) {
  const { form, name, discardRef, except } = props;
  const { keep, discard, wasRestored } = useDraft(form, name);
  const values = Form.useWatch([], form) as unknown;
  useEffect(() => {
    if (except !== undefined) form.resetFields([except as never]);
  }, [form, except, wasRestored]);
  useEffect(() => {
    if (form.isFieldsTouched()) keep();
  }, [form, values, keep]);
  useEffect(() => {
    discardRef.current = discard;
  }, [discardRef, discard]);
  return null;
}
