import { Link, useParams } from 'react-router';
import { usePostingWords } from '@/features/job-postings/public/use-posting-words';
import {
  Agreements,
  PartnerPostings,
  type AgreementsQuery,
  type PartnerPostingsQuery,
} from '@/graphql/generated/features/agreements/agreements';
import { useFormat } from '@/shared/format/use-format';
import { usePages } from '@/shared/graphql/pages';
import { useText } from '@/shared/i18n/messages';
import { Badge } from '@/shared/ui/badge';
import { Page as Frame, Section } from '@/shared/ui/page';
import { MoreButton, Records, type RecordColumn } from '@/shared/ui/records';
import { EmptyState, Loaded } from '@/shared/ui/states';
import { Term } from './agreement-state';
import { partnersMessages } from './partners.messages';
import './agreements.css';

type Agreement = AgreementsQuery['agreements']['nodes'][number];
type Posting = PartnerPostingsQuery['searchJobPostings']['nodes'][number];

export function Page() {
  const text = useText(partnersMessages);
  const { organisationId = '' } = useParams();
  const agreements = usePages(
    Agreements,
    { organisationId, states: ['EFFECTIVE'], first: 50 },
    (data) => data.agreements,
  );
  return (
    <Frame title={text('title')} lead={text('lead')} width="wide">
      <Section title={text('partners')}>
        <Loaded of={agreements}>
          {({ nodes }) =>
            nodes.length === 0 ? (
              <EmptyState title={text('none')}>
                <p>{text('noneText')}</p>
                <Link className="gq-button" to={`/work/${organisationId}/agreements/new`}>
                  {text('draft')}
                </Link>
              </EmptyState>
            ) : (
              <>
                <Partners agreements={nodes} organisationId={organisationId} />
                <MoreButton pages={agreements} />
              </>
            )
          }
        </Loaded>
      </Section>
      <Section title={text('postings')}>
        <Postings />
      </Section>
    </Frame>
  );
}

function Partners({
  agreements,
  organisationId,
}: {
  readonly agreements: readonly Agreement[];
  readonly organisationId: string;
}) {
  const text = useText(partnersMessages);
  const columns: readonly RecordColumn<Agreement>[] = [
    {
      key: 'enterprise',
      title: text('enterprise'),
      isHead: true,
      render: ({ enterprise }) =>
        enterprise && <Link to={`/organisations/${enterprise.id}`}>{enterprise.name}</Link>,
    },
    {
      key: 'region',
      title: text('region'),
      render: ({ enterprise }) => enterprise?.region?.displayName ?? '–',
    },
    {
      key: 'agreement',
      title: text('agreement'),
      render: ({ id, title }) => (
        <Link to={`/work/${organisationId}/agreements/${id}`}>{title}</Link>
      ),
    },
    { key: 'term', title: text('term'), render: (agreement) => <Term agreement={agreement} /> },
    {
      key: 'promised',
      title: text('promised'),
      render: ({ promisedStudents }) =>
        promisedStudents == null ? '–' : text('persons', { count: promisedStudents }),
    },
  ];
  return (
    <Records
      caption={text('partners')}
      columns={columns}
      records={agreements}
      keyOf={({ id }) => id}
    />
  );
}

function Postings() {
  const text = useText(partnersMessages);
  const { number } = useFormat();
  const pages = usePages(PartnerPostings, { first: 20 }, (data) => data.searchJobPostings);
  return (
    <Loaded of={pages}>
      {({ first, nodes }) =>
        nodes.length === 0 ? (
          <EmptyState title={text('noPostings')}>
            <p>{text('noPostingsText')}</p>
          </EmptyState>
        ) : (
          <>
            <p className="gq-agreements-soft">
              {text('postingsSummary', {
                count: first.searchJobPostings.total,
                positions: number(first.searchJobPostings.positions),
              })}
            </p>
            <ul className="gq-agreements-postings">
              {nodes.map((posting) => (
                <PostingRow key={posting.id} posting={posting} />
              ))}
            </ul>
            <MoreButton pages={pages} />
          </>
        )
      }
    </Loaded>
  );
}

function PostingRow({ posting }: { readonly posting: Posting }) {
  const text = useText(partnersMessages);
  const { date } = useFormat();
  const words = usePostingWords();
  const { id, title, employerName, headcount, validThrough, region, pay, audience } = posting;
  const facts = [
    region?.displayName,
    headcount != null && text('persons', { count: headcount }),
    validThrough && text('until', { date: date(validThrough) }),
  ];
  return (
    <li>
      <span className="gq-agreements-line">
        <Link to={`/jobs/${id}`}>{title}</Link>
        {audience.rule === 'PARTNERS_FIRST' && audience.partnersUntil && (
          <Badge tone="accent">{text('first', { date: date(audience.partnersUntil) })}</Badge>
        )}
        {audience.rule === 'PARTNERS_ONLY' && <Badge tone="accent">{text('only')}</Badge>}
      </span>
      <span className="gq-agreements-pay">{words.pay(pay)}</span>
      <span>{employerName}</span>
      <span className="gq-agreements-soft">{facts.filter(Boolean).join(' · ')}</span>
    </li>
  );
}
