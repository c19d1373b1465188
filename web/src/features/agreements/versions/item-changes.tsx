import type { AgreementChangeKind } from '@/graphql/generated/features/agreements/versions/versions';
import { useText } from '@/shared/i18n/messages';
import { Badge } from '@/shared/ui/badge';
import { Mark } from './mark';
import { versionsMessages } from './versions.messages';

export interface ItemChangesProps {
  readonly title: string;
  readonly items: readonly {
    readonly change: AgreementChangeKind;
    readonly before: string | null;
    readonly after: string | null;
  }[];
}

/** Obligations or annexes that are not what they were. */
export function ItemChanges({ title, items }: ItemChangesProps) {
  const text = useText(versionsMessages);
  const changed = items.filter(({ change }) => change !== 'UNCHANGED');
  return changed.length === 0 ? null : (
    <>
      <h4 className="gq-versions-title">{title}</h4>
      <ul className="gq-versions-items">
        {changed.map(({ change, before, after }, place) => (
          <li key={place}>
            <Badge>{text(`change_${change}`)}</Badge>{' '}
            {before !== null && <Mark kind="REMOVED">{before}</Mark>}{' '}
            {after !== null && <Mark kind="INSERTED">{after}</Mark>}
          </li>
        ))}
      </ul>
    </>
  );
}
