import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/auth/index.js';
import { Clock } from '../../../core/clock/index.js';
import { requestContext } from '../../../core/context/index.js';
import { ReferenceReader } from '../../reference-data/index.js';
import { kindOf } from '../agreement-kinds.js';
import { toAgreementKind } from '../agreement/agreement-kind.model.js';
import type { AgreementRegistryCountsArgs } from './registry.inputs.js';
import type { AgreementRegistryCount, AgreementRegistryCounts } from './registry.model.js';
import type { RegistryConditions, RegistryScope } from './registry.query.js';
import { GROUPED, RegistryReader, type RegistryTally } from './registry.reader.js';
import { RegistryService } from './registry.service.js';

const MAX_PARTS = 100;

const NONE: RegistryTally = {
  provinceId: null,
  kind: null,
  year: null,
  signed: 0,
  inForce: 0,
  ended: 0,
  partners: 0,
};

/** The register in numbers. */
@Injectable()
export class RegistryCounts {
  constructor(
    private readonly registry: RegistryService,
    private readonly reader: RegistryReader,
    private readonly reference: ReferenceReader,
    private readonly clock: Clock,
  ) {}

  /** Null when the organisation is not the actor's. */
  async of(
    actor: Actor,
    args: AgreementRegistryCountsArgs,
  ): Promise<AgreementRegistryCounts | null> {
    const scope = this.registry.scopeOf(actor, args.organisationId);
    return scope && this.within(scope, await this.registry.conditionsOf(args.filter));
  }

  async within(
    scope: RegistryScope,
    conditions: RegistryConditions,
  ): Promise<AgreementRegistryCounts> {
    const asOf = this.clock.now();
    const tallies = await this.reader.tallies(scope, conditions);
    const counts = async (grouped: number): Promise<AgreementRegistryCount[]> =>
      Promise.all(
        tallies.filter((tally) => tally.grouped === grouped).map((tally) => this.shown(tally)),
      );
    const [provinces, cells] = [await counts(GROUPED.province), await counts(GROUPED.cell)];
    const byProvince = provinces.map((count) => ({
      ...count,
      parts: cells
        .filter(({ province }) => province?.id === count.province?.id)
        .slice(0, MAX_PARTS),
    }));
    return {
      asOf,
      total: (await counts(GROUPED.total))[0] ?? (await this.shown(NONE)),
      byProvince: byProvince.sort((a, b) => b.signed - a.signed || codeOf(a) - codeOf(b)),
      byKind: (await counts(GROUPED.kind)).sort((a, b) => b.signed - a.signed),
      byYear: await counts(GROUPED.year),
    };
  }

  private async shown({
    provinceId,
    kind,
    ...rest
  }: RegistryTally): Promise<AgreementRegistryCount> {
    const { year, signed, inForce, ended, partners } = rest;
    return {
      province: provinceId === null ? null : await this.reference.findRegion(provinceId),
      kind: kind === null ? null : toAgreementKind(kindOf(kind), requestContext().locale),
      year,
      signed,
      inForce,
      ended,
      partners,
    };
  }
}

function codeOf({ province }: AgreementRegistryCount): number {
  return Number(province?.code ?? 0);
}
