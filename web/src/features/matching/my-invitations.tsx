import { PostingCard } from '@/features/search/posting-card';
import { MyInvitations as InvitationsOfMine } from '@/graphql/generated/features/matching/my-invitations';
import { useFormat } from '@/shared/format/use-format';
import { usePages } from '@/shared/graphql/pages';
import { useText } from '@/shared/i18n/messages';
import { MoreButton } from '@/shared/ui/records';
import { ErrorState } from '@/shared/ui/states';
import { matchingMessages } from './matching.messages';

/** Postings that employers invited the viewer to; nothing while there are none. */
export function MyInvitations() {
  const text = useText(matchingMessages);
  const { date } = useFormat();
  const pages = usePages(InvitationsOfMine, {}, ({ myInvitations }) => myInvitations);
  const { data, error, refetch } = pages;
  if (data === undefined)
    return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : null;
  const shown = data.nodes.flatMap(({ jobPosting, ...invitation }) =>
    jobPosting === null ? [] : [{ ...invitation, jobPosting }],
  );
  if (shown.length === 0) return null;
  return (
    <section className="gq-matching-part" aria-labelledby="gq-matching-invited">
      <h2 id="gq-matching-invited">{text('invited')}</h2>
      <p className="gq-matching-note">{text('invitedText')}</p>
      <ol className="gq-matching-list">
        {shown.map(({ id, invitedAt, jobPosting }) => (
          <li key={id}>
            <PostingCard posting={jobPosting} heading="h3">
              <p className="gq-matching-allocated">{text('invitedOn', { day: date(invitedAt) })}</p>
            </PostingCard>
          </li>
        ))}
      </ol>
      <MoreButton pages={pages} />
    </section>
  );
}
