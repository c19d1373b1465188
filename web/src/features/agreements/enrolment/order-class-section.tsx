import { Alert, Button } from 'antd';
import { useState } from 'react';
import {
  OrderClassEnrolments,
  type OrderClassEnrolmentsQuery,
} from '@/graphql/generated/features/agreements/enrolment/enrolment';
import { useFormat } from '@/shared/format/use-format';
import { usePages } from '@/shared/graphql/pages';
import { useText } from '@/shared/i18n/messages';
import { Section } from '@/shared/ui/page';
import { MoreButton } from '@/shared/ui/records';
import type { AgreementSectionProps } from '../agreement-section';
import { AddStudentsDialog, ConfirmDialog, ReasonDialog } from './class-dialogs';
import { ClassList } from './class-list';
import { enrolmentMessages } from './enrolment.messages';
import type { Refusals } from './use-class-steps';
import './enrolment.css';

type Page = NonNullable<OrderClassEnrolmentsQuery['orderClassEnrolments']>;
export type Enrolment = Page['nodes'][number];
type Step = 'add' | 'confirm' | 'refuse' | 'remove';

/** The students of an order class, and what each side does about them; nothing before all have signed. */
export function OrderClassSection({ agreement }: AgreementSectionProps) {
  const isClass = agreement.subKind === 'ORDER_CLASS' && agreement.effectiveAt != null;
  return isClass ? <OrderClass agreementId={agreement.id} /> : null;
}

function OrderClass({ agreementId }: { readonly agreementId: string }) {
  const text = useText(enrolmentMessages);
  const { number } = useFormat();
  const pages = usePages(
    OrderClassEnrolments,
    { agreementId, first: 50 },
    (data) => data.orderClassEnrolments,
  );
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [open, setOpen] = useState<Step | null>(null);
  const [refusals, setRefusals] = useState<Refusals>([]);
  const orderClass = pages.data?.first.agreement?.orderClass;
  if (!orderClass || !pages.data) return null;
  const { nodes } = pages.data;
  const { seatCount, listedCount, confirmedCount, viewerCanEnrol } = orderClass;
  const counts = { listed: number(listedCount), confirmed: number(confirmedCount) };
  const picked = nodes.filter(({ id }) => chosen.includes(id));
  const deciding = picked.filter(({ viewerCan }) => viewerCan.decide).map(({ id }) => id);
  const removing = picked.filter(({ viewerCan }) => viewerCan.remove).map(({ id }) => id);
  const done = (refused: Refusals): void => {
    setRefusals(refused);
    setChosen([]);
  };
  const close = (): void => setOpen(null);
  return (
    <Section title={text('title')}>
      <p>
        {seatCount == null
          ? text('noLimit', counts)
          : text('seats', { ...counts, seats: number(seatCount) })}
      </p>
      {refusals.length > 0 && (
        <Alert
          type="warning"
          showIcon
          role="alert"
          title={[...new Set(refusals.map(({ message }) => message))].join(' ')}
        />
      )}
      <ClassList enrolments={nodes} chosen={chosen} onChoose={setChosen} />
      <MoreButton pages={pages} />
      <div className="gq-enrolment-steps">
        {viewerCanEnrol && <Button onClick={() => setOpen('add')}>{text('add')}</Button>}
        {deciding.length > 0 && (
          <>
            <Button type="primary" onClick={() => setOpen('confirm')}>
              {text('confirm', { count: number(deciding.length) })}
            </Button>
            <Button onClick={() => setOpen('refuse')}>
              {text('refuse', { count: number(deciding.length) })}
            </Button>
          </>
        )}
        {removing.length > 0 && (
          <Button danger onClick={() => setOpen('remove')}>
            {text('remove', { count: number(removing.length) })}
          </Button>
        )}
      </div>
      {open === 'add' && (
        <AddStudentsDialog agreementId={agreementId} onDone={done} onClose={close} />
      )}
      {open === 'confirm' && (
        <ConfirmDialog agreementId={agreementId} ids={deciding} onDone={done} onClose={close} />
      )}
      {(open === 'refuse' || open === 'remove') && (
        <ReasonDialog
          step={open}
          agreementId={agreementId}
          ids={open === 'refuse' ? deciding : removing}
          onDone={done}
          onClose={close}
        />
      )}
    </Section>
  );
}
