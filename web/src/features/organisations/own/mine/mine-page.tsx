import '../own.css';
import { Link } from 'react-router';
import { MyOrganisations } from '@/graphql/generated/features/organisations/own/mine/mine';
import { useFormat } from '@/shared/format/use-format';
import { useOperation } from '@/shared/graphql/query';
import { useText } from '@/shared/i18n/messages';
import { Badge } from '@/shared/ui/badge';
import { Page as Frame, Section } from '@/shared/ui/page';
import { EmptyState, Loaded } from '@/shared/ui/states';
import { STANDING_TONES } from '../own-tones';
import { ownWordsMessages } from '../own-words.messages';
import { InvitationItem } from './invitation-item';
import { mineMessages } from './mine.messages';

/** For whom one works here, and who asks one to. */
export function Page() {
  const text = useText(mineMessages);
  const words = useText(ownWordsMessages);
  const format = useFormat();
  const query = useOperation(MyOrganisations, {});
  return (
    <Frame
      title={text('title')}
      lead={text('lead')}
      actions={
        <Link className="gq-button" to="/work/new">
          {text('register')}
        </Link>
      }
    >
      <Loaded of={query}>
        {({ me }) => {
          const invitations = me?.invitations ?? [];
          const memberships = me?.organisations ?? [];
          return (
            <>
              {invitations.length > 0 && (
                <Section title={text('invitations')}>
                  <ul className="gq-own-next">
                    {invitations.map((invitation) => (
                      <InvitationItem key={invitation.id} invitation={invitation} />
                    ))}
                  </ul>
                </Section>
              )}
              {memberships.length === 0 ? (
                <EmptyState title={text('empty')}>
                  <p>{text('emptyText')}</p>
                </EmptyState>
              ) : (
                <section className="gq-card">
                  <ul className="gq-own-next">
                    {memberships.map(({ id, role, joinedAt, organisation }) => (
                      <li key={id}>
                        {organisation && (
                          <>
                            <Link to={`/work/${organisation.id}`}>{organisation.name}</Link>{' '}
                            <Badge tone={STANDING_TONES[organisation.standing]}>
                              {words(`standing_${organisation.standing}`)}
                            </Badge>
                          </>
                        )}
                        <p>
                          {text('memberSince', {
                            role: words(`role_${role}`),
                            day: format.date(joinedAt),
                          })}
                        </p>
                      </li>
                    ))}
                  </ul>
                </section>
              )}
            </>
          );
        }}
      </Loaded>
    </Frame>
  );
}
