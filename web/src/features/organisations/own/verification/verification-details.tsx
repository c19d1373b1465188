import type { OwnVerificationFragment } from '@/graphql/generated/features/organisations/own/verification/verification';
import { useFormat } from '@/shared/format/use-format';
import { useText } from '@/shared/i18n/messages';
import { Due } from '@/shared/ui/due';
import { Facts, Steps } from '@/shared/ui/facts';
import { isOpen, lastInstant } from '../own-tones';
import { ownWordsMessages } from '../own-words.messages';
import { verificationMessages } from './verification.messages';

/** What was handed in, what became of it and when. */
export function VerificationDetails({
  verification,
}: {
  readonly verification: OwnVerificationFragment;
}) {
  const text = useText(verificationMessages);
  const words = useText(ownWordsMessages);
  const format = useFormat();
  const { state, dueOn, isOverdue, decidedAt, validUntil, evidence, refusalReason } = verification;
  return (
    <>
      <Facts
        facts={[
          { label: text('submittedAt'), value: format.dateTime(verification.submittedAt) },
          {
            label: text('due'),
            value: isOpen(state) && <Due at={dueOn} isOverdue={isOverdue} />,
          },
          { label: text('decidedAt'), value: decidedAt && format.dateTime(decidedAt) },
          { label: text('until'), value: validUntil && format.date(lastInstant(validUntil)) },
          { label: text('bureau'), value: verification.bureau?.name },
          {
            label: text('reason'),
            value: refusalReason && text(`refusal_${refusalReason}`),
          },
          { label: text('explanation'), value: verification.refusalText },
          { label: text('note'), value: verification.note },
          { label: text('appealText'), value: verification.appealText },
          { label: text('appealAnswer'), value: verification.appealAnswer },
          {
            label: text('evidence'),
            value: evidence && evidence.length > 0 && (
              <ul className="gq-own-files">
                {evidence.map(({ fileId, fileName, kind, download }) => (
                  <li key={fileId}>
                    {text(`evidence_${kind}`)} <a href={download.url}>{fileName}</a>
                  </li>
                ))}
              </ul>
            ),
          },
        ].filter(({ value }) => value !== false)}
      />
      <h3 className="gq-own-subheading">{text('history')}</h3>
      <Steps
        steps={verification.history.map(({ toState, occurredAt }) => ({
          key: occurredAt + toState,
          at: format.dateTime(occurredAt),
          title: words(`state_${toState}`),
        }))}
      />
    </>
  );
}
