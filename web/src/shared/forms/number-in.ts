/** The number in what people type or paste: 12,000 or １２０００. Null when there is something else. */
export function numberIn(typed: string): number | null {
  const plain = typed.normalize('NFKC').replaceAll(/[\s,\u3001\uFF0C]/g, '');
  return /^-?\d{1,15}(\.\d+)?$/.test(plain) ? Number(plain) : null;
}
