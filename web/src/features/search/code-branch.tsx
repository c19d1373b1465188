import { useState } from 'react';
import {
  IndustryBranch,
  OccupationBranch,
  RegionBranch,
} from '@/graphql/generated/features/search/search';
import { useOperation } from '@/shared/graphql/query';
import { useText } from '@/shared/i18n/messages';
import { Loaded } from '@/shared/ui/states';
import { ChevronIcon } from './search-icons';
import { searchMessages } from './search.messages';
import type { CodeKind, CodeName } from './use-code-path';

interface BranchProps {
  readonly kind: CodeKind;
  readonly parentCode: string | null;
  readonly onChoose: (code: string) => void;
}

interface Entry extends CodeName {
  readonly hasChildren: boolean;
}

/** What lies directly below an entry of a tree; asked for when it is opened. */
export function CodeBranch(props: BranchProps) {
  const { kind, parentCode } = props;
  const options = (of: CodeKind) => ({ enabled: kind === of });
  const regions = useOperation(RegionBranch, { parentCode }, options('region'));
  const occupations = useOperation(OccupationBranch, { parentCode }, options('occupation'));
  const industries = useOperation(IndustryBranch, { parentCode }, options('industry'));
  if (kind === 'region')
    return (
      <Loaded of={regions}>
        {(data) => (
          <Entries
            {...props}
            entries={data.regions.map(({ displayName, ...region }) => ({
              ...region,
              name: displayName,
            }))}
          />
        )}
      </Loaded>
    );
  return kind === 'occupation' ? (
    <Loaded of={occupations}>{(data) => <Entries {...props} entries={data.occupations} />}</Loaded>
  ) : (
    <Loaded of={industries}>{(data) => <Entries {...props} entries={data.industries} />}</Loaded>
  );
}

function Entries({ entries, ...props }: BranchProps & { readonly entries: readonly Entry[] }) {
  return (
    <ul className="gq-code-tree">
      {entries.map((entry) => (
        <CodeEntry key={entry.code} entry={entry} {...props} />
      ))}
    </ul>
  );
}

function CodeEntry({ entry, kind, onChoose }: BranchProps & { readonly entry: Entry }) {
  const text = useText(searchMessages);
  const [isOpen, setOpen] = useState(false);
  const { code, name, hasChildren } = entry;
  return (
    <li>
      <div className="gq-code-row">
        {hasChildren ? (
          <button
            type="button"
            className="gq-code-toggle"
            aria-expanded={isOpen}
            aria-label={text('expand', { name })}
            onClick={() => setOpen(!isOpen)}
          >
            <ChevronIcon />
          </button>
        ) : (
          <span className="gq-code-toggle" />
        )}
        <button type="button" className="gq-code-choice" onClick={() => onChoose(code)}>
          {name}
        </button>
      </div>
      {isOpen && <CodeBranch kind={kind} parentCode={code} onChoose={onChoose} />}
    </li>
  );
}
