import type { ReactNode } from 'react';
import { NavLink } from 'react-router';
import { useText } from '@/shared/i18n/messages';
import { Page } from '@/shared/ui/page';
import { ownWordsMessages } from './own-words.messages';
import './own-postings.css';

export interface PostingFrameProps {
  readonly organisationId: string;
  readonly postingId: string;
  readonly title: string;
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** What the pages about one posting have in common: its name and the way between them. */
export function PostingFrame(props: PostingFrameProps) {
  const { organisationId, postingId, title, lead, actions, children } = props;
  const text = useText(ownWordsMessages);
  const base = `/work/${organisationId}/postings/${postingId}`;
  return (
    <Page title={title} lead={lead} actions={actions} width="wide">
      <nav className="gq-own-tabs" aria-label={text('sections')}>
        <NavLink to={base} end>
          {text('overview')}
        </NavLink>
        <NavLink to={`${base}/candidates`}>{text('candidates')}</NavLink>
        <NavLink to={`${base}/recommended`}>{text('recommended')}</NavLink>
      </nav>
      {children}
    </Page>
  );
}
