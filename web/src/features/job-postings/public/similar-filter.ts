interface Former {
  readonly occupationCode: string | null;
  readonly regionCode: string | null;
}

/** What a similar posting has in common with one that is over: the occupation, else the place. */
export function similarFilter({ occupationCode, regionCode }: Former) {
  if (occupationCode !== null) return { occupationCode };
  return regionCode === null ? {} : { regionCode };
}
