import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import {
  EmployerApplication,
  ViewApplication,
  type ApplicationCardFragment,
  type EmployerApplicationQuery,
} from '@/graphql/generated/features/applications/employer/employer';
import { useFormat } from '@/shared/format/use-format';
import { useAction } from '@/shared/graphql/action';
import { useOperation } from '@/shared/graphql/query';
import { useText } from '@/shared/i18n/messages';
import { Badge } from '@/shared/ui/badge';
import { Steps } from '@/shared/ui/facts';
import { EmptyState, Loaded } from '@/shared/ui/states';
import { employerWordsMessages } from '../employer-words.messages';
import { REFRESHED, stepsOf, type Step } from '../stages';
import { stepsMessages } from '../steps/steps.messages';
import { useApplicationWords } from '../use-application-words';
import { useMayDecide } from '../use-may-decide';
import { detailMessages } from './detail.messages';
import { InterviewList } from './interview-list';
import { NotesPart } from './notes-part';
import { OfferList } from './offer-list';
import { SnapshotPart } from './snapshot-part';
import '../candidates.css';

export type Application = NonNullable<EmployerApplicationQuery['application']>;

export interface ApplicationDetailProps {
  readonly applicationId: string;
  readonly organisationId: string;
  readonly onStep: (step: Step, card: ApplicationCardFragment) => void;
}

/** All there is to know and to do about one application. */
export function ApplicationDetail(props: ApplicationDetailProps) {
  const { applicationId, organisationId, onStep } = props;
  const text = useText(detailMessages);
  const query = useOperation(EmployerApplication, { id: applicationId }, { pollMs: 30_000 });
  return (
    <Loaded of={query}>
      {({ application }) =>
        application?.organisation?.id === organisationId ? (
          <Detail application={application} organisationId={organisationId} onStep={onStep} />
        ) : (
          <EmptyState title={text('gone')}>
            <p>{text('goneText')}</p>
          </EmptyState>
        )
      }
    </Loaded>
  );
}

interface DetailProps extends Omit<ApplicationDetailProps, 'applicationId'> {
  readonly application: Application;
}

function Detail({ application, organisationId, onStep }: DetailProps) {
  const text = useText(detailMessages);
  const employer = useText(employerWordsMessages);
  const steps = useText(stepsMessages);
  const words = useApplicationWords();
  const format = useFormat();
  const mayDecide = useMayDecide(organisationId);
  useFirstLook(application, mayDecide);
  const able = mayDecide ? stepsOf(application) : [];
  const due = words.due(application);
  const { jobPosting } = application;
  return (
    <div className="gq-candidate-detail">
      <header>
        <h2>{words.name(application)}</h2>
        <p className="gq-candidate-states">
          <Badge tone="accent">{words.state(application)}</Badge>
          {due && <Badge tone={due.tone}>{due.words}</Badge>}
        </p>
        <p className="gq-candidate-soft">
          {jobPosting && (
            <>
              {text('posting')}{' '}
              <Link to={`/work/${organisationId}/postings/${jobPosting.id}`}>
                {jobPosting.title}
              </Link>
              {' · '}
            </>
          )}
          {employer('applied', { at: format.dateTime(application.submittedAt) })}
        </p>
        {application.onboardedOn && (
          <p>{employer('onboardedOn', { day: format.date(application.onboardedOn) })}</p>
        )}
        {application.closeMessage && (
          <p>
            {text('closeMessage')}: {application.closeMessage}
          </p>
        )}
        {able.length > 0 && (
          <div className="gq-actions">
            {able.map((step, place) => (
              <Button
                key={step}
                type={place === 0 && step !== 'close' ? 'primary' : 'default'}
                danger={step === 'close' || step === 'notStarted'}
                onClick={() => onStep(step, application)}
              >
                {steps(step)}
              </Button>
            ))}
          </div>
        )}
      </header>
      <SnapshotPart application={application} />
      <InterviewList interviews={application.interviews} mayDecide={mayDecide} />
      <OfferList offers={application.offers} mayDecide={mayDecide} />
      <NotesPart application={application} mayDecide={mayDecide} />
      <HistoryPart application={application} />
    </div>
  );
}

/** Opening a new application is the first look at it, of which the applicant is told. */
function useFirstLook({ id, state }: Application, mayDecide: boolean): void {
  const { run } = useAction(ViewApplication, { refreshes: REFRESHED });
  const looked = useRef<string | null>(null);
  useEffect(() => {
    if (!mayDecide || state !== 'SUBMITTED' || looked.current === id) return;
    looked.current = id;
    // Without it the application stays new, which does no harm.
    run({ applicationId: id }).catch(() => undefined);
  }, [id, state, mayDecide, run]);
}

const HISTORY = [
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

function HistoryPart({ application }: { readonly application: Application }) {
  const text = useText(detailMessages);
  const employer = useText(employerWordsMessages);
  const format = useFormat();
  return (
    <section>
      <h3>{text('history')}</h3>
      <Steps
        steps={[...application.history].reverse().map(({ transition, byParty, occurredAt }) => {
          const step = HISTORY.find((name) => name === transition);
          return {
            key: `${occurredAt} ${transition}`,
            at: text('by', {
              party: employer(`party_${byParty}`),
              at: format.dateTime(occurredAt),
            }),
            title: step === undefined ? transition : text(`step_${step}`),
          };
        })}
      />
    </section>
  );
}
