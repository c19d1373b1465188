import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/auth/index.js';
import { requestErrors } from '../../../core/errors/index.js';
import { parseInput } from '../../../core/validation/index.js';
import { actingAccount } from '../../organisations/index.js';
import { AgreementSteps } from '../agreement/agreement-steps.service.js';
import { agreementErrors } from '../agreement/agreement.errors.js';
import type { Agreement } from '../agreement/agreement.model.js';
import { commentsFor, isDiscussed } from '../agreement/agreement.policy.js';
import { ObligationRepository } from '../obligations/obligation.repository.js';
import { commentErrors } from './comment.errors.js';
import { agreementCommented } from './comment.events.js';
import {
  commentIdSchema,
  commentSchema,
  type AgreementCommentInput,
  type CommentOnAgreementClauseInput,
} from './comment.inputs.js';
import { CommentRepository } from './comment.repository.js';

const MAX_COMMENTS = 100;
const MAX_REPLIES = 50;
const QUIET_MS = 3_600_000;

/** What the parties say about clauses until all have signed. */
@Injectable()
export class CommentService {
  constructor(
    private readonly steps: AgreementSteps,
    private readonly comments: CommentRepository,
    private readonly notices: ObligationRepository,
  ) {}

  async comment(actor: Actor, input: CommentOnAgreementClauseInput): Promise<string> {
    const given = parseInput(commentSchema, input);
    const { agreement, position } = await this.require(actor, given.agreementId);
    const { id: agreementId } = agreement;
    const thread = given.replyToId
      ? await this.openThread(agreementId, position, given.replyToId, given.clauseKey)
      : null;
    await this.requireRoom(agreementId, thread?.id ?? null);
    const stands = await this.comments.hasClause(
      agreementId,
      agreement.versionNumber,
      given.clauseKey,
    );
    if (!stands && !thread) throw commentErrors.CLAUSE_GONE({ field: ['clauseKey'] });
    const isInternal = thread?.isInternal ?? (given.isInternal === true || !agreement.isShared);
    await this.comments.insert({
      agreementId,
      clauseKey: given.clauseKey,
      versionNumber: stands || !thread ? agreement.versionNumber : thread.versionNumber,
      accountId: actingAccount(actor),
      partyPosition: position,
      isInternal,
      replyToId: thread?.id ?? null,
      body: given.body,
    });
    if (!isInternal) await this.tellOthers(agreement, position);
    return agreementId;
  }

  async resolve(actor: Actor, input: AgreementCommentInput): Promise<string> {
    const { agreementId, commentId } = parseInput(commentIdSchema, input);
    const { position } = await this.require(actor, agreementId);
    await this.thread(agreementId, position, commentId, 'commentId');
    if (!(await this.comments.resolve(commentId, actingAccount(actor)))) {
      throw commentErrors.RESOLVED({ field: ['commentId'] });
    }
    return agreementId;
  }

  async reopen(actor: Actor, input: AgreementCommentInput): Promise<string> {
    const { agreementId, commentId } = parseInput(commentIdSchema, input);
    const { position } = await this.require(actor, agreementId);
    await this.thread(agreementId, position, commentId, 'commentId');
    if (!(await this.comments.reopen(commentId))) {
      throw commentErrors.NOT_RESOLVED({ field: ['commentId'] });
    }
    return agreementId;
  }

  /** The agreement, locked, and the party the actor comments for. */
  private async require(
    actor: Actor,
    agreementId: string,
  ): Promise<{ agreement: Agreement; position: number }> {
    const agreement = await this.steps.lock(actor, agreementId);
    const position = commentsFor(actor, agreement);
    if (position === null) throw requestErrors.NOT_FOUND({ field: ['agreementId'] });
    if (!isDiscussed(agreement)) {
      const params = { state: agreement.state };
      throw agreementErrors.WRONG_STATE({ field: ['agreementId'], params });
    }
    return { agreement, position };
  }

  /** What another party keeps to itself is answered as if there were none. */
  private async thread(agreementId: string, position: number, id: string, field: string) {
    const thread = await this.comments.findThread(agreementId, id);
    if (!thread || (thread.isInternal && thread.partyPosition !== position)) {
      throw requestErrors.NOT_FOUND({ field: [field] });
    }
    return thread;
  }

  private async openThread(agreementId: string, position: number, id: string, clauseKey: string) {
    const thread = await this.thread(agreementId, position, id, 'replyToId');
    if (thread.clauseKey !== clauseKey) throw requestErrors.NOT_FOUND({ field: ['replyToId'] });
    if (thread.resolvedAt !== null) throw commentErrors.RESOLVED({ field: ['replyToId'] });
    return thread;
  }

  private async requireRoom(agreementId: string, replyToId: string | null): Promise<void> {
    const count = await this.comments.countOf(agreementId, replyToId);
    if (count < (replyToId === null ? MAX_COMMENTS : MAX_REPLIES)) return;
    throw commentErrors.TOO_MANY({
      field: [replyToId === null ? 'agreementId' : 'replyToId'],
      params: { max: MAX_COMMENTS, maxReplies: MAX_REPLIES },
    });
  }

  /** The other parties; one that was told within the hour reads it when it looks. */
  private async tellOthers(agreement: Agreement, position: number): Promise<void> {
    const others = agreement.parties.filter((party) => party.position !== position);
    const quiet = await this.notices.tellAgain(
      agreement.id,
      'COMMENTED',
      others.map((party) => String(party.position)),
      QUIET_MS,
    );
    const told = others.filter((party) => quiet.includes(String(party.position)));
    if (told.length === 0) return;
    await this.steps.tell(agreementCommented, agreement, {
      toOrganisationIds: told.flatMap(({ organisationId }) => organisationId ?? []),
      toAccountIds: told.flatMap(({ accountId }) => accountId ?? []),
    });
  }
}
