/** What a file that the reader holds says of itself, read on the device. */
export interface HeldFile {
  readonly fileName: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  /** Number and code in it, as they open the verification; null when it names no agreement. */
  readonly claim: { readonly number: string; readonly code: string } | null;
  /** It bears the platform's mark, although that can no longer be read in full. */
  readonly isMarked: boolean;
}

const SIGNATURE = '%PDF-';
/** Readers of PDF accept what comes before the first line. */
const SIGNATURE_WITHIN = 1024;
const MARK = /GongqiaoEvidence|"textHash":"/;
/** Begins the list of evidence that every sealed file carries; its hash of the text is the code, cut off. */
const CLAIM =
  /"number":"([A-Z]{2}-[A-Z\d]{3,4}-\d{6,12})","agreementId":"[^"]{36}","textHash":"([\da-f]{12})/;

/** Reads and hashes a PDF; null when it is none. The file stays on the device. */
export async function readHeldFile(file: File): Promise<HeldFile | null> {
  const bytes = await file.arrayBuffer();
  const text = new TextDecoder('latin1').decode(bytes);
  if (!text.slice(0, SIGNATURE_WITHIN).includes(SIGNATURE)) return null;
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  const sha256 = [...new Uint8Array(digest)]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
  const [, number, code] = CLAIM.exec(text) ?? [];
  const claim = number === undefined || code === undefined ? null : { number, code };
  return { fileName: file.name, sizeBytes: file.size, sha256, claim, isMarked: MARK.test(text) };
}
