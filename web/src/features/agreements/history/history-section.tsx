import { useFormat } from '@/shared/format/use-format';
import { useText } from '@/shared/i18n/messages';
import { Steps } from '@/shared/ui/facts';
import { Section } from '@/shared/ui/page';
import type { AgreementSectionProps } from '../agreement-section';
import { agreementMessages } from '../agreement.messages';
import { agreementsMessages } from '../agreements.messages';

const STEPS = [
  'create',
  'edit',
  'share',
  'amend',
  'submitForReview',
  'approve',
  'finishReview',
  'propose',
  'return',
  'signFirst',
  'signNext',
  'signLast',
  'takeEffect',
  'expire',
  'terminate',
  'cancel',
  'lapse',
] as const;

/** Each step it took. */
export function HistorySection({ agreement: { history } }: AgreementSectionProps) {
  const text = useText(agreementMessages);
  const list = useText(agreementsMessages);
  const { dateTime } = useFormat();
  return (
    <Section title={text('history')}>
      <Steps
        steps={history.map(({ transition, fromState, toState, occurredAt, reason }, i) => {
          const step = STEPS.find((name) => name === (fromState === null ? 'create' : transition));
          return {
            key: `${i}`,
            at: dateTime(occurredAt),
            title: step === undefined ? list(`state_${toState}`) : text(`step_${step}`),
            note: reason,
          };
        })}
      />
    </Section>
  );
}
