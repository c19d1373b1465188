import { createContext, useContext } from 'react';
import type { ApplicationCardFragment } from '@/graphql/generated/features/applications/employer/employer';
import type { Step } from '../stages';

/** What the cards and columns of one board share. */
export interface Board {
  readonly jobPostingId: string;
  /** Whether the viewer takes steps at all, or only reads. */
  readonly mayAct: boolean;
  readonly selected: ReadonlyMap<string, ApplicationCardFragment>;
  readonly select: (card: ApplicationCardFragment, isSelected: boolean) => void;
  /** The card that is being dragged. */
  readonly dragged: ApplicationCardFragment | null;
  readonly drag: (card: ApplicationCardFragment | null) => void;
  readonly open: (applicationId: string) => void;
  /** Begins a step: what needs nothing more is done at once, the rest asks first. */
  readonly begin: (step: Step, cards: readonly ApplicationCardFragment[]) => void;
}

export const BoardContext = createContext<Board | null>(null);

export function useBoard(): Board {
  const board = useContext(BoardContext);
  if (board === null) throw new Error('Outside of a board');
  return board;
}
