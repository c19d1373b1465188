import '../own.css';
import { Button } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import { ApiKeys } from '@/graphql/generated/features/organisations/own/api-keys/api-keys';
import { useOperation } from '@/shared/graphql/query';
import { useText } from '@/shared/i18n/messages';
import { Page as Frame } from '@/shared/ui/page';
import { EmptyState, Loaded } from '@/shared/ui/states';
import { apiKeysMessages } from './api-keys.messages';
import { CreateKeyDialog } from './create-key-dialog';
import { KeyRecords } from './key-records';
import { TokenDialog } from './token-dialog';

/** Credentials of the organisation's own programs. */
export function Page() {
  const text = useText(apiKeysMessages);
  const { organisationId = '' } = useParams();
  const query = useOperation(ApiKeys, { organisationId });
  const [isCreating, setCreating] = useState(false);
  const [made, setMade] = useState<{ readonly token: string | null } | null>(null);
  const scopes = query.data?.organisation?.delegablePermissions ?? [];
  const isManaged = query.data?.apiKeys != null;
  return (
    <Frame
      title={text('title')}
      lead={text('lead')}
      actions={
        isManaged &&
        scopes.length > 0 && (
          <Button type="primary" onClick={() => setCreating(true)}>
            {text('create')}
          </Button>
        )
      }
    >
      <Loaded of={query}>
        {({ apiKeys }) => {
          if (apiKeys === null) return <EmptyState title={text('onlyAdministrators')} />;
          if (apiKeys.length > 0) return <KeyRecords apiKeys={apiKeys} />;
          if (scopes.length === 0) return <EmptyState title={text('noneDelegable')} />;
          return (
            <EmptyState title={text('empty')}>
              <p>{text('emptyText')}</p>
            </EmptyState>
          );
        }}
      </Loaded>
      {isCreating && (
        <CreateKeyDialog
          organisationId={organisationId}
          scopes={scopes}
          onMade={setMade}
          onClose={() => setCreating(false)}
        />
      )}
      {made && <TokenDialog token={made.token} onClose={() => setMade(null)} />}
    </Frame>
  );
}
