import { Link, useParams } from 'react-router';
import {
  AgreementCeremonies,
  type AgreementCeremoniesQuery,
} from '@/graphql/generated/features/agreements/ceremony/ceremony';
import { useFormat } from '@/shared/format/use-format';
import { usePages } from '@/shared/graphql/pages';
import { useText } from '@/shared/i18n/messages';
import { Page as Frame } from '@/shared/ui/page';
import { MoreButton, Records, type RecordColumn } from '@/shared/ui/records';
import { EmptyState, Loaded } from '@/shared/ui/states';
import { useMembership } from '@/shared/viewer/use-membership';
import { ceremonyMessages } from './ceremony.messages';
import { CeremonyStateBadge } from './ceremony-state';

type Ceremony = AgreementCeremoniesQuery['agreementCeremonies']['nodes'][number];

export function Page() {
  const text = useText(ceremonyMessages);
  const { organisationId = '' } = useParams();
  const membership = useMembership(organisationId);
  const pages = usePages(
    AgreementCeremonies,
    { organisationId, first: 20 },
    (data) => data.agreementCeremonies,
  );
  const mayPlan = membership !== null && membership.role !== 'VIEWER';
  return (
    <Frame
      title={text('title')}
      lead={text('lead')}
      width="wide"
      actions={
        mayPlan && (
          <Link className="gq-button" to={`/work/${organisationId}/ceremonies/new`}>
            {text('new')}
          </Link>
        )
      }
    >
      <Loaded of={pages}>
        {({ nodes }) => (
          <div className="gq-card">
            {nodes.length === 0 ? (
              <EmptyState title={text('none')}>
                <p>{text('noneText')}</p>
              </EmptyState>
            ) : (
              <>
                <CeremonyRecords ceremonies={nodes} organisationId={organisationId} />
                <MoreButton pages={pages} />
              </>
            )}
          </div>
        )}
      </Loaded>
    </Frame>
  );
}

function CeremonyRecords({
  ceremonies,
  organisationId,
}: {
  readonly ceremonies: readonly Ceremony[];
  readonly organisationId: string;
}) {
  const text = useText(ceremonyMessages);
  const { dateTime } = useFormat();
  const columns: readonly RecordColumn<Ceremony>[] = [
    {
      key: 'name',
      title: text('name'),
      isHead: true,
      render: ({ id, name }) => <Link to={`/work/${organisationId}/ceremonies/${id}`}>{name}</Link>,
    },
    { key: 'place', title: text('place'), render: ({ place }) => place },
    {
      key: 'startsAt',
      title: text('startsAt'),
      render: ({ startsAt }) => dateTime(startsAt),
    },
    {
      key: 'signed',
      title: text('signedPairs'),
      render: ({ pairs }) =>
        text('ofPairs', {
          signed: pairs.filter(({ isComplete }) => isComplete).length,
          all: pairs.length,
        }),
    },
    {
      key: 'state',
      title: text('state'),
      render: ({ state }) => <CeremonyStateBadge state={state} />,
    },
  ];
  return (
    <Records caption={text('list')} columns={columns} records={ceremonies} keyOf={({ id }) => id} />
  );
}
