import type { DemoOrganisation } from '../demo-world.js';

export type DemoAgreementState =
  | 'draft'
  | 'awaiting_signatures'
  | 'partially_signed'
  | 'signed'
  | 'effective'
  | 'suspended'
  | 'expired'
  | 'terminated'
  | 'cancelled';

export interface PlannedParty {
  readonly role: string;
  /** Null for a person. */
  readonly organisationId: string | null;
  readonly name: string;
  /** Who signs for it; the person itself. */
  readonly signerId: string;
  /** Turn in which it signs. */
  readonly step: number;
  readonly signedAt: Date | null;
}

export interface PlannedObligation {
  readonly partyPosition: number;
  readonly metric: string;
  readonly quantity: number;
  readonly dueOn: string;
  readonly proof: 'RECORDS' | 'ENTRIES';
  /** What a party says it has done. */
  readonly entries?: readonly {
    readonly quantity: number;
    readonly at: Date;
    readonly note: string;
  }[];
}

/** All there is to say about one agreement; the rows follow from it. */
export interface AgreementPlan {
  readonly agreementNumber: string;
  readonly kind: string;
  readonly form: string | null;
  readonly title: string;
  readonly clauses: readonly { readonly heading: string; readonly body: string }[];
  readonly promisedStudents: number | null;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly parties: readonly PlannedParty[];
  /** Position of the party that drew it up. */
  readonly drafter: number;
  readonly turnDays: number;
  readonly obligations: readonly PlannedObligation[];
  readonly state: DemoAgreementState;
  readonly draftedAt: Date;
  /** Null for one that was never put forward. */
  readonly proposedAt: Date | null;
  readonly effectiveAt: Date | null;
  /** Of a suspension, or of the end. */
  readonly stoppedAt: Date | null;
  readonly stopReason: string | null;
}

export function partyOf(
  { id, name, administratorId }: DemoOrganisation,
  role: string,
  step: number,
  signedAt: Date | null,
): PlannedParty {
  return { role, organisationId: id, name, signerId: administratorId, step, signedAt };
}
