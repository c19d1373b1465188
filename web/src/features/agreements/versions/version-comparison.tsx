import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import {
  AgreementComparison,
  type AgreementComparisonQuery,
} from '@/graphql/generated/features/agreements/versions/versions';
import { useFormat } from '@/shared/format/use-format';
import { useOperation } from '@/shared/graphql/query';
import { useText } from '@/shared/i18n/messages';
import { Loaded } from '@/shared/ui/states';
import type { AgreementSectionProps } from '../agreement-section';
import { agreementsMessages } from '../agreements.messages';
import { ChangedClauses } from './changed-clauses';
import { ItemChanges } from './item-changes';
import { Mark } from './mark';
import { versionsMessages } from './versions.messages';

export interface VersionComparisonProps extends Pick<AgreementSectionProps, 'agreement'> {
  readonly from: number;
  readonly to: number;
  readonly partyOf: (position: number) => string;
  readonly onClose: () => void;
}

type Found = NonNullable<NonNullable<AgreementComparisonQuery['agreement']>['comparison']>;

/** What the later version changed, in signs and words as well as in colour. */
export function VersionComparison(props: VersionComparisonProps) {
  const { agreement, from, to, partyOf, onClose } = props;
  const text = useText(versionsMessages);
  const query = useOperation(AgreementComparison, { id: agreement.id, from, to });
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, [from, to]);
  return (
    <div className="gq-versions-comparison">
      <div className="gq-versions-line">
        <h3 ref={heading} tabIndex={-1}>
          {text('comparison', { from, to })}
        </h3>
        <Button size="small" onClick={onClose}>
          {text('close')}
        </Button>
      </div>
      <p className="gq-agreements-soft">
        {text('legend')} <ins>[+{text('inserted')}]</ins> <del>[−{text('removed')}]</del>
      </p>
      <Loaded of={query}>
        {({ agreement: found, obligationMetrics }) =>
          found?.comparison ? (
            <Changes of={found.comparison} metrics={obligationMetrics} partyOf={partyOf} />
          ) : (
            <p>{text('gone')}</p>
          )
        }
      </Loaded>
    </div>
  );
}

function Changes({
  of,
  metrics,
  partyOf,
}: {
  readonly of: Found;
  readonly metrics: AgreementComparisonQuery['obligationMetrics'];
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
      <FactChanges facts={of.facts} />
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

const FORMS = ['ORDER_CLASS', 'INTERNSHIP_BASE', 'TRAINING_BASE', 'RECRUITMENT_BASE'] as const;

function FactChanges({ facts }: Pick<Found, 'facts'>) {
  const text = useText(versionsMessages);
  const list = useText(agreementsMessages);
  const { date } = useFormat();
  const said = (fact: Found['facts'][number]['fact'], value: string | null | undefined): string => {
    if (value == null) return text('none');
    if (fact === 'STARTS_ON' || fact === 'ENDS_ON') return date(value);
    if (fact === 'NIGHT_WORK') return text(value === 'YES' ? 'yes' : 'no');
    const form = FORMS.find((code) => code === value);
    return fact === 'SUB_KIND' && form ? list(`form_${form}`) : value;
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
