/** A part of the play did not happen. */
export class PlayFailed extends Error {
  override readonly name = 'PlayFailed';
}

/** Says which part did not happen unless it did. */
export function must(happened: boolean, part: string): asserts happened {
  if (!happened) throw new PlayFailed(`this did not happen: ${part}`);
}
