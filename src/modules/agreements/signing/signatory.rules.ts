/** A turn as far as the order is concerned. */
export interface Turn {
  readonly id: string;
  readonly role: 'REVIEWER' | 'SIGNATORY' | 'GUARDIAN';
  readonly step: number;
  readonly state: TurnState;
}

export type TurnState =
  'PENDING' | 'READY' | 'OPENED' | 'APPROVED' | 'SIGNED' | 'DECLINED' | 'EXPIRED' | 'VOID';

const isDone = ({ state }: Turn): boolean =>
  state === 'SIGNED' || state === 'APPROVED' || state === 'VOID';

/** Whether it is this turn now: opened or not, but neither taken, refused nor over. */
export function isOpenTurn({ state }: Turn): boolean {
  return state === 'READY' || state === 'OPENED';
}

/** All reviewers have approved; also when there are none. */
export function isReviewed(turns: readonly Turn[]): boolean {
  return turns.every((turn) => turn.role !== 'REVIEWER' || isDone(turn));
}

/** Everybody who had to has signed. */
export function isWhollySigned(turns: readonly Turn[]): boolean {
  return turns.length > 0 && turns.every(isDone);
}

/**
 * Turns whose time has come and that still wait: of the lowest step that is not done, reviewers before all others. Equal
 * steps go side by side, ascending ones one after the other; what was refused or ran out holds those behind it up.
 */
export function turnsToBegin(turns: readonly Turn[]): Turn[] {
  const open = turns.filter((turn) => !isDone(turn));
  const reviewing = open.filter(({ role }) => role === 'REVIEWER');
  const stage = reviewing.length > 0 ? reviewing : open;
  const step = Math.min(...stage.map((turn) => turn.step));
  return stage.filter((turn) => turn.step === step && turn.state === 'PENDING');
}
