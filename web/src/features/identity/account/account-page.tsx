import '../identity.css';
import { Link } from 'react-router';
import { MyAccount } from '@/graphql/generated/features/identity/account/account';
import { useOperation } from '@/shared/graphql/query';
import { useText } from '@/shared/i18n/messages';
import { Page as Frame, Section } from '@/shared/ui/page';
import { Loaded } from '@/shared/ui/states';
import { accountMessages } from './account.messages';
import { BasicsSection } from './basics-section';
import { DevicesSection } from './devices-section';
import { PrivacySection } from './privacy-section';
import { SigningInSection } from './signing-in-section';

/** Who one is here, how one signs in and where, and what becomes of one's data. */
export function Page() {
  const text = useText(accountMessages);
  const query = useOperation(MyAccount, {});
  return (
    <Frame title={text('title')}>
      <Loaded of={query}>
        {({ me, sessions }) =>
          me === null ? null : (
            <>
              <BasicsSection me={me} />
              <SigningInSection me={me} />
              <DevicesSection sessions={sessions} />
              <PrivacySection me={me} />
              <Section title={text('links')}>
                <ul className="gq-identity-list">
                  <li>
                    <Link to="/me/account/notifications">{text('toNotifications')}</Link>
                  </li>
                  <li>
                    <Link to="/me/organisations">{text('toOrganisations')}</Link>
                  </li>
                  <li>
                    <Link to="/me/college">{text('toAffiliations')}</Link>
                  </li>
                  <li>
                    <Link to="/privacy-notice">{text('toNotice')}</Link>
                  </li>
                </ul>
              </Section>
            </>
          )
        }
      </Loaded>
    </Frame>
  );
}
