import { createHash } from 'node:crypto';
import { hashedInternship, type InternshipText } from '../internship/internship.rules.js';
import { hashedObligations, type ObligationText } from '../obligations/obligation.rules.js';
import { agreementErrors } from './agreement.errors.js';

export interface ClauseText {
  readonly heading: string;
  readonly body: string;
}

/** What is signed: the words and numbers of an agreement, and between whom. */
export interface AgreementContent {
  readonly agreementNumber: string;
  readonly kind: string;
  readonly form: string | null;
  readonly title: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly promisedStudents: number | null;
  readonly parties: readonly {
    readonly role: string;
    readonly organisationId: string | null;
    readonly accountId: string | null;
    readonly name: string;
  }[];
  readonly clauses: readonly ClauseText[];
  readonly annexes: readonly { readonly title: string; readonly sha256: string }[];
  readonly obligations?: readonly ObligationText[];
  readonly internship?: InternshipText | null;
}

/**
 * How texts are hashed: 2 without obligations (the migration that brought it writes the same list), 3 with them, 4 with an
 * internship.
 */
export function hashFormatOf({
  obligations = [],
  internship = null,
}: Pick<AgreementContent, 'obligations' | 'internship'>): number {
  if (internship) return 4;
  return obligations.length > 0 ? 3 : 2;
}

/** SHA-256 over the content in a fixed order: parties that confirm the same hash confirm the same text. */
export function contentHash(content: AgreementContent): string {
  const ordered = [
    hashFormatOf(content),
    content.agreementNumber,
    content.kind,
    content.form,
    content.title,
    content.startsOn,
    content.endsOn,
    content.promisedStudents,
    content.parties.map(({ role, organisationId, accountId, name }) => [
      role,
      organisationId ?? accountId,
      name,
    ]),
    content.clauses.map(({ heading, body }) => [heading, body]),
    content.annexes.map(({ title, sha256 }) => [title, sha256]),
    ...(content.obligations?.length || content.internship
      ? [hashedObligations(content.obligations ?? [])]
      : []),
    ...(content.internship ? [hashedInternship(content.internship)] : []),
  ];
  return createHash('sha256').update(JSON.stringify(ordered)).digest('hex');
}

/** `XQ-2026-000042`: the kind (校企), the year of drafting, a running number. */
export function agreementNumber(prefix: string, today: string, running: bigint): string {
  return `${prefix}-${today.slice(0, 4)}-${running.toString().padStart(6, '0')}`;
}

/** The clauses as one text, for whoever knows no clauses. */
export function termsOf(clauses: readonly ClauseText[]): string {
  return clauses
    .map(({ heading, body }) => [heading, body].filter((part) => part !== '').join('\n'))
    .join('\n\n');
}

/** In force is a matter of the moment: signed by all, within its term. The nightly task only writes it down. */
export function isInForce(
  { state, startsOn, endsOn }: { readonly state: string; startsOn: string; endsOn: string },
  today: string,
): boolean {
  const isSigned = state === 'SIGNED' || state === 'EFFECTIVE';
  return isSigned && startsOn <= today && today <= endsOn;
}

/** Signed by all, and kept by the platform from taking effect: it breaks the rules of its kind. */
export function isHeldUp({
  state,
  effectiveAt,
}: {
  readonly state: string;
  readonly effectiveAt: Date | null;
}): boolean {
  return state === 'SUSPENDED' && effectiveAt === null;
}

export function checkTerm(
  { startsOn, endsOn }: { readonly startsOn: string; readonly endsOn: string },
  today: string,
  field: readonly string[],
): void {
  if (endsOn < startsOn) throw agreementErrors.DATES_UPSIDE_DOWN({ field: [...field, 'endsOn'] });
  if (endsOn < today) throw agreementErrors.ENDS_IN_PAST({ field: [...field, 'endsOn'] });
}
