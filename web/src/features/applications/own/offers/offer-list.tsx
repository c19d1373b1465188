import { Button } from 'antd';
import { useState } from 'react';
import { usePostingWords } from '@/features/job-postings/public/use-posting-words';
import { useFormat } from '@/shared/format/use-format';
import { useText } from '@/shared/i18n/messages';
import { Badge, type Tone } from '@/shared/ui/badge';
import { Facts } from '@/shared/ui/facts';
import { Section } from '@/shared/ui/page';
import type { OwnApplication, OwnOffer } from '../own-states';
import { OfferDialog, type OfferStep } from './offer-dialog';
import { offersMessages } from './offers.messages';

const TONES: Readonly<Record<OwnOffer['state'], Tone>> = {
  OPEN: 'warn',
  ACCEPTED: 'good',
  DECLINED: 'neutral',
  LAPSED: 'neutral',
  RENEGED: 'neutral',
  WITHDRAWN: 'neutral',
};

/** Offers, the latest first, with what can be answered. */
export function OfferList({ application }: { readonly application: OwnApplication }) {
  const text = useText(offersMessages);
  const [step, setStep] = useState<{ readonly step: OfferStep; readonly offer: OwnOffer } | null>(
    null,
  );
  return (
    <Section title={text('offers')}>
      {application.offers.toReversed().map((offer) => (
        <div key={offer.id} className="gq-own-entry">
          <Particulars offer={offer} />
          <div className="gq-own-buttons">
            {offer.state === 'OPEN' && application.viewerCan.answerOffer && (
              <>
                <Button type="primary" onClick={() => setStep({ step: 'accept', offer })}>
                  {text('accept')}
                </Button>
                <Button onClick={() => setStep({ step: 'decline', offer })}>
                  {text('decline')}
                </Button>
              </>
            )}
            {offer.state === 'ACCEPTED' && application.state === 'ACCEPTED' && (
              <Button danger onClick={() => setStep({ step: 'renege', offer })}>
                {text('renege')}
              </Button>
            )}
          </div>
        </div>
      ))}
      {step && (
        <OfferDialog
          step={step.step}
          offerId={step.offer.id}
          applicationId={application.id}
          onClose={() => setStep(null)}
        >
          <Particulars offer={step.offer} />
        </OfferDialog>
      )}
    </Section>
  );
}

function Particulars({ offer }: { readonly offer: OwnOffer }) {
  const text = useText(offersMessages);
  const words = usePostingWords();
  const { date, dateTime } = useFormat();
  const { state, payMin, payMax, payPeriod, answeredAt } = offer;
  const pay = { min: payMin, max: payMax, period: payPeriod, months: null, text: null };
  return (
    <>
      <Badge tone={TONES[state]}>{text(`state_${state}`)}</Badge>
      <Facts
        facts={[
          { label: text('pay'), value: words.pay(pay) },
          { label: text('startOn'), value: date(offer.startOn) },
          { label: text('workplace'), value: offer.workplace },
          { label: text('engagement'), value: words.engagement(offer.engagementType) },
          {
            label: text('answerBy'),
            value: state === 'OPEN' ? dateTime(offer.answerDueAt) : null,
          },
          { label: text('answeredAt'), value: answeredAt && dateTime(answeredAt) },
          { label: text('message'), value: offer.message },
        ]}
      />
    </>
  );
}
