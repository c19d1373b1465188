import { lazy, Suspense, useState } from 'react';
import { Link } from 'react-router';
import { useFormat } from '@/shared/format/use-format';
import { useText } from '@/shared/i18n/messages';
import type { FacetValue } from './facets';
import { searchPath, type SearchConditions } from './search-conditions';
import { ChevronIcon } from './search-icons';
import { searchMessages } from './search.messages';
import { useChangeSearch } from './use-change-search';
import { useCodePath, type CodeKind } from './use-code-path';

const CodePicker = lazy(async () => ({ default: (await import('./code-picker')).CodePicker }));

const SHOWN = 8;
const ALL = {
  region: 'allRegions',
  occupation: 'allOccupations',
  industry: 'allIndustries',
} as const;

export interface CodeFacetProps {
  readonly kind: CodeKind;
  readonly conditions: SearchConditions;
  readonly values: readonly FacetValue[];
}

/** Where one is in a tree, what lies one level below with its counts, and the way to all of it. */
export function CodeFacet({ kind, conditions, values }: CodeFacetProps) {
  const text = useText(searchMessages);
  const { number } = useFormat();
  const change = useChangeSearch(conditions);
  const current = conditions[kind];
  const path = useCodePath(kind, current);
  const [isPicking, setPicking] = useState(false);
  // At the lowest level the counts are those of the place itself.
  const below = values.filter(({ value }) => value !== current);
  const to = (code: string | null): string => searchPath({ ...conditions, [kind]: code });
  return (
    <section className="gq-filter">
      <h3>{text(kind)}</h3>
      {current !== null && (
        <ol className="gq-filter-path">
          <li>
            <Link to={to(null)}>{text(ALL[kind])}</Link>
          </li>
          {path.map(({ code, name }) => (
            <li key={code}>
              <ChevronIcon />
              {code === current ? (
                <strong aria-current="true">{name}</strong>
              ) : (
                <Link to={to(code)}>{name}</Link>
              )}
            </li>
          ))}
        </ol>
      )}
      <ul className="gq-filter-values">
        {below.slice(0, SHOWN).map(({ value, label, count }) => (
          <li key={value}>
            <Link to={to(value)}>
              <span>{label}</span> <span className="gq-filter-count">{number(count)}</span>
            </Link>
          </li>
        ))}
      </ul>
      <button type="button" className="gq-filter-more" onClick={() => setPicking(true)}>
        {text(`choose_${kind}`)}
      </button>
      {isPicking && (
        <Suspense fallback={null}>
          <CodePicker
            kind={kind}
            onClose={() => setPicking(false)}
            onChoose={(code) => {
              setPicking(false);
              change({ [kind]: code });
            }}
          />
        </Suspense>
      )}
    </section>
  );
}
