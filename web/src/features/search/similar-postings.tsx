import { useText } from '@/shared/i18n/messages';
import { PostingCard, type PostingCardData } from './posting-card';
import { searchMessages } from './search.messages';

/** Postings that do not have all of the words and whose titles resemble them. */
export function SimilarPostings({ postings }: { readonly postings: readonly PostingCardData[] }) {
  const text = useText(searchMessages);
  if (postings.length === 0) return null;
  return (
    <section aria-labelledby="gq-similar">
      <h2 id="gq-similar" className="gq-search-similar">
        {text('similar')}
      </h2>
      <ul className="gq-posting-list">
        {postings.map((posting) => (
          <li key={posting.id}>
            <PostingCard posting={posting} heading="h3" />
          </li>
        ))}
      </ul>
    </section>
  );
}
