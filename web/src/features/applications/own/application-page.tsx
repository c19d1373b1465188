import { Button } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import {
  Application,
  WithdrawApplication,
} from '@/graphql/generated/features/applications/own/own';
import { ActionDialog } from '@/shared/forms/action-dialog';
import { useFormat } from '@/shared/format/use-format';
import { useAction } from '@/shared/graphql/action';
import { useOperation } from '@/shared/graphql/query';
import { useText } from '@/shared/i18n/messages';
import { Badge } from '@/shared/ui/badge';
import { Facts } from '@/shared/ui/facts';
import { Page as Frame, Section } from '@/shared/ui/page';
import { EmptyState, Loaded } from '@/shared/ui/states';
import { Due } from './due';
import { InterviewList } from './interviews/interview-list';
import { OfferList } from './offers/offer-list';
import { ownMessages } from './own.messages';
import { APPLICATION_QUERIES, STATE_TONES, type OwnApplication } from './own-states';
import { Timeline } from './timeline/timeline';
import './own.css';

export function Page() {
  const text = useText(ownMessages);
  const { id = '' } = useParams();
  const query = useOperation(Application, { id });
  return (
    <Loaded of={query}>
      {({ application }) =>
        application === null ? (
          <Frame title={text('notFound')}>
            <EmptyState title={text('notFound')}>
              <Link to="/me/applications">{text('back')}</Link>
            </EmptyState>
          </Frame>
        ) : (
          <Details application={application} />
        )
      }
    </Loaded>
  );
}

function Details({ application }: { readonly application: OwnApplication }) {
  const text = useText(ownMessages);
  const { jobPosting, organisation, state, interviews, offers, notes } = application;
  return (
    <Frame
      title={jobPosting?.title ?? text('postingGone')}
      lead={
        <>
          {organisation && (
            <Link to={`/organisations/${organisation.id}`}>{organisation.name}</Link>
          )}
          {jobPosting && (
            <>
              {' · '}
              <Link to={`/jobs/${jobPosting.id}`}>{text('viewPosting')}</Link>
            </>
          )}
        </>
      }
      actions={application.viewerCan.withdraw && <WithdrawButton id={application.id} />}
    >
      <Section
        title={text('state')}
        actions={<Badge tone={STATE_TONES[state]}>{text(`state_${state}`)}</Badge>}
      >
        <p className="gq-own-sentence">{text(`sentence_${state}`)}</p>
        {application.closeReason && <p>{text(`reason_${application.closeReason}`)}</p>}
        {application.closeMessage && (
          <Facts facts={[{ label: text('closeMessage'), value: application.closeMessage }]} />
        )}
        <Due at={application.answerDueAt} by={application.answerDueBy} />
      </Section>
      {offers.length > 0 && <OfferList application={application} />}
      {interviews.length > 0 && (
        <InterviewList interviews={interviews} title={jobPosting?.title ?? ''} />
      )}
      {notes.length > 0 && <Notes notes={notes} />}
      <Timeline application={application} />
      <Sent application={application} />
      <p>
        <Link to="/me/applications">{text('back')}</Link>
      </p>
    </Frame>
  );
}

function WithdrawButton({ id }: { readonly id: string }) {
  const text = useText(ownMessages);
  const [isOpen, setOpen] = useState(false);
  const { run } = useAction(WithdrawApplication, { refreshes: APPLICATION_QUERIES });
  return (
    <>
      <Button danger onClick={() => setOpen(true)}>
        {text('withdraw')}
      </Button>
      {isOpen && (
        <ActionDialog
          title={text('withdrawTitle')}
          lead={text('withdrawText')}
          submitLabel={text('withdraw')}
          isDangerous
          run={() => run({ applicationId: id })}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

function Notes({ notes }: { readonly notes: OwnApplication['notes'] }) {
  const text = useText(ownMessages);
  const { dateTime } = useFormat();
  return (
    <Section title={text('notes')}>
      <ul className="gq-own-notes">
        {notes.map(({ id, body, writtenAt }) => (
          <li key={id}>
            <p>{body}</p>
            <small>{dateTime(writtenAt)}</small>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Sent({ application }: { readonly application: OwnApplication }) {
  const text = useText(ownMessages);
  const { date } = useFormat();
  const { applicant, coverNote } = application;
  if (applicant === null && coverNote === null) return null;
  return (
    <Section title={text('sent')}>
      {applicant && (
        <p className="gq-own-soft">{text('sentNote', { date: date(applicant.takenAt) })}</p>
      )}
      <Facts
        facts={[
          { label: text('name'), value: applicant?.fullName },
          { label: text('phone'), value: applicant?.phone },
          { label: text('email'), value: applicant?.email },
          { label: text('headline'), value: applicant?.headline },
          { label: text('education'), value: applicant?.educationLevel },
          { label: text('coverNote'), value: coverNote },
        ]}
      />
    </Section>
  );
}
