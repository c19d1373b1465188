import { useQueries } from '@tanstack/react-query';
import { Select } from 'antd';
import { useEffect, useState } from 'react';
import type { Operation } from '@/shared/graphql/operation';
import { operationOptions, useOperation } from '@/shared/graphql/query';
import { useText } from '@/shared/i18n/messages';
import { referenceDataMessages } from './reference-data.messages';
import './reference-data.css';

/** One thing to choose. */
export interface Choice {
  readonly code: string;
  readonly name: string;
  /** Tells it from others of the same name. */
  readonly detail?: string | null;
}

/** Where choices come from. */
export interface ChoiceSource<TFound, TSearch, TBrowsed, TNamed, TCode> {
  readonly search: Operation<TFound, TSearch>;
  readonly variables: (text: string) => TSearch;
  readonly found: (data: TFound) => readonly Choice[];
  /** What is offered before anything was typed. */
  readonly browse?: Operation<TBrowsed, Record<string, never>>;
  readonly browsed?: (data: TBrowsed) => readonly Choice[];
  /** Names a code that was chosen earlier. */
  readonly byCode: Operation<TNamed, TCode>;
  readonly codeVariables: (code: string) => TCode;
  readonly named: (data: TNamed) => Choice | null;
}

interface Common {
  readonly id?: string;
  readonly placeholder?: string;
  readonly disabled?: boolean;
  readonly className?: string;
  /** A name, or what the form says to the field. */
  readonly [name: `aria-${string}`]: string | undefined;
}
interface OneCode extends Common {
  readonly multiple?: false;
  readonly value?: string | null;
  readonly onChange?: (code: string | undefined) => void;
}
interface ManyCodes extends Common {
  readonly multiple: true;
  /** How many at most. */
  readonly max?: number;
  readonly value?: readonly string[] | null;
  readonly onChange?: (codes: string[]) => void;
}
/** In a form, value and change come from its field. */
export type CodeSelectProps = OneCode | ManyCodes;

const SUGGESTIONS = 20;
/** For tables that are searched by a text and read by a code. */
export const byText = {
  variables: (text: string) => ({ text, first: SUGGESTIONS }),
  codeVariables: (code: string) => ({ code }),
};
const TYPING_PAUSE_MS = 200;
const NO_BROWSING: Operation<never, Record<string, never>> = { name: 'NoBrowsing', text: '' };

/** A select that asks the API for what is typed; its value is the code, or codes. */
export function TypeAheadSelect<TFound, TSearch, TBrowsed, TNamed, TCode>({
  source,
  ...props
}: CodeSelectProps & { readonly source: ChoiceSource<TFound, TSearch, TBrowsed, TNamed, TCode> }) {
  const text = useText(referenceDataMessages);
  const [typed, setTyped] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [picked, setPicked] = useState<ReadonlyMap<string, Choice>>(new Map());
  const asked = useDebounced(typed.trim().slice(0, 50), TYPING_PAUSE_MS);
  const found = useOperation(source.search, source.variables(asked), {
    enabled: asked !== '',
    keepPrevious: true,
  });
  const browsed = useOperation<TBrowsed, Record<string, never>>(
    source.browse ?? NO_BROWSING,
    {},
    { enabled: isOpen && source.browse !== undefined },
  );
  const codes = codesOf(props);
  const names = useNames(source, codes, picked);
  const suggestions =
    asked === ''
      ? browsed.data !== undefined && source.browsed
        ? source.browsed(browsed.data)
        : []
      : found.data === undefined
        ? []
        : source.found(found.data);
  const isSearching = typed.trim() !== '' && (found.isFetching || typed.trim() !== asked);

  const choose = (chosen: readonly string[]): void => {
    const byCode = new Map([...suggestions, ...names].map((choice) => [choice.code, choice]));
    setPicked(new Map(chosen.flatMap((code) => entry(code, byCode.get(code) ?? picked.get(code)))));
    setTyped('');
    if (props.multiple) props.onChange?.([...chosen]);
    else props.onChange?.(chosen[0]);
  };
  const option = ({ code, name, detail }: Choice) => ({ value: code, label: name, detail });
  const shared = {
    className: `gq-code-select ${props.className ?? ''}`,
    allowClear: true,
    placeholder: props.placeholder,
    disabled: props.disabled,
    ...(props.id === undefined ? {} : { id: props.id }),
    ...ariaOf(props),
    showSearch: { filterOption: false as const, searchValue: typed, onSearch: setTyped },
    loading: isSearching,
    onOpenChange: setOpen,
    options: suggestions.map(option),
    optionRender: ({ data }: { readonly data: { label: string; detail?: string | null } }) => (
      <span className="gq-code-option">
        <span>{data.label}</span>
        {data.detail && <small>{data.detail}</small>}
      </span>
    ),
    notFoundContent: (
      <span className="gq-code-hint" role="status">
        {text(isSearching ? 'searching' : typed.trim() === '' ? 'typeToSearch' : 'nothingFound')}
      </span>
    ),
  };
  const labelled = codes.map((code) => ({
    value: code,
    label: names.find((choice) => choice.code === code)?.name ?? code,
  }));
  return props.multiple ? (
    <Select
      {...shared}
      mode="multiple"
      labelInValue
      {...(props.max === undefined ? {} : { maxCount: props.max })}
      value={labelled}
      onChange={(chosen: readonly { readonly value: string }[]) =>
        choose(chosen.map(({ value }) => value))
      }
    />
  ) : (
    <Select
      {...shared}
      labelInValue
      value={labelled[0] ?? null}
      onChange={(chosen: { readonly value: string } | null | undefined) =>
        choose(chosen ? [chosen.value] : [])
      }
    />
  );
}

function codesOf(props: CodeSelectProps): readonly string[] {
  if (props.multiple) return props.value ?? [];
  return props.value ? [props.value] : [];
}

function ariaOf(props: Common): Pick<Common, `aria-${string}`> {
  return Object.fromEntries(Object.entries(props).filter(([name]) => name.startsWith('aria-')));
}

function entry(code: string, choice: Choice | undefined): readonly (readonly [string, Choice])[] {
  return choice === undefined ? [] : [[code, choice]];
}

/** Names of the chosen codes: known from choosing, else asked for. */
function useNames<TFound, TSearch, TBrowsed, TNamed, TCode>(
  source: ChoiceSource<TFound, TSearch, TBrowsed, TNamed, TCode>,
  codes: readonly string[],
  picked: ReadonlyMap<string, Choice>,
): readonly Choice[] {
  const unknown = codes.filter((code) => !picked.has(code));
  const answers = useQueries({
    queries: unknown.map((code) => ({
      ...operationOptions(source.byCode, source.codeVariables(code)),
      staleTime: Infinity,
    })),
  });
  // A code may be answered by its successor: the name then stands under the code that was asked for.
  const named = answers.flatMap(({ data }, place) => {
    const choice = data === undefined ? null : source.named(data);
    const code = unknown[place];
    return choice === null || code === undefined ? [] : [{ ...choice, code }];
  });
  return [...picked.values(), ...named];
}

function useDebounced(value: string, pauseMs: number): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), value === '' ? 0 : pauseMs);
    return () => clearTimeout(timer);
  }, [value, pauseMs]);
  return settled;
}
