import { App, Button } from 'antd';
import { useNavigate } from 'react-router';
import {
  RevokeSession,
  SignOutEverywhere,
} from '@/graphql/generated/features/identity/account/account';
import { useFormat } from '@/shared/format/use-format';
import { useAttempt } from '@/shared/forms/use-attempt';
import { discardDrafts } from '@/shared/forms/use-draft';
import { useAction } from '@/shared/graphql/action';
import { useText } from '@/shared/i18n/messages';
import { Badge } from '@/shared/ui/badge';
import { Section } from '@/shared/ui/page';
import { accountMessages } from './account.messages';
import { AccountRow } from './account-row';
import type { OwnSession } from './me';

/** Where one is signed in, and signing out from afar. */
export function DevicesSection({ sessions }: { readonly sessions: readonly OwnSession[] }) {
  const text = useText(accountMessages);
  const format = useFormat();
  const navigate = useNavigate();
  const attempt = useAttempt();
  const { modal } = App.useApp();
  const revoke = useAction(RevokeSession, { refreshes: ['MyAccount'] });
  const everywhere = useAction(SignOutEverywhere);
  const signOut = (keepThisDevice: boolean): void => {
    void modal.confirm({
      title: text(keepThisDevice ? 'signOutOthers' : 'signOutAll'),
      content: text(keepThisDevice ? 'signOutOthersText' : 'signOutAllText'),
      okText: text(keepThisDevice ? 'signOutOthers' : 'signOutAll'),
      onOk: async () => {
        const isDone = await attempt(() => everywhere.run({ keepThisDevice }), text('signedOut'));
        if (keepThisDevice || !isDone) return;
        discardDrafts();
        void navigate('/sign-in');
      },
    });
  };
  const nameOf = ({ deviceLabel, channel }: OwnSession): string =>
    deviceLabel ?? text(channel === 'API' ? 'program' : 'unknownDevice');
  return (
    <Section
      title={text('devices')}
      actions={
        <>
          {sessions.length > 1 && (
            <Button onClick={() => signOut(true)}>{text('signOutOthers')}</Button>
          )}
          <Button onClick={() => signOut(false)}>{text('signOutAll')}</Button>
        </>
      }
    >
      {sessions.map((session) => (
        <AccountRow
          key={session.id}
          label={
            <>
              {nameOf(session)}{' '}
              {session.isCurrent && <Badge tone="accent">{text('thisDevice')}</Badge>}
            </>
          }
          hint={text('signedIn', { time: format.dateTime(session.createdAt) })}
          value={text('lastSeen', { time: format.relative(session.lastSeenAt) })}
          action={
            !session.isCurrent && (
              <Button
                aria-label={text('signOutDeviceNamed', { device: nameOf(session) })}
                onClick={() =>
                  void attempt(() => revoke.run({ sessionId: session.id }), text('signedOut'))
                }
              >
                {text('signOutDevice')}
              </Button>
            )
          }
        />
      ))}
    </Section>
  );
}
