import { createAgreement, type AgreementOptions } from '../factories/agreement.factory.js';
import type { TestAccount } from '../factories/account.factory.js';
import { uploadFile } from '../factories/stored-file.factory.js';
import { pdf } from '../integration/storage/sample-files.js';
import type { TestApp } from '../support/app.js';

/** Agreements of a tenant's college and enterprise, in every state the root fields ask for, and what belongs to them. */
export async function createAgreements(
  app: TestApp,
  parties: Required<Pick<AgreementOptions, 'college' | 'enterprise'>>,
  { recruiter }: { readonly recruiter: TestAccount },
): Promise<Record<string, string>> {
  const inState = async (state: AgreementOptions['state']): Promise<string> =>
    (await createAgreement(app, { ...parties, state })).id;
  const agreement = await inState('AWAITING_SIGNATURES');
  const draftAgreement = await inState('DRAFT');
  const { rows } = await app.database.pool.query<{ clause_key: string }>(
    `select clause_key from agreement_clauses where agreement_id = $1`,
    [draftAgreement],
  );
  const annex = { purpose: 'agreementAnnex', fileName: '附件.pdf', bytes: pdf() };
  return {
    agreement,
    draftAgreement,
    effectiveAgreement: await inState('EFFECTIVE'),
    clause: rows[0]?.clause_key ?? '',
    annexFile: await uploadFile(app, recruiter, annex),
  };
}
