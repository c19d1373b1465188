import '../identity.css';
import { useEffect } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { PrivacyNotice } from '@/graphql/generated/features/identity/privacy-notice/privacy-notice';
import { useOperation } from '@/shared/graphql/query';
import { useText } from '@/shared/i18n/messages';
import { Page as Frame } from '@/shared/ui/page';
import { Loaded } from '@/shared/ui/states';
import { useViewer } from '@/shared/viewer/use-viewer';
import { thenPath, withThen } from '../sign-in/then-path';
import { SignUpForm } from './sign-up-form';
import { signUpMessages } from './sign-up.messages';

/** A new account: one short form. */
export function Page() {
  const text = useText(signUpMessages);
  const viewer = useViewer();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const then = search.get('then');
  const notice = useOperation(PrivacyNotice, {});
  useEffect(() => {
    if (viewer) void navigate(thenPath(then), { replace: true });
  }, [viewer, navigate, then]);
  return (
    <Frame title={text('title')} lead={text('lead')} width="narrow">
      <div className="gq-card gq-identity-card">
        <Loaded of={notice}>
          {({ privacyNotice }) => (
            <SignUpForm version={privacyNotice.version} noticeText={privacyNotice.text} />
          )}
        </Loaded>
        <p className="gq-identity-links">
          <span>
            {text('hasAccount')} <Link to={withThen('/sign-in', then)}>{text('signIn')}</Link>
          </span>
        </p>
      </div>
    </Frame>
  );
}
