/** Several skills in one text: 识图、量具使用, Excel, or one a line as pasted from a table. */
export function skillNames(typed: string, known: readonly string[]): readonly string[] {
  const taken = new Set(known.map(key));
  const names: string[] = [];
  for (const part of typed.split(/[、,，;；\t\r\n]+/)) {
    const name = part.trim();
    if (name === '' || taken.has(key(name))) continue;
    taken.add(key(name));
    names.push(name);
  }
  return names;
}

function key(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase();
}
