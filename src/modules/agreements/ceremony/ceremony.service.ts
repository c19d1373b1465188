import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/auth/index.js';
import { isUniqueViolation, UnitOfWork } from '../../../core/database/index.js';
import { requestErrors } from '../../../core/errors/index.js';
import { LiveSignals } from '../../../core/live/index.js';
import { parseInput } from '../../../core/validation/index.js';
import { ceremonyErrors } from './ceremony.errors.js';
import {
  ceremonySchema,
  type AgreementCeremonyInput,
  type EditAgreementCeremonyInput,
  type PlanAgreementCeremonyInput,
} from './ceremony.inputs.js';
import { ceremonyMachine, type CeremonyTransition } from './ceremony.machine.js';
import type { AgreementCeremony } from './ceremony.model.js';
import { mayHold } from './ceremony.policy.js';
import { CeremonyReader } from './ceremony.reader.js';
import { CeremonyRepository } from './ceremony.repository.js';

const LISTABLE = ['AWAITING_SIGNATURES'];
/** Who signed before the hour keeps nobody from the stage. */
const OPENABLE = ['AWAITING_SIGNATURES', 'PARTIALLY_SIGNED'];
const FIELD = ['agreementIds'];

/** Planning, opening and ending ceremonies. None of it signs anything. */
@Injectable()
export class CeremonyService {
  constructor(
    private readonly reader: CeremonyReader,
    private readonly ceremonies: CeremonyRepository,
    private readonly live: LiveSignals,
    private readonly uow: UnitOfWork,
  ) {}

  async plan(actor: Actor, input: PlanAgreementCeremonyInput): Promise<string> {
    const { organisationId } = input;
    if (!mayHold(actor, organisationId))
      throw requestErrors.NOT_FOUND({ field: ['organisationId'] });
    const plan = parseInput(ceremonySchema, input);
    await this.requireStageable(actor, organisationId, plan.agreementIds, LISTABLE);
    return this.ceremonies.insert(organisationId, plan, actor.accountId);
  }

  async edit(actor: Actor, input: EditAgreementCeremonyInput): Promise<string> {
    const ceremony = await this.lock(actor, input, 'edit');
    const plan = parseInput(ceremonySchema, input);
    await this.requireStageable(actor, ceremony.organisationId, plan.agreementIds, OPENABLE);
    if (!(await this.ceremonies.edit(ceremony.id, input.version, plan)))
      throw ceremonyErrors.CHANGED_MEANWHILE({ field: ['version'] });
    return ceremony.id;
  }

  async open(actor: Actor, input: AgreementCeremonyInput): Promise<string> {
    const ceremony = await this.lock(actor, input, 'open');
    const ids = await this.ceremonies.agreementIdsOf(ceremony.id);
    const numbers = await this.requireStageable(actor, ceremony.organisationId, ids, OPENABLE);
    const [elsewhere] = await this.ceremonies.elsewhere(ceremony.id, ids);
    if (elsewhere !== undefined) throw this.isElsewhere(numbers.get(elsewhere));
    try {
      await this.uow.attempt(() => this.ceremonies.setOnStage(ceremony.id, true));
    } catch (error) {
      if (!isUniqueViolation(error, 'uq_agreement_ceremony_pairs_on_stage')) throw error;
      // Another ceremony opened in between: which of them it has is known once it is there to be read.
      const [taken] = await this.ceremonies.elsewhere(ceremony.id, ids);
      throw this.isElsewhere(numbers.get(taken ?? ''));
    }
    return this.take(actor, ceremony, 'open');
  }

  async end(actor: Actor, input: AgreementCeremonyInput): Promise<string> {
    const ceremony = await this.lock(actor, input, 'end');
    await this.ceremonies.setOnStage(ceremony.id, false);
    return this.take(actor, ceremony, 'end');
  }

  async cancel(actor: Actor, input: AgreementCeremonyInput): Promise<string> {
    return this.take(actor, await this.lock(actor, input, 'cancel'), 'cancel');
  }

  /** The ceremony, locked, when the actor hosts it and the step is allowed. */
  private async lock(
    actor: Actor,
    { ceremonyId }: AgreementCeremonyInput,
    transition: CeremonyTransition,
  ): Promise<AgreementCeremony> {
    const seen = await this.reader.find(actor, ceremonyId);
    const ceremony =
      seen && mayHold(actor, seen.organisationId) ? await this.ceremonies.lock(ceremonyId) : null;
    if (!ceremony) throw requestErrors.NOT_FOUND({ field: ['ceremonyId'] });
    ceremonyMachine.next(ceremony.state, transition, 'HOST');
    return ceremony;
  }

  private async take(
    actor: Actor,
    ceremony: AgreementCeremony,
    transition: CeremonyTransition,
  ): Promise<string> {
    const to = ceremonyMachine.next(ceremony.state, transition, 'HOST');
    await this.ceremonies.take(ceremony, to, actor.accountId);
    await this.live.tell([ceremony.id]);
    return ceremony.id;
  }

  /** Their numbers, when the host sees all of them and each can be signed. */
  private async requireStageable(
    actor: Actor,
    hostId: string,
    ids: readonly string[],
    states: readonly string[],
  ): Promise<Map<string, string>> {
    const found = await this.reader.stageableAmong(actor, hostId, ids);
    for (const [at, id] of ids.entries()) {
      const agreement = found.get(id);
      if (!agreement) throw requestErrors.NOT_FOUND({ field: [...FIELD, String(at)] });
      if (!states.includes(agreement.state))
        throw ceremonyErrors.AGREEMENT_NOT_AWAITING({
          field: [...FIELD, String(at)],
          params: { number: agreement.agreementNumber },
        });
    }
    return new Map([...found].map(([id, { agreementNumber }]) => [id, agreementNumber]));
  }

  private isElsewhere(number = ''): Error {
    return ceremonyErrors.AGREEMENT_ELSEWHERE({ field: ['ceremonyId'], params: { number } });
  }
}
