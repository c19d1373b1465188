import { randomUUID } from 'node:crypto';
import { UnitOfWork } from '../../src/core/database/index.js';
import type { TestApp } from '../../test/support/app.js';
import type { TestAgreement } from '../../test/factories/agreement.factory.js';
import { act, begin, codeFor, SIGN } from '../../test/e2e/agreements.support.js';

/** Opens the text for both sides, each with its code; what is answered lets both sign at the same instant. */
export async function openForBoth(
  app: TestApp,
  { id, contentHash, college, enterprise }: TestAgreement,
): Promise<() => Promise<number>> {
  const sides = [college.administrator, enterprise.administrator];
  const inputs: object[] = [];
  for (const [at, as] of sides.entries()) {
    const { id: signatoryId } = await app.get(UnitOfWork).db.agreementSignatory.findFirstOrThrow({
      where: { agreementId: id, partyPosition: at + 1 },
    });
    const { signingSession, userErrors } = await begin(app, { signatoryId }, as);
    if (!signingSession) throw new Error(userErrors[0]?.code);
    const code = await codeFor(app, signingSession.id, as);
    const session = { signingSessionId: signingSession.id, contentHash, isConfirmed: true, code };
    inputs.push({ idempotencyKey: randomUUID(), agreementId: id, ...session });
  }
  /** How many were refused. */
  return async () => {
    const answers = await Promise.all(sides.map((as, at) => act(app, SIGN, inputs[at] ?? {}, as)));
    return answers.filter(({ userErrors }) => userErrors.length > 0).length;
  };
}
