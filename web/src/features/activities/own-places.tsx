import { Button } from 'antd';
import { useState } from 'react';
import {
  DeclineJobFairInvitation,
  WithdrawJobFairRegistration,
  type JobFairQuery,
} from '@/graphql/generated/features/activities/job-fairs';
import { useAction } from '@/shared/graphql/action';
import { useText } from '@/shared/i18n/messages';
import { Section } from '@/shared/ui/page';
import { membershipsOf, useViewer } from '@/shared/viewer/use-viewer';
import { JobFairPlaceBadge } from './job-fair-badges';
import { REFRESHES } from './job-fair-steps';
import { jobFairMessages } from './job-fairs.messages';
import { ReasonDialog } from './reason-dialog';
import { RegisterDialog } from './register-dialog';

type Fair = NonNullable<JobFairQuery['jobFair']>;
type Place = Fair['ownPlaces'][number];

interface Standing {
  readonly organisation: { readonly id: string; readonly name: string };
  /** Null where the organisation is neither invited nor registered, but may register. */
  readonly place: Place | null;
}

/** What the viewer's organisations answer: each that is invited or may come. */
export function OwnPlaces({ fair }: { readonly fair: Fair }) {
  const text = useText(jobFairMessages);
  const memberships = membershipsOf(useViewer());
  const placed = fair.ownPlaces.flatMap((place) =>
    place.organisation ? [{ organisation: place.organisation, place }] : [],
  );
  const others =
    fair.admission === 'OPEN' && fair.isRegistrationOpen
      ? memberships
          .filter(
            ({ role, organisation }) => role !== 'VIEWER' && organisation.id !== fair.organiser?.id,
          )
          .filter(
            ({ organisation }) => !placed.some((own) => own.organisation.id === organisation.id),
          )
          .map(({ organisation }) => ({ organisation, place: null }))
      : [];
  const standings: readonly Standing[] = [...placed, ...others];
  if (standings.length === 0) return null;
  return (
    <Section title={text('own')}>
      {standings.map((standing) => (
        <Answer key={standing.organisation.id} fair={fair} {...standing} />
      ))}
    </Section>
  );
}

function Answer({ fair, organisation, place }: Standing & { readonly fair: Fair }) {
  const text = useText(jobFairMessages);
  const [open, setOpen] = useState<'register' | 'decline' | 'leave' | null>(null);
  const decline = useAction(DeclineJobFairInvitation, { refreshes: REFRESHES });
  const leave = useAction(WithdrawJobFairRegistration, { refreshes: REFRESHES });
  const at = { jobFairId: fair.id, organisationId: organisation.id };
  const can = place?.viewerCan ?? { register: true, decline: false, leave: false };
  const isComing = place?.state === 'REGISTERED';
  const close = (): void => setOpen(null);
  const note = text(`note_${place?.state ?? 'NONE'}`, {
    why: place?.withdrawnCause ? text(`cause_${place.withdrawnCause}`) : (place?.reason ?? ''),
  });
  return (
    <div className="gq-job-fairs-answer">
      <strong>{organisation.name}</strong>
      {place && <JobFairPlaceBadge state={place.state} />}
      <p>{note}</p>
      {can.register && (
        <Button type={isComing ? 'default' : 'primary'} onClick={() => setOpen('register')}>
          {text(isComing ? 'change' : 'register')}
        </Button>
      )}
      {can.decline && <Button onClick={() => setOpen('decline')}>{text('decline')}</Button>}
      {can.leave && <Button onClick={() => setOpen('leave')}>{text('leave')}</Button>}
      {open === 'register' && (
        <RegisterDialog {...at} brought={place?.postings ?? []} onClose={close} />
      )}
      {open === 'decline' && (
        <ReasonDialog
          title={text('decline')}
          lead={text('declineText')}
          run={(reason) => decline.run({ ...at, reason })}
          onClose={close}
        />
      )}
      {open === 'leave' && (
        <ReasonDialog
          title={text('leave')}
          lead={text('leaveText')}
          run={(reason) => leave.run({ ...at, reason })}
          onClose={close}
        />
      )}
    </div>
  );
}
