import '../own.css';
import { Button } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import { Team, type TeamQuery } from '@/graphql/generated/features/organisations/own/team/team';
import { usePages } from '@/shared/graphql/pages';
import { useText } from '@/shared/i18n/messages';
import { Page as Frame, Section } from '@/shared/ui/page';
import { MoreButton } from '@/shared/ui/records';
import { Loaded } from '@/shared/ui/states';
import { Invitations } from './invitations';
import { InviteDialog } from './invite-dialog';
import { Members } from './members';
import { teamMessages } from './team.messages';

/** Who acts for the organisation, and who is invited to. */
export function Page() {
  const text = useText(teamMessages);
  const { organisationId = '' } = useParams();
  const [isInviting, setInviting] = useState(false);
  const pages = usePages(
    Team,
    { organisationId },
    ({ organisationMembers }: TeamQuery) => organisationMembers,
  );
  const mayManage = pages.data?.first.organisation?.viewerCan.manageMembers ?? false;
  return (
    <Frame
      title={text('title')}
      lead={text('lead')}
      actions={
        mayManage && (
          <Button type="primary" onClick={() => setInviting(true)}>
            {text('invite')}
          </Button>
        )
      }
    >
      <Section title={text('members')}>
        <Loaded of={pages}>
          {({ nodes }) => (
            <Members organisationId={organisationId} members={nodes} mayManage={mayManage} />
          )}
        </Loaded>
        <MoreButton pages={pages} />
      </Section>
      {mayManage && <Invitations organisationId={organisationId} />}
      {isInviting && (
        <InviteDialog organisationId={organisationId} onClose={() => setInviting(false)} />
      )}
    </Frame>
  );
}
