import { Injectable } from '@nestjs/common';
import { holds, organisationsWith, type Actor } from '../../../core/auth/index.js';
import { Clock } from '../../../core/clock/index.js';
import { requestContext } from '../../../core/context/index.js';
import type { Connection } from '../../../core/graphql/index.js';
import { mask } from '../../../core/privacy/index.js';
import { parseInput } from '../../../core/validation/index.js';
import { ReferenceReader } from '../../reference-data/index.js';
import { AGREEMENT_KINDS, findKind, kindOf, partyRuleOf } from '../agreement-kinds.js';
import { toAgreementKind } from '../agreement/agreement-kind.model.js';
import { agreementErrors } from '../agreement/agreement.errors.js';
import { AGREEMENT_OVERSEE, AGREEMENT_READ } from '../agreement/agreement.permissions.js';
import { registryErrors } from './registry.errors.js';
import {
  registryFilterSchema,
  type AgreementRegistryArgs,
  type AgreementRegistryFilter,
} from './registry.inputs.js';
import type { AgreementRegistryEntry } from './registry.model.js';
import { RegistryReader, type RegistryRow } from './registry.reader.js';
import type { RegistryConditions, RegistryScope } from './registry.query.js';

const DAY_MS = 86_400_000;

/** The register for who may see it, with its words. */
@Injectable()
export class RegistryService {
  constructor(
    private readonly reader: RegistryReader,
    private readonly reference: ReferenceReader,
    private readonly clock: Clock,
  ) {}

  /** Null when the organisation is not the actor's. */
  scopeOf(actor: Actor, organisationId: string): RegistryScope | null {
    if (!organisationsWith(actor, AGREEMENT_READ).includes(organisationId)) return null;
    const oversees = holds(actor, AGREEMENT_OVERSEE, organisationId);
    const grant = actor.grants.find((each) => each.organisationId === organisationId);
    return { organisationId, regionId: oversees ? (grant?.regionId ?? null) : null };
  }

  async list(
    actor: Actor,
    args: AgreementRegistryArgs,
  ): Promise<Connection<AgreementRegistryEntry> | null> {
    const scope = this.scopeOf(actor, args.organisationId);
    if (!scope) return null;
    const conditions = await this.conditionsOf(args.filter);
    const page = await this.reader.list(scope, conditions, args.orderBy ?? 'NEWEST', args);
    const edges = await Promise.all(
      page.edges.map(async ({ cursor, node }) => ({ cursor, node: await this.shown(node) })),
    );
    return { ...page, edges, nodes: edges.map(({ node }) => node) };
  }

  async conditionsOf(
    filter: AgreementRegistryFilter | null | undefined,
  ): Promise<RegistryConditions> {
    const given = parseInput(registryFilterSchema, { filter: filter ?? {} }).filter;
    const { kinds, subKinds, states, provinceCode, signedIn, endsWithinDays, text } = given;
    if (kinds?.some((code) => !findKind(code)))
      throw agreementErrors.KIND_UNKNOWN({ field: ['filter', 'kinds'] });
    if (subKinds?.some((code) => !isSubKind(code)))
      throw agreementErrors.SUB_KIND_UNKNOWN({ field: ['filter', 'subKinds'] });
    const today = this.clock.today();
    return {
      kinds: kinds ?? [],
      subKinds: subKinds ?? [],
      states: states ?? [],
      provinceId: provinceCode ? await this.provinceOf(provinceCode) : null,
      signedIn: signedIn ?? null,
      endsThrough: typeof endsWithinDays === 'number' ? dayAfter(today, endsWithinDays) : null,
      text: text ?? null,
      today,
    };
  }

  /** An entry in the words of the request; what is somebody else's shows no person's name. */
  async shown(row: RegistryRow): Promise<AgreementRegistryEntry> {
    const { locale } = requestContext();
    const kind = kindOf(row.kind);
    const isHidden = !row.isOwn && row.parties.some(({ isPerson }) => isPerson);
    const parties = row.parties.map(async ({ position, role, name, isPerson, provinceId }) => ({
      position,
      roleName: partyRuleOf(kind, role)?.name[locale] ?? role,
      name: isPerson && !row.isOwn ? mask.name(name) : name,
      province: provinceId === null ? null : await this.reference.findRegion(provinceId),
    }));
    return {
      id: row.id,
      agreementNumber: row.agreementNumber,
      kind: toAgreementKind(kind, locale),
      subKindName: kind.forms.find(({ code }) => code === row.subKind)?.name[locale] ?? null,
      state: row.state,
      title: isHidden ? kind.name[locale] : row.title,
      startsOn: row.startsOn,
      endsOn: row.endsOn,
      signedAt: row.signedAt,
      parties: await Promise.all(parties),
      isOwn: row.isOwn,
    };
  }

  private async provinceOf(code: string): Promise<string> {
    const field = ['filter', 'provinceCode'];
    const region = await this.reference.requireRegion(code, field);
    if (region.level !== 'PROVINCE') throw registryErrors.NOT_A_PROVINCE({ field });
    return region.id;
  }
}

function isSubKind(code: string): boolean {
  return AGREEMENT_KINDS.some(({ forms }) => forms.some((form) => form.code === code));
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}
