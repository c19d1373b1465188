import { Link } from 'react-router';
import type { RegistryQuery } from '@/graphql/generated/features/organisations/bureau/registry';
import { useFormat } from '@/shared/format/use-format';
import { useText } from '@/shared/i18n/messages';
import { useWorkspace } from '@/shared/routing/use-workspace';
import { Records } from '@/shared/ui/records';
import { StandingBadge } from './organisation-facts';
import { registryWords } from './registry-words.messages';
import { registryMessages } from './registry.messages';

export interface RegistryRecordsProps {
  readonly organisations: RegistryQuery['organisations']['nodes'];
}

export function RegistryRecords({ organisations }: RegistryRecordsProps) {
  const text = useText(registryMessages);
  const words = useText(registryWords);
  const { date } = useFormat();
  const { base } = useWorkspace();
  return (
    <Records
      caption={text('list')}
      records={organisations}
      keyOf={({ id }) => id}
      columns={[
        {
          key: 'name',
          title: text('name'),
          isHead: true,
          render: ({ id, name, unifiedSocialCreditCode }) => (
            <>
              <Link to={`${base}/organisations/${id}`}>{name}</Link>
              <span className="gq-bureau-note">{unifiedSocialCreditCode}</span>
            </>
          ),
        },
        { key: 'kind', title: words('kind'), render: ({ kind }) => words(`kind_${kind}`) },
        {
          key: 'region',
          title: words('region'),
          render: ({ region }) => region?.displayName ?? '–',
        },
        {
          key: 'standing',
          title: words('standing'),
          render: ({ standing }) => <StandingBadge standing={standing} />,
        },
        {
          key: 'until',
          title: words('verifiedUntil'),
          render: ({ verifiedUntil }) => (verifiedUntil ? date(verifiedUntil) : '–'),
        },
        {
          key: 'since',
          title: words('registeredAt'),
          render: ({ createdAt }) => date(createdAt),
        },
      ]}
    />
  );
}
