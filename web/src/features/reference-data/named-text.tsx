import { AutoComplete } from 'antd';
import { useEffect, useState } from 'react';
import {
  SuggestColleges,
  SuggestMajors,
} from '@/graphql/generated/features/reference-data/code-select';
import { useOperation } from '@/shared/graphql/query';

export interface NamedTextProps {
  readonly id?: string;
  readonly value?: string | null;
  readonly onChange?: (text: string) => void;
  /** The code of what was chosen; null once the text is one's own. */
  readonly onCode: (code: string | null) => void;
}

interface Suggestion {
  readonly value: string;
  readonly code: string;
}

const PAUSE_MS = 250;

/** A school in own words, or one of the national list. */
export function InstitutionText(props: NamedTextProps) {
  const asked = usePaused(props.value);
  const { data } = useOperation(
    SuggestColleges,
    { text: asked, first: 8 },
    { enabled: asked !== '', keepPrevious: true },
  );
  return (
    <SuggestedText
      {...props}
      suggestions={(data?.searchColleges ?? []).map(({ id, code, name }) => ({
        value: name,
        code: code ?? id,
      }))}
    />
  );
}

/** A major in own words, or one of the catalogue of vocational majors. */
export function MajorText(props: NamedTextProps) {
  const asked = usePaused(props.value);
  const { data } = useOperation(
    SuggestMajors,
    { text: asked, first: 8 },
    { enabled: asked !== '', keepPrevious: true },
  );
  return (
    <SuggestedText
      {...props}
      suggestions={(data?.searchMajors ?? []).map(({ code, name }) => ({ value: name, code }))}
    />
  );
}

function SuggestedText({
  suggestions,
  onCode,
  onChange,
  value,
  ...rest
}: NamedTextProps & { readonly suggestions: readonly Suggestion[] }) {
  // Of several entries of one name the best match counts.
  const options = [
    ...new Map(suggestions.toReversed().map((each) => [each.value, each])).values(),
  ].toReversed();
  const codeOf = (name: string): string | null =>
    options.find((each) => each.value === name.trim())?.code ?? null;
  return (
    <AutoComplete
      {...rest}
      value={value ?? ''}
      options={options.map((each) => ({ value: each.value }))}
      onChange={(text: string) => {
        onChange?.(text);
        onCode(codeOf(text));
      }}
    />
  );
}

/** What was typed, once the typing pauses. */
function usePaused(value: string | null | undefined): string {
  const text = (value ?? '').trim().slice(0, 50);
  const [paused, setPaused] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return paused;
}
