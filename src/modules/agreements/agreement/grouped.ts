/** Rows as entries of the record they belong to, in their order. */
export function grouped<Row, T>(
  rows: readonly Row[],
  entryOf: (row: Row) => readonly [string, T],
): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const [key, value] = entryOf(row);
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}
