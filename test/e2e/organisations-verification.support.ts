import { randomUUID } from 'node:crypto';
import type { TestAccount } from '../factories/account.factory.js';
import type { TestApp } from '../support/app.js';
import type { GqlAnswer, Selected } from '../support/client.js';
import {
  APPEAL,
  APPROVE,
  CLAIM,
  REFUSE,
  RELEASE,
  SUBMIT,
  WITHDRAW,
} from './organisations.support.js';

type Who = TestAccount | null;
type Answer = Promise<GqlAnswer<Selected>>;

/** The steps of a verification as either side takes them. */
export function verificationCalls(app: () => TestApp) {
  const act = (query: string, as: Who, input: object): Answer =>
    app().gql(query, { input }, { as });
  return {
    act,
    submit: (as: Who, organisationId: string, changes: object): Answer =>
      act(SUBMIT, as, { idempotencyKey: randomUUID(), organisationId, ...changes }),
    withdraw: (as: Who, verificationId: string): Answer => act(WITHDRAW, as, { verificationId }),
    claim: (as: Who, verificationId: string): Answer =>
      act(CLAIM, as, { idempotencyKey: randomUUID(), verificationId }),
    release: (as: Who, verificationId: string): Answer => act(RELEASE, as, { verificationId }),
    approve: (as: Who, verificationId: string, changes: object = {}): Answer =>
      act(APPROVE, as, { verificationId, ...changes }),
    refuse: (as: Who, verificationId: string, changes: object = {}): Answer =>
      act(REFUSE, as, {
        verificationId,
        reason: 'EVIDENCE_UNREADABLE',
        text: '营业执照照片不清晰',
        ...changes,
      }),
    appeal: (as: Who, verificationId: string, changes: object = {}): Answer =>
      act(APPEAL, as, {
        idempotencyKey: randomUUID(),
        verificationId,
        text: '照片清晰，请再次审核',
        ...changes,
      }),
  };
}
