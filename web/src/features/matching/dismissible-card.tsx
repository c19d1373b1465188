import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { PostingCard, type PostingCardData } from '@/features/search/posting-card';
import { DismissDialog, type DismissDialogProps } from './dismiss-dialog';

export interface DismissibleCardProps {
  readonly posting: PostingCardData;
  /** What the button says, and its name, which tells it from those of other cards. */
  readonly label: string;
  readonly name: string;
  readonly dismiss: DismissDialogProps['run'];
  readonly onDismissed: () => void;
  /** Why the posting is here. */
  readonly children: ReactNode;
}

/** A posting in a list of what is proposed, with a way to say that it is not wanted. */
export function DismissibleCard(props: DismissibleCardProps) {
  const { posting, label, name, dismiss, onDismissed, children } = props;
  const [isDismissing, setDismissing] = useState(false);
  const close = (isDone: boolean): void => {
    setDismissing(false);
    if (isDone) onDismissed();
  };
  return (
    <>
      <PostingCard
        posting={posting}
        heading="h3"
        actions={
          <Button type="text" aria-label={name} onClick={() => setDismissing(true)}>
            {label}
          </Button>
        }
      >
        {children}
      </PostingCard>
      {isDismissing && <DismissDialog title={posting.title} run={dismiss} onClose={close} />}
    </>
  );
}
