import type { FormInstance } from 'antd';
import { useCallback, useEffect, useState } from 'react';

const PREFIX = 'gongqiao.draft.';
/** A draft older than this is of no use to anybody. */
const KEPT_MS = 14 * 86_400_000;

interface Draft {
  readonly at: number;
  readonly values: unknown;
}

export interface DraftKeeping {
  /** Whether an earlier draft was put back into the form. */
  readonly wasRestored: boolean;
  /** Give it to the form: `onValuesChange={draft.keep}`. */
  readonly keep: () => void;
  /** After the form was sent, or thrown away. */
  readonly discard: () => void;
}

/**
 * Keeps what is typed into a form on this device until it is sent, so that nothing is lost with the connection, the battery or
 * the page. `name` says which form of whom; leave passwords and identity numbers to forms without a draft.
 */
export function useDraft<TValues extends object>(
  form: FormInstance<TValues>,
  name: string,
): DraftKeeping {
  const key = PREFIX + name;
  const [draft, setDraft] = useState(() => read(key));
  useEffect(() => {
    if (draft !== null) form.setFieldsValue(draft.values as never);
  }, [form, draft]);
  const keep = useCallback(() => {
    write(key, { at: Date.now(), values: form.getFieldsValue(true) as TValues });
  }, [form, key]);
  const discard = useCallback(() => {
    localStorage.removeItem(key);
    setDraft(null);
  }, [key]);
  return { wasRestored: draft !== null, keep, discard };
}

/** What is kept of a form that is not open: its matter is no more. */
export function discardDraft(name: string): void {
  localStorage.removeItem(PREFIX + name);
}

/** On signing out: the next person at this device must not find them. */
export function discardDrafts(): void {
  for (const key of Object.keys(localStorage))
    if (key.startsWith(PREFIX)) localStorage.removeItem(key);
}

function read(key: string): Draft | null {
  try {
    const draft = JSON.parse(localStorage.getItem(key) ?? 'null') as Draft | null;
    return draft !== null && Date.now() - draft.at < KEPT_MS ? draft : null;
  } catch {
    return null;
  }
}

function write(key: string, draft: Draft): void {
  try {
    localStorage.setItem(key, JSON.stringify(draft));
  } catch {
    // Storage is full or forbidden: the form works as well without a draft.
  }
}
