import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import {
  LeaveOrderClass,
  MyOrderClassEnrolments,
  type MyOrderClassEnrolmentsQuery,
} from '@/graphql/generated/features/agreements/enrolment/enrolment';
import { useFormat } from '@/shared/format/use-format';
import { ActionDialog } from '@/shared/forms/action-dialog';
import { useAction } from '@/shared/graphql/action';
import { usePages } from '@/shared/graphql/pages';
import { useText } from '@/shared/i18n/messages';
import { Facts } from '@/shared/ui/facts';
import { Section } from '@/shared/ui/page';
import { MoreButton } from '@/shared/ui/records';
import { toast } from '@/shared/ui/toasts';
import { uiMessages } from '@/shared/ui/ui.messages';
import { EnrolmentBadge } from './class-list';
import { enrolmentMessages } from './enrolment.messages';
import './enrolment.css';

type Own = MyOrderClassEnrolmentsQuery['myOrderClassEnrolments']['nodes'][number];

/** Order classes the student was listed for; nothing where there are none. */
export function OwnOrderClasses() {
  const text = useText(enrolmentMessages);
  const pages = usePages(
    MyOrderClassEnrolments,
    { first: 20 },
    (data) => data.myOrderClassEnrolments,
  );
  const nodes = pages.data?.nodes ?? [];
  if (nodes.length === 0) return null;
  return (
    <Section title={text('own')}>
      <ul className="gq-enrolment-own">
        {nodes.map((enrolment) => (
          <li key={enrolment.id}>
            <OwnItem enrolment={enrolment} />
          </li>
        ))}
      </ul>
      <MoreButton pages={pages} />
    </Section>
  );
}

function OwnItem({ enrolment }: { readonly enrolment: Own }) {
  const text = useText(enrolmentMessages);
  const ui = useText(uiMessages);
  const { dateTime } = useFormat();
  const [isLeaving, setLeaving] = useState(false);
  const { run } = useAction(LeaveOrderClass, { refreshes: ['MyOrderClassEnrolments'] });
  const { id, state, agreementTitle, collegeName: college, enterpriseName: enterprise } = enrolment;
  const { listedAt, decidedAt, endedAt, reason, viewerCan } = enrolment;
  return (
    <>
      <div className="gq-enrolment-head">
        <h3>{agreementTitle}</h3>
        <EnrolmentBadge state={state} />
      </div>
      <p className="gq-enrolment-soft">{text('ownText', { college, enterprise })}</p>
      <Facts
        facts={[
          { label: text('reason'), value: reason },
          { label: text('listedAt'), value: dateTime(listedAt) },
          { label: text('decidedAt'), value: decidedAt && dateTime(decidedAt) },
          { label: text('endedAt'), value: endedAt && dateTime(endedAt) },
        ]}
      />
      {viewerCan.leave && (
        <Button danger onClick={() => setLeaving(true)}>
          {text('leave')}
        </Button>
      )}
      {isLeaving && (
        <ActionDialog<{ reason: string }>
          title={text('leaveTitle')}
          lead={text('leaveText')}
          submitLabel={text('leave')}
          isDangerous
          run={({ reason: why }) => run({ enrolmentId: id, reason: why })}
          onClose={(isDone) => {
            if (isDone) toast.success(text('left'));
            setLeaving(false);
          }}
        >
          <Form.Item
            name="reason"
            label={text('reason')}
            extra={text('reasonHint')}
            rules={[
              { required: true, whitespace: true, message: ui('required') },
              { min: 2, max: 500 },
            ]}
          >
            <Input.TextArea rows={3} />
          </Form.Item>
        </ActionDialog>
      )}
    </>
  );
}
