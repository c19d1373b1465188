import { App, Button } from 'antd';
import {
  WithdrawOffer,
  type ApplicationCardFragment,
} from '@/graphql/generated/features/applications/employer/employer';
import { usePostingWords } from '@/features/job-postings/public/use-posting-words';
import { useFormat } from '@/shared/format/use-format';
import { useAttempt } from '@/shared/forms/use-attempt';
import { useAction } from '@/shared/graphql/action';
import { useText } from '@/shared/i18n/messages';
import { Badge, type Tone } from '@/shared/ui/badge';
import { Facts } from '@/shared/ui/facts';
import { employerWordsMessages } from '../employer-words.messages';
import { REFRESHED } from '../stages';
import { detailMessages } from './detail.messages';

type Offer = ApplicationCardFragment['offers'][number];

const TONES: Readonly<Record<Offer['state'], Tone>> = {
  OPEN: 'accent',
  ACCEPTED: 'good',
  DECLINED: 'neutral',
  LAPSED: 'neutral',
  RENEGED: 'bad',
  WITHDRAWN: 'neutral',
};

export interface OfferListProps {
  readonly offers: readonly Offer[];
  readonly mayDecide: boolean;
}

/** The offers of one application. */
export function OfferList({ offers, mayDecide }: OfferListProps) {
  const text = useText(detailMessages);
  const employer = useText(employerWordsMessages);
  const format = useFormat();
  const { pay, engagement } = usePostingWords();
  if (offers.length === 0) return null;
  return (
    <section>
      <h3>{text('offers')}</h3>
      <ul className="gq-candidate-entries">
        {offers.map((offer) => (
          <li key={offer.id}>
            <p>
              <strong>{format.dateTime(offer.madeAt)}</strong>{' '}
              <Badge tone={TONES[offer.state]}>{employer(`offer_${offer.state}`)}</Badge>
            </p>
            <Facts
              facts={[
                {
                  label: text('offerPay'),
                  value: `${pay({
                    min: offer.payMin,
                    max: offer.payMax,
                    period: offer.payPeriod,
                    months: null,
                    text: null,
                  })} · ${engagement(offer.engagementType)}`,
                },
                { label: text('offerStart'), value: format.date(offer.startOn) },
                { label: text('offerPlace'), value: offer.workplace },
                {
                  label: text('offerDue'),
                  value: offer.state === 'OPEN' ? format.dateTime(offer.answerDueAt) : null,
                },
                { label: text('offerMessage'), value: offer.message },
              ]}
            />
            {mayDecide && offer.state === 'OPEN' && <WithdrawButton offer={offer} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function WithdrawButton({ offer }: { readonly offer: Offer }) {
  const text = useText(detailMessages);
  const { modal } = App.useApp();
  const attempt = useAttempt();
  const { run, isRunning } = useAction(WithdrawOffer, { refreshes: REFRESHED });
  const ask = (): void => {
    modal.confirm({
      title: text('withdrawOffer'),
      content: text('withdrawText'),
      okText: text('withdrawOffer'),
      okButtonProps: { danger: true },
      onOk: () => attempt(() => run({ offerId: offer.id }), text('withdrawn')),
    });
  };
  return (
    <Button size="small" danger loading={isRunning} onClick={ask}>
      {text('withdrawOffer')}
    </Button>
  );
}
