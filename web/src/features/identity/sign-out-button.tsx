import { useNavigate } from 'react-router';
import { SignOut } from '@/graphql/generated/features/identity/session';
import { discardDrafts } from '@/shared/forms/use-draft';
import { useAction } from '@/shared/graphql/action';
import { useText } from '@/shared/i18n/messages';
import { identityMessages } from './identity.messages';

/** Ends the session, and leaves nothing of it on the device. */
export function SignOutButton() {
  const text = useText(identityMessages);
  const navigate = useNavigate();
  const { run, isRunning } = useAction(SignOut, {
    onDone: () => {
      discardDrafts();
      void navigate('/');
    },
  });
  return (
    <button
      type="button"
      className="gq-tool"
      disabled={isRunning}
      onClick={() => void run({ clearSiteData: false })}
    >
      {text('signOut')}
    </button>
  );
}
