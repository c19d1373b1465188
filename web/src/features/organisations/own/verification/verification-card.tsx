import { App, Button, Form, Input } from 'antd';
import { useState } from 'react';
import {
  AppealVerification,
  WithdrawVerification,
  type OwnVerificationFragment,
} from '@/graphql/generated/features/organisations/own/verification/verification';
import { useFormat } from '@/shared/format/use-format';
import { ActionDialog } from '@/shared/forms/action-dialog';
import { useAttempt } from '@/shared/forms/use-attempt';
import { useAction } from '@/shared/graphql/action';
import { useText } from '@/shared/i18n/messages';
import { Badge } from '@/shared/ui/badge';
import { toast } from '@/shared/ui/toasts';
import { Section } from '@/shared/ui/page';
import { STATE_TONES } from '../own-tones';
import { ownWordsMessages } from '../own-words.messages';
import { VerificationDetails } from './verification-details';
import { verificationMessages } from './verification.messages';

const REFRESHES = { refreshes: ['OwnVerifications', 'OrganisationOverview', 'Viewer'] };

export interface VerificationCardProps {
  readonly verification: OwnVerificationFragment;
  readonly title?: string;
}

/** One request to be verified, with what the organisation can still do about it. */
export function VerificationCard({ verification, title }: VerificationCardProps) {
  const text = useText(verificationMessages);
  const words = useText(ownWordsMessages);
  const format = useFormat();
  const attempt = useAttempt();
  const { modal } = App.useApp();
  const [isAppealing, setAppealing] = useState(false);
  const withdraw = useAction(WithdrawVerification, REFRESHES);
  const appeal = useAction(AppealVerification, REFRESHES);
  const { id, state, submittedAt, appealUntil, viewerCan } = verification;
  const askToWithdraw = (): void => {
    void modal.confirm({
      title: text('withdrawTitle'),
      content: text('withdrawText'),
      okText: text('withdraw'),
      okButtonProps: { danger: true },
      onOk: () => attempt(() => withdraw.run({ verificationId: id }), text('withdrawn')),
    });
  };
  return (
    <Section
      title={
        <>
          {title ?? format.date(submittedAt)}{' '}
          <Badge tone={STATE_TONES[state]}>{words(`state_${state}`)}</Badge>
        </>
      }
      actions={
        <>
          {viewerCan.withdraw && <Button onClick={askToWithdraw}>{text('withdraw')}</Button>}
          {viewerCan.appeal && (
            <Button type="primary" onClick={() => setAppealing(true)}>
              {text('appeal')}
            </Button>
          )}
        </>
      }
    >
      <VerificationDetails verification={verification} />
      {viewerCan.appeal && appealUntil !== null && (
        <p className="gq-own-text">{text('appealUntil', { date: format.date(appealUntil) })}</p>
      )}
      {isAppealing && (
        <ActionDialog
          title={text('appealTitle')}
          lead={text('appealLead')}
          submitLabel={text('appeal')}
          run={(values: { readonly text: string }) => appeal.run({ ...values, verificationId: id })}
          onClose={(isDone) => {
            setAppealing(false);
            if (isDone) toast.success(text('appealed'));
          }}
        >
          <Form.Item
            name="text"
            label={text('appealText')}
            rules={[
              { required: true, whitespace: true, min: 5, message: text('appealShort') },
              { max: 2000 },
            ]}
          >
            <Input.TextArea rows={6} count={{ show: true, max: 2000 }} />
          </Form.Item>
        </ActionDialog>
      )}
    </Section>
  );
}
