import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, Ids } from '../../../core/clock/index.js';
import { UnitOfWork } from '../../../core/database/index.js';
import { FieldCipher } from '../../../core/privacy/index.js';
import type { AgreementSigningSession } from './signing-session.model.js';

const CODE_COLUMN = 'agreement_signing_sessions.code_sealed';
const CODE_ATTEMPTS = 5;
const CODE_LIFETIME_MS = 10 * 60_000;
const SESSION_LIFETIME_MS = 30 * 60_000;

export interface NewSigningSession {
  readonly agreementId: string;
  readonly signatoryId: string;
  readonly accountId: string;
  readonly sessionId: string;
  readonly linkId: string | null;
  readonly delegationId: string | null;
  readonly contentHash: string;
  readonly needsCode: boolean;
}

/** The only user of agreement_signing_sessions. */
@Injectable()
export class SigningSessionRepository {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly cipher: FieldCipher,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async insert(row: NewSigningSession): Promise<string> {
    const id = this.ids.next();
    const openedAt = this.clock.now();
    const expiresAt = new Date(openedAt.getTime() + SESSION_LIFETIME_MS);
    await this.uow.db.agreementSigningSession.create({
      data: { ...row, id, openedAt, expiresAt },
      select: { id: true },
    });
    return id;
  }

  /** The session, for whoever opened it on the very device he signed in on. */
  async find(
    id: string,
    { accountId, sessionId }: { accountId: string | null; sessionId: string | null },
  ): Promise<AgreementSigningSession | null> {
    if (accountId === null || sessionId === null) return null;
    return this.uow.db.agreementSigningSession.findFirst({ where: { id, accountId, sessionId } });
  }

  /** The agreement that was opened, whoever asks: for the chain of events. */
  async agreementOf(id: string): Promise<string | null> {
    const row = await this.uow.db.agreementSigningSession.findUnique({
      where: { id },
      select: { agreementId: true },
    });
    return row?.agreementId ?? null;
  }

  /** Marks the session used; false when it was already. */
  async use(id: string): Promise<boolean> {
    const usedAt = this.clock.now();
    const { count } = await this.uow.db.agreementSigningSession.updateMany({
      where: { id, usedAt: null, expiresAt: { gt: usedAt } },
      data: { usedAt, codeSealed: null },
    });
    return count === 1;
  }

  /** False when it was noted before. */
  async view(id: string): Promise<boolean> {
    const { count } = await this.uow.db.agreementSigningSession.updateMany({
      where: { id, viewedAt: null },
      data: { viewedAt: this.clock.now() },
    });
    return count === 1;
  }

  async putCode(id: string, digits: string): Promise<void> {
    const codeIssuedAt = this.clock.now();
    await this.uow.db.agreementSigningSession.update({
      where: { id },
      data: {
        codeIssuedAt,
        codeExpiresAt: new Date(codeIssuedAt.getTime() + CODE_LIFETIME_MS),
        codeHash: this.hashOf(id, digits),
        codeSealed: this.cipher.encrypt(digits, CODE_COLUMN),
        codeAttempts: 0,
        codeConfirmedAt: null,
      },
      select: { id: true },
    });
  }

  /** What is still to be sent. */
  async unsentCode(id: string): Promise<{ accountId: string; digits: string } | null> {
    const row = await this.uow.db.agreementSigningSession.findFirst({
      where: { id, usedAt: null, codeExpiresAt: { gt: this.clock.now() } },
      select: { accountId: true, codeSealed: true },
    });
    if (!row?.codeSealed) return null;
    return { accountId: row.accountId, digits: this.cipher.decrypt(row.codeSealed, CODE_COLUMN) };
  }

  async forgetCode(id: string): Promise<void> {
    await this.uow.db.agreementSigningSession.updateMany({
      where: { id },
      data: { codeSealed: null },
    });
  }

  /** Of a person, in every session. */
  async forgetCodesOf(accountId: string): Promise<void> {
    await this.uow.db.agreementSigningSession.updateMany({
      where: { accountId, codeSealed: { not: null } },
      data: { codeSealed: null },
    });
  }

  /**
   * Counts one try and says whether it fits. A statement of its own, so that parallel guesses never exceed the limit and
   * a refused action does not take its count back. A code that fitted once stays confirmed.
   */
  async tryDigits(id: string, digits: string): Promise<boolean> {
    if (this.uow.isOpen) throw new Error('A try would be forgotten when this unit of work fails');
    const now = this.clock.now();
    const [row] = await this.uow.db.agreementSigningSession.updateManyAndReturn({
      where: { id, codeExpiresAt: { gt: now }, codeAttempts: { lt: CODE_ATTEMPTS } },
      data: { codeAttempts: { increment: 1 } },
      select: { codeHash: true },
    });
    if (!row?.codeHash) return false;
    const isRight = timingSafeEqual(
      Buffer.from(row.codeHash),
      Buffer.from(this.hashOf(id, digits)),
    );
    if (isRight)
      await this.uow.db.agreementSigningSession.updateMany({
        where: { id },
        data: { codeConfirmedAt: now },
      });
    return isRight;
  }

  private hashOf(id: string, digits: string): string {
    return this.cipher.blindIndex('agreement_signing_sessions.code_hash', `${id}:${digits}`);
  }
}
