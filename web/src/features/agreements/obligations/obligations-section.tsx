import { Button, Progress } from 'antd';
import { useState } from 'react';
import {
  AgreementObligations,
  type AgreementObligationsQuery,
} from '@/graphql/generated/features/agreements/obligations/obligations';
import { useFormat } from '@/shared/format/use-format';
import { useOperation } from '@/shared/graphql/query';
import { useText } from '@/shared/i18n/messages';
import { Badge, type Tone } from '@/shared/ui/badge';
import { Section } from '@/shared/ui/page';
import type { AgreementSectionProps, ShownAgreement } from '../agreement-section';
import { EntryDialog } from './entry-dialogs';
import { EntryList } from './entry-list';
import { obligationsMessages } from './obligations.messages';
import './obligations.css';

export type Obligation = NonNullable<AgreementObligationsQuery['agreement']>['obligations'][number];

const TONES: Readonly<Record<Obligation['state'], Tone>> = {
  NOT_BEGUN: 'neutral',
  ON_TRACK: 'accent',
  AT_RISK: 'warn',
  FULFILLED: 'good',
  FULFILLED_LATE: 'warn',
  BREACHED: 'bad',
};

/** What each party promised, how much of it is done, and what shows it. */
export function ObligationsSection({ agreement }: AgreementSectionProps) {
  const text = useText(obligationsMessages);
  const { data } = useOperation(AgreementObligations, { id: agreement.id });
  const obligations = data?.agreement?.obligations ?? [];
  if (obligations.length === 0) return null;
  return (
    <Section title={text('obligations')}>
      <ul className="gq-obligations">
        {obligations.map((obligation) => (
          <li key={obligation.key}>
            <Promised obligation={obligation} agreement={agreement} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

interface PromisedProps {
  readonly obligation: Obligation;
  readonly agreement: ShownAgreement;
}

function Promised({ obligation, agreement }: PromisedProps) {
  const text = useText(obligationsMessages);
  const { date, number } = useFormat();
  const [isEntering, setEntering] = useState(false);
  const { metric, quantity, delivered, dueOn, state, records, proof } = obligation;
  const nameOf = (at: number): string =>
    agreement.parties.find(({ position }) => position === at)?.name ?? String(at);
  const done = text('done', {
    done: number(delivered),
    all: number(quantity),
    unit: metric.unit,
  });
  const proved =
    proof === 'RECORDS' && metric.records != null
      ? text('provedByRecords', { records: metric.records })
      : text('provedByEntries');
  return (
    <>
      <div className="gq-obligations-head">
        <strong>{metric.name}</strong>
        <Badge tone={TONES[state]}>{text(`state_${state}`)}</Badge>
        <span>{text('owes', { party: nameOf(obligation.partyPosition), date: date(dueOn) })}</span>
      </div>
      <Progress
        percent={Math.min(100, Math.floor((delivered / quantity) * 100))}
        showInfo={false}
        size="small"
        strokeColor="var(--gq-accent)"
        aria-label={done}
      />
      <div>{done}</div>
      <div className="gq-agreements-soft">{proved}</div>
      {records.length > 0 && (
        <details>
          <summary>{text('behind', { count: records.length })}</summary>
          <ul className="gq-obligations-records">
            {records.map(({ happenedOn, label }, at) => (
              <li key={at}>{`${date(happenedOn)} · ${label}`}</li>
            ))}
          </ul>
        </details>
      )}
      <EntryList obligation={obligation} agreementId={agreement.id} nameOf={nameOf} />
      {obligation.viewerCanEnter && (
        <Button
          size="small"
          className="gq-obligations-enter"
          aria-label={text('enterFor', { metric: metric.name })}
          onClick={() => setEntering(true)}
        >
          {text('enter')}
        </Button>
      )}
      {isEntering && (
        <EntryDialog
          agreement={agreement}
          obligation={obligation}
          onClose={() => setEntering(false)}
        />
      )}
    </>
  );
}
