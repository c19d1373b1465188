import { createHash } from 'node:crypto';
import { agreementErrors } from './agreement.errors.js';

/** What is signed: the words and numbers of an agreement, and between whom. */
export interface AgreementContent {
  readonly agreementNumber: string;
  readonly form: string;
  readonly collegeId: string;
  readonly enterpriseId: string;
  readonly title: string;
  readonly terms: string;
  readonly promisedStudents: number | null;
  readonly startsOn: string;
  readonly endsOn: string;
}

/** SHA-256 over the content in a fixed order: two parties that confirm the same hash confirm the same text. */
export function contentHash(content: AgreementContent): string {
  const ordered = [
    content.agreementNumber,
    content.form,
    content.collegeId,
    content.enterpriseId,
    content.title,
    content.terms,
    content.promisedStudents,
    content.startsOn,
    content.endsOn,
  ];
  return createHash('sha256').update(JSON.stringify(ordered)).digest('hex');
}

/** `XQ-2026-000042`: 校企, the year of drafting, a running number. */
export function agreementNumber(today: string, running: bigint): string {
  return `XQ-${today.slice(0, 4)}-${running.toString().padStart(6, '0')}`;
}

/** In force is a matter of the moment: signed by both, within its term. The nightly task only writes it down. */
export function isInForce(
  { state, startsOn, endsOn }: { readonly state: string; startsOn: string; endsOn: string },
  today: string,
): boolean {
  const isSigned = state === 'SIGNED' || state === 'EFFECTIVE';
  return isSigned && startsOn <= today && today <= endsOn;
}

export function checkTerm(
  { startsOn, endsOn }: { readonly startsOn: string; readonly endsOn: string },
  today: string,
  field: readonly string[],
): void {
  if (endsOn < startsOn) throw agreementErrors.DATES_UPSIDE_DOWN({ field: [...field, 'endsOn'] });
  if (endsOn < today) throw agreementErrors.ENDS_IN_PAST({ field: [...field, 'endsOn'] });
}
