import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../audit/index.js';
import type { Actor } from '../auth/index.js';
import { requestContext, runInContext } from '../context/index.js';
import { UnitOfWork } from '../database/index.js';
import { inputErrors, requestErrors } from '../errors/index.js';
import { subjectOf } from './audit-subject.js';
import { canonicalJson } from './canonical-json.js';
import {
  actorKeyOf,
  IdempotencyKeysRepository,
  type KeyClaim,
} from './idempotency-keys.repository.js';

const FIELD = ['idempotencyKey'];
const MAX_KEY_LENGTH = 128;
const PRINTABLE = /^[\x21-\x7e]+$/;

/**
 * Runs one business action: its writes, its audit entry, its events and the answer to its idempotency key, together or
 * not at all. Every mutation goes through it.
 */
@Injectable()
export class ActionRunner {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly keys: IdempotencyKeysRepository,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * `act` returns the id of what it changed, or an object of ids: never personal data, for the answer is kept. The same
   * key with the same input gets the first call's answer without acting again; with another input or for another action
   * it is refused. A second call while the first runs waits for it. An action that fails leaves no key behind.
   */
  async run<Answer extends string | object>(
    actor: Actor,
    name: string,
    input: object & { readonly idempotencyKey?: string | null },
    act: () => Promise<Answer>,
  ): Promise<Answer> {
    const claim = claimFor(actor, name, input);
    // Audit and events name the actor of the context: it must be the one who acts, also where a command acts for one.
    return runInContext({ ...requestContext(), actor }, () => this.act(name, claim, act));
  }

  private act<Answer extends string | object>(
    name: string,
    claim: KeyClaim | null,
    act: () => Promise<Answer>,
  ): Promise<Answer> {
    return this.unitOfWork.run(async () => {
      const stored = claim && (await this.keys.claim(claim));
      if (claim && stored) {
        if (stored.action !== claim.action || stored.inputHash !== claim.inputHash) {
          throw requestErrors.IDEMPOTENCY_KEY_REUSED({ field: FIELD });
        }
        return stored.answer as Answer;
      }
      // Through JSON at the first call too, so that a repeated one cannot answer differently.
      const answer = JSON.parse(JSON.stringify(await act())) as Answer;
      await this.audit.append({ action: name, ...subjectOf(answer) });
      if (claim) await this.keys.storeAnswer(claim, answer);
      return answer;
    });
  }
}

function claimFor(
  actor: Actor,
  action: string,
  input: object & { readonly idempotencyKey?: string | null },
): KeyClaim | null {
  const { idempotencyKey: key, ...rest } = input;
  if (key === undefined || key === null) return null;
  if (key === '') throw inputErrors.REQUIRED({ field: FIELD });
  if (key.length > MAX_KEY_LENGTH) {
    throw inputErrors.TOO_LONG({ field: FIELD, params: { max: MAX_KEY_LENGTH } });
  }
  if (!PRINTABLE.test(key)) throw inputErrors.MALFORMED({ field: FIELD });
  const inputHash = createHash('sha256').update(canonicalJson(rest)).digest('base64url');
  return { actorKey: actorKeyOf(actor), key, action, inputHash };
}
