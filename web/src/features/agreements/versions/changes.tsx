import type {
  AgreementComparisonQuery,
  ComparisonPartsFragment,
} from '@/graphql/generated/features/agreements/versions/versions';
import { useFormat } from '@/shared/format/use-format';
import { useText } from '@/shared/i18n/messages';
import type { ShownAgreement } from '../agreement-section';
import { ChangedClauses } from './changed-clauses';
import { ItemChanges } from './item-changes';
import { Mark } from './mark';
import { versionsMessages } from './versions.messages';

type Found = ComparisonPartsFragment;

/** What one text changed of another: its facts, clauses, obligations and annexes. */
export function Changes({
  of,
  metrics,
  subKinds,
  partyOf,
}: {
  readonly of: Found;
  readonly metrics: AgreementComparisonQuery['obligationMetrics'];
  readonly subKinds: ShownAgreement['kind']['subKinds'];
  readonly partyOf: (position: number) => string;
}) {
  const text = useText(versionsMessages);
  const { date } = useFormat();
  const isSame = [of.clauses, of.obligations, of.annexes].every((parts) =>
    parts.every((part) => part.change === 'UNCHANGED' && !('isMoved' in part && part.isMoved)),
  );
  if (isSame && of.facts.length === 0) return <p>{text('same')}</p>;
  const said = (item: NonNullable<Found['obligations'][number]['before']>): string => {
    const metric = metrics.find(({ code }) => code === item.metric);
    return text('obligation', {
      party: partyOf(item.partyPosition),
      metric: metric?.name ?? item.metric,
      quantity: item.quantity,
      unit: metric?.unit ?? '',
      dueOn: date(item.dueOn),
    });
  };
  return (
    <>
      <p className="gq-agreements-soft">
        {text('legend')} <ins>[+{text('inserted')}]</ins> <del>[−{text('removed')}]</del>
      </p>
      <FactChanges facts={of.facts} subKinds={subKinds} />
      <ChangedClauses clauses={of.clauses} />
      <ItemChanges
        title={text('obligations')}
        items={of.obligations.map(({ change, before, after }) => ({
          change,
          before: before ? said(before) : null,
          after: after ? said(after) : null,
        }))}
      />
      <ItemChanges
        title={text('annexes')}
        items={of.annexes.map(({ change, before, after }) => ({
          change,
          before: before?.title ?? null,
          after: after?.title ?? null,
        }))}
      />
    </>
  );
}

function FactChanges({
  facts,
  subKinds,
}: Pick<Found, 'facts'> & Pick<ShownAgreement['kind'], 'subKinds'>) {
  const text = useText(versionsMessages);
  const { date } = useFormat();
  const said = (fact: Found['facts'][number]['fact'], value: string | null | undefined): string => {
    if (value == null) return text('none');
    if (fact === 'STARTS_ON' || fact === 'ENDS_ON') return date(value);
    if (fact === 'NIGHT_WORK') return text(value === 'YES' ? 'yes' : 'no');
    if (fact === 'SUB_KIND') return subKinds.find(({ code }) => code === value)?.name ?? value;
    return value;
  };
  return facts.length === 0 ? null : (
    <ul className="gq-versions-items">
      {facts.map(({ fact, before, after }) => (
        <li key={fact}>
          <strong>{text(`fact_${fact}`)}</strong> <span>{text('before')}</span>{' '}
          <Mark kind="REMOVED">{said(fact, before)}</Mark> <span>{text('after')}</span>{' '}
          <Mark kind="INSERTED">{said(fact, after)}</Mark>
        </li>
      ))}
    </ul>
  );
}
