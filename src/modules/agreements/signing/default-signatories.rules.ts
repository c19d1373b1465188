import { partyRuleOf, type AgreementKindRules } from '../agreement-kinds.js';
import type { NewSignatory } from './signatory.repository.js';

/** Who is asked to review and sign unless the drafter says otherwise: as the kind has it, persons for themselves. */
export function defaultSignatories(
  kind: AgreementKindRules,
  parties: readonly { readonly role: string; readonly accountId: string | null }[],
): NewSignatory[] {
  return parties.flatMap(({ role, accountId }, index) =>
    (partyRuleOf(kind, role)?.signatories ?? []).map((turn) => ({
      ...turn,
      partyPosition: index + 1,
      accountId,
      turnDays: kind.turnDays,
    })),
  );
}
