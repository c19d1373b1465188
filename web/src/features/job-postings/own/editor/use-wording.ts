import { Form, type FormInstance } from 'antd';
import { useEffect, useState } from 'react';
import {
  CheckWording,
  type CheckWordingQuery,
} from '@/graphql/generated/features/job-postings/own/editor/posting-editor';
import { useOperation } from '@/shared/graphql/query';
import type { EditorValues } from './editor-values';

/** A finding of the check with the words it is about. */
export type WordingHint = CheckWordingQuery['checkJobPostingWording']['findings'][number] & {
  readonly words: string;
};

export interface Wording {
  readonly hintsOf: (field: string) => readonly WordingHint[];
  readonly count: number;
  readonly blocks: boolean;
  readonly isChecking: boolean;
}

const TYPING_PAUSE_MS = 500;
const LIMITS = { title: 60, duties: 5000, conditions: 5000, workConditions: 2000 } as const;

type Texts = { readonly [K in keyof typeof LIMITS]: string };

/** What the rules say to the texts while they are typed. */
export function useWording(form: FormInstance<EditorValues>): Wording {
  const texts = useSettled({
    title: useTyped(form, 'title'),
    duties: useTyped(form, 'duties'),
    conditions: useTyped(form, 'conditions'),
    workConditions: useTyped(form, 'workConditions'),
  });
  const isEmpty = Object.values(texts).every((text) => text.trim() === '');
  const { data, isFetching } = useOperation(
    CheckWording,
    { texts },
    { enabled: !isEmpty, keepPrevious: true },
  );
  const findings = isEmpty ? [] : (data?.checkJobPostingWording.findings ?? []);
  return {
    hintsOf: (field) =>
      findings
        .filter((finding) => finding.field === field)
        .map((finding) => ({
          ...finding,
          words: texts[field as keyof Texts].slice(finding.start, finding.end),
        })),
    count: findings.length,
    blocks: findings.some(({ severity }) => severity === 'BLOCK'),
    isChecking: isFetching,
  };
}

function useTyped(form: FormInstance<EditorValues>, name: keyof Texts): string {
  return (Form.useWatch(name, form) ?? '').slice(0, LIMITS[name]);
}

/** The texts once nobody has typed for a moment. */
function useSettled(texts: Texts): Texts {
  const typed = JSON.stringify(texts);
  const [settled, setSettled] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(typed), TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  return JSON.parse(settled) as Texts;
}
