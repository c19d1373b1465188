import { readFileSync } from 'node:fs';
import { z } from 'zod';

const label = z.strictObject({ 'zh-CN': z.string().min(1), en: z.string().min(1) });
const code = z.string().regex(/^[A-Z][A-Z_]{1,39}$/);
const step = z.int().min(1).max(99);

const partyRule = z.strictObject({
  role: code,
  name: label,
  /** Kinds of organisations that may be the party; none: a person. */
  organisationKinds: z.array(code),
  min: z.int().min(0).max(10),
  max: z.int().min(1).max(10),
  /** Whose turns each such party has, unless the drafter says otherwise. */
  signatories: z.array(z.strictObject({ role: z.enum(['REVIEWER', 'SIGNATORY']), step })).min(1),
});

const kindRule = z.strictObject({
  code,
  prefix: z.string().regex(/^[A-Z]{2}$/),
  name: label,
  /** In one sentence, for whoever chooses among the kinds. */
  summary: label,
  forms: z.array(z.strictObject({ code, name: label, summary: label })),
  /** Whether an enterprise promises how many students it takes a year. */
  hasPromisedStudents: z.boolean().default(false),
  parties: z.array(partyRule).min(1),
  /** Roles that may draw one up. */
  drafters: z.array(code).min(1),
  /** Whether a one-time code is asked for at signing. */
  secondFactor: z.strictObject({ organisations: z.boolean(), persons: z.boolean() }),
  /** How long a turn lasts unless said. */
  turnDays: z.int().min(1).max(365),
  /** A person below that age signs only beside a guardian; null where no person signs. */
  guardian: z
    .strictObject({ underAge: z.int().min(1).max(30), source: z.string().min(1) })
    .nullable(),
  /** Says how a student works and is paid, and is held against the rules of internships. */
  hasInternship: z.boolean().default(false),
});

export type AgreementKindRules = z.output<typeof kindRule>;
export type PartyRule = z.output<typeof partyRule>;

const { kinds } = z
  .strictObject({ kinds: z.array(kindRule).min(1) })
  .parse(JSON.parse(readFileSync(new URL('agreement-kinds.json', import.meta.url), 'utf8')));

/** Kinds of agreements: data, not code paths. */
export const AGREEMENT_KINDS: readonly AgreementKindRules[] = kinds;

const byCode = new Map(kinds.map((kind) => [kind.code, kind]));

/** Null for a code nobody knows. */
export function findKind(kindCode: string): AgreementKindRules | null {
  return byCode.get(kindCode) ?? null;
}

/** Of an agreement there is; kinds are never taken out of the file while there are some. */
export function kindOf(kindCode: string): AgreementKindRules {
  const kind = byCode.get(kindCode);
  if (!kind) throw new Error(`Agreements of the kind ${kindCode} are not described`);
  return kind;
}

/** The rule of a role of the kind. */
export function partyRuleOf(kind: AgreementKindRules, role: string): PartyRule | null {
  return kind.parties.find((party) => party.role === role) ?? null;
}
