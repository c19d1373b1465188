import { useFormat } from '@/shared/format/use-format';
import { useText } from '@/shared/i18n/messages';
import { Section } from '@/shared/ui/page';
import type { AgreementSectionProps } from '../agreement-section';
import { agreementMessages } from '../agreement.messages';
import { agreementsMessages } from '../agreements.messages';

/** Between whom it is, and who has signed. */
export function SignaturesSection({ agreement }: AgreementSectionProps) {
  const text = useText(agreementMessages);
  const list = useText(agreementsMessages);
  const { dateTime } = useFormat();
  const { college, enterprise, signatures, state } = agreement;
  const parties = [
    { role: text('college'), party: college },
    { role: text('enterprise'), party: enterprise },
  ];
  return (
    <Section title={text('parties')}>
      <ul className="gq-agreements-parties">
        {parties.map(({ role, party }) => {
          const signature = signatures.find(({ organisation }) => organisation?.id === party?.id);
          return (
            <li key={role}>
              <span className="gq-agreements-soft">{role}</span>
              <strong>{party?.name ?? list('unknownParty')}</strong>
              <span>
                {signature
                  ? text('signedBy', {
                      name: signature.signer?.displayName ?? '–',
                      at: dateTime(signature.signedAt),
                    })
                  : text(state === 'DRAFT' ? 'draftParty' : 'notSigned')}
              </span>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
