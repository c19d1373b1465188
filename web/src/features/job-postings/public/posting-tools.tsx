import { Suspense, useState } from 'react';
import { useNavigate } from 'react-router';
import { BookmarkButton } from '@/features/search/bookmark-button';
import { useText } from '@/shared/i18n/messages';
import { toast } from '@/shared/ui/toasts';
import { DialogLoading } from '@/shared/ui/states';
import { lazyWithAntd } from '@/shared/ui/with-antd';
import { useViewer } from '@/shared/viewer/use-viewer';
import type { PostingProps } from './posting-view';
import { postingMessages } from './posting.messages';
import { useSignInPath } from './use-sign-in-path';

const ReportDialog = lazyWithAntd(async () => (await import('./report-dialog')).ReportDialog);

/** Remember it, pass it on, report it. */
export function PostingTools({ posting }: PostingProps) {
  const text = useText(postingMessages);
  const viewer = useViewer();
  const navigate = useNavigate();
  const signIn = useSignInPath();
  const [isReporting, setReporting] = useState(false);
  const share = async (): Promise<void> => {
    const { href } = window.location;
    try {
      // Phones have a list of their own for it.
      if ('share' in navigator) await navigator.share({ title: posting.title, url: href });
      else {
        await window.navigator.clipboard.writeText(href);
        toast.success(text('shared'));
      }
    } catch (error) {
      // Somebody who thinks better of it is told nothing.
      if (!(error instanceof DOMException && error.name === 'AbortError'))
        toast.info(text('shareFailed'));
    }
  };
  return (
    <div className="gq-posting-tools" role="group" aria-label={text('actions')}>
      <BookmarkButton
        postingId={posting.id}
        title={posting.title}
        isBookmarked={posting.isBookmarked}
        isWide
      />
      <button type="button" className="gq-posting-tool" onClick={() => void share()}>
        <ToolIcon path="M12 15V3M8 7l4-4 4 4M5 12v8h14v-8" />
        {text('share')}
      </button>
      <button
        type="button"
        className="gq-posting-tool"
        onClick={() => (viewer ? setReporting(true) : void navigate(signIn))}
      >
        <ToolIcon path="M5 21V4h13l-3 4.5L18 13H5" />
        {text('report')}
      </button>
      {isReporting && (
        <Suspense fallback={<DialogLoading />}>
          <ReportDialog postingId={posting.id} onClose={() => setReporting(false)} />
        </Suspense>
      )}
    </div>
  );
}

function ToolIcon({ path }: { readonly path: string }) {
  return (
    <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}
