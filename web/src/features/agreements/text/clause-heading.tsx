import type { ReactNode } from 'react';
import { useText } from '@/shared/i18n/messages';
import { draftingMessages } from '../drafting/drafting.messages';

export interface ClauseHeadingProps {
  readonly position: number;
  readonly children?: ReactNode;
}

/** The number of a clause and what it is about. */
export function ClauseHeading({ position, children }: ClauseHeadingProps) {
  const text = useText(draftingMessages);
  return (
    <h3 className="gq-agreements-clause-heading">
      {text('clause', { place: position })} {children}
    </h3>
  );
}
