import '../notifications.css';
import { Alert, Switch } from 'antd';
import { Link } from 'react-router';
import {
  NotificationPreferences,
  SetNotificationPreference,
} from '@/graphql/generated/features/notifications/preferences/preferences';
import { useAttempt } from '@/shared/forms/use-attempt';
import { useAction } from '@/shared/graphql/action';
import { useOperation } from '@/shared/graphql/query';
import { useText } from '@/shared/i18n/messages';
import { Page as Frame, Section } from '@/shared/ui/page';
import { Loaded } from '@/shared/ui/states';
import { uiMessages } from '@/shared/ui/ui.messages';
import { membershipsOf, useViewer } from '@/shared/viewer/use-viewer';
import { PREFERENCE_GROUPS, type ChoosableKind } from './preference-groups';
import { preferencesMessages } from './preferences.messages';

/** Which notices are sent by mail as well. */
export function Page() {
  const text = useText(preferencesMessages);
  const ui = useText(uiMessages);
  const attempt = useAttempt();
  const memberships = membershipsOf(useViewer());
  const query = useOperation(NotificationPreferences, {});
  const set = useAction(SetNotificationPreference, { refreshes: ['NotificationPreferences'] });
  const choose = (kind: ChoosableKind, isEnabled: boolean): void => {
    void attempt(() => set.run({ kind, channel: 'EMAIL', isEnabled }), ui('saved'));
  };
  return (
    <Frame title={text('title')} lead={text('lead')}>
      <Loaded of={query}>
        {({ me, notificationPreferences }) => {
          const enabled = new Map(
            notificationPreferences
              .filter(({ isChoosable }) => isChoosable)
              .map(({ kind, isEnabled }) => [kind, isEnabled]),
          );
          return (
            <>
              {me?.email === null && (
                <Alert
                  className="gq-preferences-alert"
                  type="warning"
                  showIcon
                  title={text('noEmail')}
                  action={<Link to="/me/account">{text('setEmail')}</Link>}
                />
              )}
              {PREFERENCE_GROUPS.filter(({ isFor }) => isFor(memberships)).map(
                ({ name, kinds }) => (
                  <Section key={name} title={text(name)}>
                    <ul className="gq-preferences">
                      {kinds
                        .filter((kind) => enabled.has(kind))
                        .map((kind) => (
                          <li key={kind}>
                            <label htmlFor={`preference-${kind}`}>
                              <span>{text(kind)}</span>
                              <Switch
                                id={`preference-${kind}`}
                                aria-label={text(kind)}
                                checked={enabled.get(kind) ?? false}
                                disabled={set.isRunning}
                                onChange={(isEnabled) => choose(kind, isEnabled)}
                              />
                            </label>
                          </li>
                        ))}
                    </ul>
                  </Section>
                ),
              )}
            </>
          );
        }}
      </Loaded>
    </Frame>
  );
}
