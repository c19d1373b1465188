import { Link, useParams } from 'react-router';
import { Agreement, type AgreementQuery } from '@/graphql/generated/features/agreements/agreement';
import { useFormat } from '@/shared/format/use-format';
import { useOperation } from '@/shared/graphql/query';
import { useText } from '@/shared/i18n/messages';
import { Facts, Steps } from '@/shared/ui/facts';
import { Page as Frame, Section } from '@/shared/ui/page';
import { EmptyState, Loaded } from '@/shared/ui/states';
import { AgreementStateBadge, Term } from './agreement-state';
import { AgreementSteps } from './agreement-steps';
import { agreementMessages } from './agreement.messages';
import { agreementsMessages } from './agreements.messages';
import './agreements.css';

export type ShownAgreement = NonNullable<AgreementQuery['agreement']>;

export function Page() {
  const text = useText(agreementMessages);
  const { organisationId = '', agreementId = '' } = useParams();
  const query = useOperation(Agreement, { id: agreementId });
  return (
    <Loaded of={query}>
      {({ agreement }) =>
        agreement === null || agreement === undefined ? (
          <Frame title={text('gone')}>
            <EmptyState title={text('goneText')}>
              <Link to={`/work/${organisationId}/agreements`}>{text('back')}</Link>
            </EmptyState>
          </Frame>
        ) : (
          <AgreementView agreement={agreement} organisationId={organisationId} />
        )
      }
    </Loaded>
  );
}

function AgreementView({
  agreement,
  organisationId,
}: {
  readonly agreement: ShownAgreement;
  readonly organisationId: string;
}) {
  const text = useText(agreementMessages);
  return (
    <Frame
      title={agreement.title}
      lead={
        <>
          <AgreementStateBadge state={agreement.state} /> {agreement.agreementNumber}
        </>
      }
      actions={<AgreementSteps agreement={agreement} organisationId={organisationId} />}
    >
      <Particulars agreement={agreement} />
      <Parties agreement={agreement} />
      <Section title={text('terms')}>
        <div className="gq-agreements-terms">{agreement.terms}</div>
      </Section>
      <History agreement={agreement} />
      <Link to={`/work/${organisationId}/agreements`}>{text('back')}</Link>
    </Frame>
  );
}

function Particulars({ agreement }: { readonly agreement: ShownAgreement }) {
  const text = useText(agreementMessages);
  const list = useText(agreementsMessages);
  const { dateTime } = useFormat();
  const { form, promisedStudents, effectiveAt, endedAt, endReason, contentHash } = agreement;
  return (
    <Section title={text('facts')}>
      <Facts
        facts={[
          { label: list('form'), value: list(`form_${form}`) },
          { label: list('term'), value: <Term agreement={agreement} /> },
          {
            label: list('promised'),
            value: promisedStudents == null ? null : list('persons', { count: promisedStudents }),
          },
          { label: text('effectiveAt'), value: effectiveAt ? dateTime(effectiveAt) : null },
          { label: text('endedAt'), value: endedAt ? dateTime(endedAt) : null },
          { label: text('endReason'), value: endReason },
          {
            label: text('contentHash'),
            value: contentHash ? (
              <>
                <code className="gq-agreements-hash">{contentHash}</code>
                <span className="gq-agreements-note">{text('hashHint')}</span>
              </>
            ) : null,
          },
        ]}
      />
    </Section>
  );
}

function Parties({ agreement }: { readonly agreement: ShownAgreement }) {
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

function History({ agreement: { history } }: { readonly agreement: ShownAgreement }) {
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
