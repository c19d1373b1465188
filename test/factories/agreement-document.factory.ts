import {
  chained,
  FIRST_PREVIOUS_HASH,
} from '../../src/modules/agreements/evidence/evidence-chain.js';
import type {
  AgreementDocument,
  DocumentEvent,
} from '../../src/modules/agreements/evidence/document/agreement-document.js';

export const DOCUMENT_AGREEMENT_ID = '01930000-0000-7000-8000-000000000001';
const TEXT_HASH = '3f8a1c0d9e7b6a5f4c3d2e1f0a9b8c7d6e5f4a3b2c1d0e9f8a7b6c5d4e3f2a1b';

const STEPS = [
  { zh: '发起', en: 'Proposed', actor: '周启明（乙方）' },
  { zh: '打开', en: 'Opened', actor: '龚䶮（甲方）' },
  { zh: '确认全文', en: 'Confirmed', actor: '龚䶮（甲方）' },
  { zh: '签署', en: 'Signed', actor: '龚䶮（甲方）' },
  { zh: '打开', en: 'Opened', actor: '周启明（乙方）' },
  { zh: '签署', en: 'Signed', actor: '周启明（乙方）' },
] as const;

export function documentEvents(): DocumentEvent[] {
  let previous = FIRST_PREVIOUS_HASH;
  return STEPS.map(({ zh, en, actor }, at) => {
    const occurredAt = new Date(Date.UTC(2026, 10, 22, 8, at * 3, 7));
    const event = chained(previous, {
      id: `01930000-0000-7000-8000-2${String(at).padStart(11, '0')}`,
      agreementId: DOCUMENT_AGREEMENT_ID,
      sequence: at + 1,
      kind: en.toUpperCase(),
      actorKind: 'ACCOUNT',
      actorId: null,
      partyPosition: null,
      networkAddress: '203.0.113.*',
      documentHash: TEXT_HASH,
      detail: '{}',
      occurredAt,
    });
    previous = event.hash;
    return {
      sequence: at + 1,
      kind: { zh, en },
      actor,
      networkAddress: event.networkAddress,
      documentHash: event.documentHash,
      occurredAt,
      hash: event.hash,
    };
  });
}

const BODY =
  '甲乙双方本着平等自愿、互惠互利、优势互补、共同发展的原则，就共同培养智能制造方向高素质技术技能人才，开办“订单班”事宜，经友好协商达成一致。\n乙方每学年接收不少于40名学生，岗位实习期间报酬不低于同岗位工资标准的80%，按月以货币形式足额支付。';

/** A sealed agreement with two parties, as large as its clauses. */
export function agreementDocument(over: Partial<AgreementDocument> = {}): AgreementDocument {
  return {
    number: 'XQ-2026-000042',
    kind: '校企合作协议 · 订单班',
    title: '智能制造订单班合作协议',
    startsOn: '2026-12-01',
    endsOn: '2029-11-30',
    promisedStudents: 40,
    annexes: [],
    createdAt: new Date('2026-11-22T07:58:00Z'),
    textHash: TEXT_HASH,
    parties: [
      {
        label: '甲方',
        role: '院校',
        name: '苏州工业园区职业技术学院',
        creditCode: '12320594MB1A2C3D4E',
      },
      {
        label: '乙方',
        role: '企业',
        name: '昆山精密机械制造有限公司',
        creditCode: '91320583MA1NABCD1X',
      },
    ],
    clauses: ['合作内容', '双方的权利与义务', '实习报酬与保险', '争议的解决'].map((heading) => ({
      heading,
      body: BODY,
    })),
    signatures: [
      {
        partyLabel: '甲方',
        partyName: '苏州工业园区职业技术学院',
        signerName: '龚䶮',
        method: '登录后逐项确认，短信验证码',
        signedAt: new Date('2026-11-22T08:09:07Z'),
      },
      {
        partyLabel: '乙方',
        partyName: '昆山精密机械制造有限公司',
        signerName: '周启明',
        method: '登录后逐项确认',
        signedAt: new Date('2026-11-22T08:15:07Z'),
      },
    ],
    certificate: {
      events: documentEvents(),
      keyId: '5b1f0c2e9d8a7b6c5d4e3f2a1b0c9d8e',
      verificationUrl: 'https://jobs.example.org/verify/XQ-2026-000042?code=3f8a1c0d9e7b',
      operatorName: '苏州市就业促进中心',
      sealedAt: new Date('2026-11-22T08:15:09Z'),
    },
    ...over,
  };
}
