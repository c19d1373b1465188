import type { AgreementContentInput } from '@/graphql/generated/features/agreements/agreement';
import { clausesInput, type ClauseValue } from './clauses';
import type { InternshipValue } from './internship-fields';
import type { ObligationValue } from './obligation-blocks';
import type { DraftParty } from './parties';

/** What an agreement says, as its form has it. */
export interface AgreementContent {
  readonly subKind?: string | null;
  readonly title: string;
  readonly clauses: readonly ClauseValue[];
  readonly annexes?: readonly { readonly title: string; readonly fileId: string }[];
  readonly obligations?: readonly ObligationValue[];
  readonly internship?: InternshipValue | null;
  readonly promisedStudents?: number | null;
  readonly startsOn: string;
  readonly endsOn: string;
}

/** As the API takes it. */
export function contentInput(
  { clauses, obligations = [], ...content }: AgreementContent,
  parties: readonly DraftParty[],
): AgreementContentInput {
  return {
    ...content,
    annexes: content.annexes ? [...content.annexes] : null,
    clauses: clausesInput(clauses),
    obligations: obligations.map(({ owedBy, ...obligation }) => ({
      ...obligation,
      partyPosition: parties.findIndex(({ id }) => id === owedBy) + 1,
    })),
  };
}

/** The field of the form for a path of the content. */
export function contentFieldOf(path: readonly string[]): (string | number)[] {
  return path.map((part) =>
    part === 'partyPosition' ? 'owedBy' : /^\d+$/.test(part) ? Number(part) : part,
  );
}
