import { App, Button } from 'antd';
import {
  RevokeApiKey,
  type ApiKeysQuery,
} from '@/graphql/generated/features/organisations/own/api-keys/api-keys';
import { useFormat } from '@/shared/format/use-format';
import { useAttempt } from '@/shared/forms/use-attempt';
import { useAction } from '@/shared/graphql/action';
import { useText } from '@/shared/i18n/messages';
import { Badge } from '@/shared/ui/badge';
import { Records } from '@/shared/ui/records';
import { lastInstant } from '../own-tones';
import { apiKeysMessages } from './api-keys.messages';
import { useScopeName } from './use-scope-name';

type Key = NonNullable<ApiKeysQuery['apiKeys']>[number];

type KeyState = 'active' | 'revokedState' | 'expiredState';

function stateOf({ revokedAt, expiresAt }: Key, now = Date.now()): KeyState {
  if (revokedAt !== null) return 'revokedState';
  return Date.parse(expiresAt) <= now ? 'expiredState' : 'active';
}

export function KeyRecords({ apiKeys }: { readonly apiKeys: readonly Key[] }) {
  const text = useText(apiKeysMessages);
  const nameOf = useScopeName();
  const format = useFormat();
  const attempt = useAttempt();
  const { modal } = App.useApp();
  const revoke = useAction(RevokeApiKey, { refreshes: ['ApiKeys'] });
  const askToRevoke = ({ id, name }: Key): void => {
    void modal.confirm({
      title: text('revokeOf', { name }),
      content: text('revokeText'),
      okText: text('revoke'),
      okButtonProps: { danger: true },
      onOk: () => attempt(() => revoke.run({ apiKeyId: id }), text('revoked')),
    });
  };
  return (
    <section className="gq-card">
      <Records
        caption={text('title')}
        keyOf={({ id }) => id}
        records={apiKeys}
        columns={[
          { key: 'name', title: text('name'), isHead: true, render: ({ name }) => name },
          {
            key: 'prefix',
            title: text('prefix'),
            render: ({ tokenPrefix }) => <code>{tokenPrefix}…</code>,
          },
          {
            key: 'scopes',
            title: text('scopes'),
            render: ({ scopes }) => scopes.map(nameOf).join('、'),
          },
          {
            key: 'state',
            title: text('state'),
            render: (apiKey) => {
              const state = stateOf(apiKey);
              return <Badge tone={state === 'active' ? 'good' : 'neutral'}>{text(state)}</Badge>;
            },
          },
          {
            key: 'created',
            title: text('created'),
            render: ({ createdAt, createdBy }) =>
              [format.date(createdAt), createdBy?.displayName].filter(Boolean).join(' · '),
          },
          {
            key: 'lastUsed',
            title: text('lastUsed'),
            render: ({ lastUsedAt }) =>
              lastUsedAt === null ? text('never') : format.relative(lastUsedAt),
          },
          {
            key: 'expires',
            title: text('expires'),
            render: ({ expiresAt }) => format.date(lastInstant(expiresAt)),
          },
          {
            key: 'actions',
            title: text('actions'),
            render: (apiKey) =>
              stateOf(apiKey) === 'active' && (
                <Button
                  size="small"
                  danger
                  aria-label={text('revokeOf', { name: apiKey.name })}
                  onClick={() => askToRevoke(apiKey)}
                >
                  {text('revoke')}
                </Button>
              ),
          },
        ]}
      />
    </section>
  );
}
