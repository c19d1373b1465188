import { Alert, App, Button } from 'antd';
import { useNavigate, useParams } from 'react-router';
import {
  ClaimablePostings,
  ClaimJobPosting,
  type ClaimablePostingsQuery,
} from '@/graphql/generated/features/job-postings/own/claim/claim';
import { usePostingWords } from '@/features/job-postings/public/use-posting-words';
import { useAttempt } from '@/shared/forms/use-attempt';
import { useAction } from '@/shared/graphql/action';
import { usePages } from '@/shared/graphql/pages';
import { useText } from '@/shared/i18n/messages';
import { Page as PageFrame } from '@/shared/ui/page';
import { MoreButton } from '@/shared/ui/records';
import { EmptyState, Loaded } from '@/shared/ui/states';
import { membershipsOf, useViewer } from '@/shared/viewer/use-viewer';
import { claimMessages } from './claim.messages';
import '../own-postings.css';

type Claimable = ClaimablePostingsQuery['searchJobPostings']['nodes'][number];

/** External postings that name the organisation, to be made its own. */
export function Page() {
  const text = useText(claimMessages);
  const { organisationId = '' } = useParams();
  const membership = membershipsOf(useViewer()).find(
    ({ organisation }) => organisation.id === organisationId,
  );
  const name = membership?.organisation.name ?? '';
  const isVerified = membership?.organisation.standing === 'VERIFIED';
  const pages = usePages(
    ClaimablePostings,
    { text: name.slice(0, 100) },
    ({ searchJobPostings }) => searchJobPostings,
    { enabled: name !== '' },
  );
  return (
    <PageFrame title={text('title')} lead={text('lead', { name })}>
      {!isVerified && (
        <Alert className="gq-own-alert" type="warning" showIcon title={text('unverified')} />
      )}
      <Loaded of={pages}>
        {({ nodes }) => {
          const own = nodes.filter(({ employerName }) => isSameName(employerName, name));
          return own.length === 0 ? (
            <EmptyState title={text('none')}>
              <p>{text('noneText')}</p>
            </EmptyState>
          ) : (
            <ul className="gq-own-posting-list">
              {own.map((posting) => (
                <ClaimRow
                  key={posting.id}
                  posting={posting}
                  organisationId={organisationId}
                  mayClaim={isVerified && membership.role !== 'VIEWER'}
                />
              ))}
            </ul>
          );
        }}
      </Loaded>
      <MoreButton pages={pages} />
    </PageFrame>
  );
}

interface ClaimRowProps {
  readonly posting: Claimable;
  readonly organisationId: string;
  readonly mayClaim: boolean;
}

function ClaimRow({ posting, organisationId, mayClaim }: ClaimRowProps) {
  const text = useText(claimMessages);
  const { pay } = usePostingWords();
  const { modal } = App.useApp();
  const navigate = useNavigate();
  const attempt = useAttempt();
  const claim = useAction(ClaimJobPosting);
  const { id, title, region, placeText, source } = posting;
  const ask = (): void => {
    modal.confirm({
      title: text('claimOf', { title }),
      content: text('claimText'),
      okText: text('claim'),
      onOk: async () => {
        const isDone = await attempt(
          () => claim.run({ jobPostingId: id, organisationId }),
          text('claimed'),
        );
        if (isDone) void navigate(`/work/${organisationId}/postings/${id}/edit`);
      },
    });
  };
  return (
    <li className="gq-own-row gq-own-row-plain">
      <div>
        <h2>{title}</h2>
        <p className="gq-own-facts">
          {[pay(posting.pay), region?.displayName ?? placeText].filter(Boolean).join(' · ')}
        </p>
        {source && <p className="gq-own-facts">{text('from', { source: source.name })}</p>}
      </div>
      {mayClaim && (
        <Button
          type="primary"
          loading={claim.isRunning}
          aria-label={text('claimOf', { title })}
          onClick={ask}
        >
          {text('claim')}
        </Button>
      )}
    </li>
  );
}

/** As the API compares them: without width, case and white space. */
function isSameName(posted: string | null, own: string): boolean {
  const plain = (name: string) => name.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, '');
  return posted !== null && plain(posted) === plain(own);
}
