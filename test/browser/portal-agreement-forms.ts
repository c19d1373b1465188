import { issuedLink, uploadedPaper } from '../e2e/agreements-signing.support.js';
import { createAgreement, type AgreementOptions } from '../factories/agreement.factory.js';
import type { TestOrganisation } from '../factories/organisation.factory.js';
import type { TestApp } from '../support/app.js';
import { english, form, once, unwritten, type PortalForm } from './portal-form.js';

const at = (agreement: string): string => `/work/:enterprise/agreements/:${agreement}`;

/** The dialogs in which agreements are discussed, arranged, signed and ended. */
export const AGREEMENT_FORMS: readonly PortalForm[] = [
  form('recruiter', at('agreement'), '批注第 1 条', '发表'),
  once('recruiter', at('agreement'), '签署协议', '签署协议'),
  unwritten('refused', 'recruiter', '/sign/:signingLink', '打开并准备签署'),
  once('recruiter', '/sign/:signingLink', '拒绝签署', '拒绝签署'),
  once('recruiter', at('toDecline'), '拒绝签署', '拒绝签署'),
  form('recruiter', at('toExtend'), '延长期限', '延长期限'),
  unwritten('done', 'recruiter', at('toExtend'), '更换人员', '更换人员'),
  unwritten('refused', 'recruiter', at('agreement'), '委托他人签署', '委托他人签署'),
  form('recruiter', at('agreementDraft'), '安排签署顺序', '保存顺序'),
  unwritten('done', 'recruiter', at('toCheck'), '核对无误', '核对无误'),
  once('recruiter', at('toRefuse'), '不予认可', '不予认可'),
  once('recruiter', at('toReturn'), '退回修改', '退回修改'),
  once('recruiter', at('toCancel'), '作废', '作废'),
  once('recruiter', at('toTerminate'), '解除协议', '解除协议'),
  english('recruiter', at('agreement'), 'Sign', 'Sign'),
  english('recruiter', at('agreementDraft'), 'Arrange who signs', 'Save'),
];

/** An agreement for each dialog whose action would take it from the others. */
export async function agreementSceneOf(app: TestApp, enterprise: TestOrganisation) {
  const of = (state: AgreementOptions['state']) => createAgreement(app, { enterprise, state });
  const linked = await of('AWAITING_SIGNATURES');
  return {
    agreement: await of('AWAITING_SIGNATURES'),
    signingLink: { id: await issuedLink(app, linked.id, 2, linked.college.administrator) },
    toDecline: await of('AWAITING_SIGNATURES'),
    toExtend: await of('AWAITING_SIGNATURES'),
    toCheck: await withPaper(app, enterprise),
    toRefuse: await withPaper(app, enterprise),
    toReturn: await of('PARTIALLY_SIGNED'),
    toCancel: await of('AWAITING_SIGNATURES'),
    toTerminate: await of('EFFECTIVE'),
  };
}

/** The other side has signed on paper. */
async function withPaper(app: TestApp, enterprise: TestOrganisation) {
  const made = await createAgreement(app, { enterprise, state: 'AWAITING_SIGNATURES' });
  await uploadedPaper(app, made, 1, made.college.administrator);
  return made;
}
