import { Checkbox, Form } from 'antd';
import type { ReactNode } from 'react';
import {
  AcceptOffer,
  DeclineOffer,
  MyApplications,
  RenegeOffer,
} from '@/graphql/generated/features/applications/own/own';
import { ActionDialog } from '@/shared/forms/action-dialog';
import { useAction } from '@/shared/graphql/action';
import { useOperation } from '@/shared/graphql/query';
import { useText } from '@/shared/i18n/messages';
import { toast } from '@/shared/ui/toasts';
import { APPLICATION_QUERIES, UNDECIDED } from '../own-states';
import { offersMessages } from './offers.messages';

export type OfferStep = 'accept' | 'decline' | 'renege';

export interface OfferDialogProps {
  readonly step: OfferStep;
  readonly offerId: string;
  readonly applicationId: string;
  readonly onClose: () => void;
  /** The offer itself, to be looked at once more. */
  readonly children: ReactNode;
}

interface Values {
  readonly withdrawOthers?: boolean;
}

const DONE = { accept: 'accepted', decline: 'declined', renege: 'reneged' } as const;

/** Says what an answer brings about before it is given. */
export function OfferDialog({ step, offerId, applicationId, onClose, children }: OfferDialogProps) {
  const text = useText(offersMessages);
  const options = { refreshes: APPLICATION_QUERIES };
  const accept = useAction(AcceptOffer, options);
  const decline = useAction(DeclineOffer, options);
  const renege = useAction(RenegeOffer, options);
  const others = useOthers(applicationId, step === 'accept');
  const run = ({ withdrawOthers = false }: Values): Promise<unknown> => {
    if (step === 'accept') return accept.run({ offerId, withdrawOthers });
    return (step === 'decline' ? decline : renege).run({ offerId });
  };
  return (
    <ActionDialog<Values>
      title={text(`${step}Title`)}
      lead={text(`${step}Text`)}
      submitLabel={text(step)}
      isDangerous={step !== 'accept'}
      run={run}
      onClose={(isDone) => {
        if (isDone) toast.success(text(DONE[step]));
        onClose();
      }}
    >
      {children}
      {others > 0 && (
        <Form.Item
          name="withdrawOthers"
          valuePropName="checked"
          className="gq-own-others"
          extra={text('withdrawOthersText')}
        >
          <Checkbox>{text('withdrawOthers', { count: others })}</Checkbox>
        </Form.Item>
      )}
    </ActionDialog>
  );
}

/** How many other applications of the person are undecided. */
function useOthers(applicationId: string, isAsked: boolean): number {
  const { data } = useOperation(
    MyApplications,
    { states: UNDECIDED, first: 100 },
    { enabled: isAsked },
  );
  return (data?.myApplications.nodes ?? []).filter(({ id }) => id !== applicationId).length;
}
