import { useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import {
  BookmarkJobPosting,
  RemoveJobPostingBookmark,
} from '@/graphql/generated/features/search/bookmarks';
import { useAction } from '@/shared/graphql/action';
import { useText } from '@/shared/i18n/messages';
import { toast } from '@/shared/ui/toasts';
import { useViewer } from '@/shared/viewer/use-viewer';
import { searchMessages } from './search.messages';

/** Queries that show whether a posting is bookmarked, beside the card that was pressed. */
const REFRESHED = ['BookmarkedJobPostings'];

export interface BookmarkButtonProps {
  readonly postingId: string;
  readonly title: string;
  readonly isBookmarked: boolean;
  /** With its words beside the sign. */
  readonly isWide?: boolean;
}

/** Remembers a posting, or forgets it; it shows at once and is put right when the API disagrees. */
export function BookmarkButton({
  postingId,
  title,
  isBookmarked,
  isWide = false,
}: BookmarkButtonProps) {
  const text = useText(searchMessages);
  const viewer = useViewer();
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  // What was pressed last; the answer of the list may be older.
  const [wanted, setWanted] = useState<boolean | null>(null);
  const add = useAction(BookmarkJobPosting, { refreshes: REFRESHED });
  const remove = useAction(RemoveJobPostingBookmark, { refreshes: REFRESHED });
  const isSet = wanted ?? isBookmarked;

  const toggle = async (): Promise<void> => {
    if (!viewer) {
      await navigate(`/sign-in?then=${encodeURIComponent(pathname + search)}`);
      return;
    }
    setWanted(!isSet);
    try {
      await (isSet ? remove : add).run({ jobPostingId: postingId });
    } catch {
      setWanted(isSet);
      toast.error(text('bookmarkFailed'));
    }
  };
  const label = text(isSet ? 'bookmarked' : 'bookmark');
  return (
    <button
      type="button"
      className={`gq-posting-tool${isSet ? ' gq-posting-tool-on' : ''}`}
      aria-pressed={isSet}
      aria-label={text('bookmarkOf', { title })}
      title={label}
      disabled={add.isRunning || remove.isRunning}
      onClick={() => void toggle()}
    >
      <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
        <path d="M6 3h12v18l-6-4.5L6 21z" />
      </svg>
      {isWide && <span>{label}</span>}
    </button>
  );
}
