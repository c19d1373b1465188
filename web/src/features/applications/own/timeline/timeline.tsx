import { useFormat } from '@/shared/format/use-format';
import { useText } from '@/shared/i18n/messages';
import { Steps, type Step } from '@/shared/ui/facts';
import { Section } from '@/shared/ui/page';
import { Due } from '../due';
import { ownMessages } from '../own.messages';
import type { OwnApplication } from '../own-states';

const STEPS = [
  'submit',
  'view',
  'shortlist',
  'interview',
  'offer',
  'accept',
  'decline',
  'withdrawOffer',
  'lapseOffer',
  'onboard',
  'notStart',
  'renege',
  'withdraw',
  'close',
] as const;
type StepName = (typeof STEPS)[number];

/** What happened so far, and what is due next. */
export function Timeline({ application }: { readonly application: OwnApplication }) {
  const text = useText(ownMessages);
  const { dateTime, date } = useFormat();
  const { history, closeReason, onboardedOn, answerDueAt, answerDueBy } = application;
  const steps: Step[] = history.map(({ transition, toState, occurredAt }, place) => {
    const name = STEPS.find((known): known is StepName => known === transition);
    return {
      key: String(place),
      at: dateTime(occurredAt),
      title: name === undefined ? text(`state_${toState}`) : text(`step_${name}`),
      note:
        toState === 'CLOSED' && closeReason !== null
          ? text(`reason_${closeReason}`)
          : toState === 'ONBOARDED' && onboardedOn !== null
            ? date(onboardedOn)
            : null,
    };
  });
  if (answerDueAt !== null && answerDueBy !== null)
    steps.push({ key: 'due', at: '', title: <Due at={answerDueAt} by={answerDueBy} /> });
  return (
    <Section title={text('timeline')}>
      <Steps steps={steps} />
    </Section>
  );
}
