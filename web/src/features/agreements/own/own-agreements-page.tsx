import { Link } from 'react-router';
import {
  MyAgreements,
  type MyAgreementsQuery,
} from '@/graphql/generated/features/agreements/own/own-agreements';
import { usePages } from '@/shared/graphql/pages';
import { useText } from '@/shared/i18n/messages';
import { Badge } from '@/shared/ui/badge';
import { Page as Frame } from '@/shared/ui/page';
import { MoreButton, Records, type RecordColumn } from '@/shared/ui/records';
import { EmptyState, Loaded } from '@/shared/ui/states';
import { AgreementStateBadge, Term } from '../agreement-state';
import { agreementsMessages } from '../agreements.messages';
import { ownAgreementsMessages } from './own-agreements.messages';
import '../agreements.css';

type Agreement = MyAgreementsQuery['myAgreements']['nodes'][number];

export function Page() {
  const text = useText(ownAgreementsMessages);
  const list = useText(agreementsMessages);
  const pages = usePages(MyAgreements, { first: 20 }, (data) => data.myAgreements);
  const columns: readonly RecordColumn<Agreement>[] = [
    {
      key: 'name',
      title: list('name'),
      isHead: true,
      render: ({ id, title, agreementNumber }) => (
        <>
          <Link to={`/agreements/${id}`}>{title}</Link>
          <span className="gq-agreements-note">{agreementNumber}</span>
        </>
      ),
    },
    { key: 'kind', title: text('kind'), render: ({ kind }) => kind.name },
    {
      key: 'parties',
      title: text('parties'),
      render: ({ parties }) => parties.map(({ name }) => name).join(text('separator')),
    },
    { key: 'term', title: list('term'), render: (agreement) => <Term agreement={agreement} /> },
    {
      key: 'state',
      title: list('state'),
      render: ({ state, viewerCan }) => (
        <>
          <AgreementStateBadge state={state} />{' '}
          {viewerCan.sign && <Badge tone="accent">{list('toSign')}</Badge>}
        </>
      ),
    },
  ];
  return (
    <Frame title={text('title')} lead={text('lead')} width="wide">
      <Loaded of={pages}>
        {({ nodes }) => (
          <div className="gq-card">
            {nodes.length === 0 ? (
              <EmptyState title={text('noneTitle')}>
                <p>{text('noneText')}</p>
              </EmptyState>
            ) : (
              <>
                <Records
                  caption={text('title')}
                  columns={columns}
                  records={nodes}
                  keyOf={({ id }) => id}
                />
                <MoreButton pages={pages} />
              </>
            )}
          </div>
        )}
      </Loaded>
    </Frame>
  );
}
