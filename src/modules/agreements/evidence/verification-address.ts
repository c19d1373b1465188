/** Length of the part of the hash of a text that opens its public verification: nobody finds others by counting numbers. */
const CODE_LENGTH = 12;

export function verificationCode(textHash: string): string {
  return textHash.slice(0, CODE_LENGTH);
}

/** Where anybody who holds the paper can check it. */
export function verificationUrl(
  origin: string,
  { agreementNumber, contentHash }: { agreementNumber: string; contentHash: string | null },
): string {
  const url = new URL('/verify', origin);
  url.searchParams.set('number', agreementNumber);
  url.searchParams.set('code', verificationCode(contentHash ?? ''));
  return url.href;
}
