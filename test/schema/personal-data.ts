import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';

const SCHEMA_FOLDER = resolve(import.meta.dirname, '../../prisma/schema');

export interface Column {
  readonly model: string;
  readonly field: string;
  /** Carries `/// @pii`, in the lines right above it or at its end. */
  readonly isMarked: boolean;
  /** Carries `/// not personal: reason`. */
  readonly isExempt: boolean;
  readonly isRelation: boolean;
}

export interface Model {
  readonly name: string;
  /** Module whose schema file it stands in. */
  readonly module: string;
  readonly columns: readonly Column[];
}

export function readModels(): Model[] {
  return readdirSync(SCHEMA_FOLDER)
    .filter((name) => name.endsWith('.prisma'))
    .flatMap((name) =>
      parseModels(name.replace('.prisma', ''), readFileSync(join(SCHEMA_FOLDER, name), 'utf8')),
    );
}

const SCALARS = /^(String|Int|BigInt|Float|Decimal|Boolean|DateTime|Json|Bytes)(\[\]|\?)?$/;

/** Models of a Prisma schema with what stands in the comments of their columns. */
export function parseModels(module: string, text: string): Model[] {
  const models: Model[] = [];
  let model: { name: string; module: string; columns: Column[] } | null = null;
  let comment = '';
  const enums = new Set([...text.matchAll(/^enum (\w+)/gm)].map(([, name]) => name));
  for (const line of text.split('\n')) {
    const start = /^model (\w+) \{/.exec(line);
    if (start) {
      models.push((model = { name: start[1] ?? '', module, columns: [] }));
      comment = '';
    } else if (line.startsWith('}')) model = null;
    else if (!model) continue;
    else if (/^\s*\/\/\//.test(line)) comment += line;
    else {
      const field = /^\s+(\w+)\s+(\S+)/.exec(line);
      if (field && !line.trim().startsWith('@@')) {
        const said = comment + (/\/\/\/.*$/.exec(line)?.[0] ?? '');
        const type = field[2] ?? '';
        model.columns.push({
          model: model.name,
          field: field[1] ?? '',
          isMarked: said.includes('@pii'),
          isExempt: /not personal:\s*\S/.test(said),
          isRelation:
            !SCALARS.test(type) &&
            !enums.has(type.replace(/[?[\]]/g, '')) &&
            /@relation|\[\]/.test(line),
        });
      }
      comment = '';
    }
  }
  return models;
}

/** Names that are about a person wherever they stand. */
const ALWAYS =
  /(phone|mobile|e?mail|birth|idNumber|identityNumber|idCard|passport|wechat|bankAccount|hukou|ethnic|gender|photo|contactName|contactPerson|realName|legalName|studentNumber|emergencyContact|disability|clientAddress|ipAddress|userAgent|deviceName)/i;
/** Names that are about a person where the table is about persons. */
const ON_PERSONS =
  /^(name|displayName|fullName|firstName|lastName|address|contact|nationality|age|sex|headline|summary|note|notes)$/;
/** Facts about such a value: when it was checked, how many there are, whether it is shown. */
const ABOUT =
  /(At|On|Count|Id|State|Kind|Purpose|VerifiedAt|Visibility|Channel)$|^(has|is|shows|wants)[A-Z]/;
const PERSON_TABLE =
  /^(Account|JobSeeker|Resume|Profile(?!Skill|Certificate)|Education(?!Level)|Experience|Student|Roster|OrganisationMember|OrganisationInvitation|Affiliation|BatchMember|Stay|Participant|Candidate|Session|OneTimeCode|DataExport)/;

/** Columns that look personal and are not marked. */
export function unmarked(models: readonly Model[]): string[] {
  return models.flatMap(({ name, columns }) =>
    columns
      .filter((column) => !column.isRelation && !column.isMarked && !column.isExempt)
      .filter(({ field }) => !ABOUT.test(field))
      .filter(
        ({ field }) => ALWAYS.test(field) || (PERSON_TABLE.test(name) && ON_PERSONS.test(field)),
      )
      .map(({ field }) => `${name}.${field}`),
  );
}

/** Names of marked columns, as a payload would call them, with the modules that have one. */
export function personalNames(models: readonly Model[]): Map<string, Set<string>> {
  const names = new Map<string, Set<string>>();
  for (const { module, columns } of models)
    for (const { field, isMarked } of columns)
      if (isMarked) names.set(field, (names.get(field) ?? new Set()).add(module));
  return names;
}

/** Keys at any depth of what a zod schema takes. */
export function keysOf(schema: unknown): string[] {
  if (schema instanceof z.ZodObject) {
    const shape = schema.shape as Record<string, unknown>;
    return Object.entries(shape).flatMap(([key, value]) => [key, ...keysOf(value)]);
  }
  if (schema instanceof z.ZodArray) return keysOf(schema.element);
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault
  )
    return keysOf(schema.unwrap());
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(keysOf);
  if (schema instanceof z.ZodIntersection)
    return [...keysOf(schema.def.left), ...keysOf(schema.def.right)];
  if (schema instanceof z.ZodRecord) return keysOf(schema.valueType);
  if (schema instanceof z.ZodPipe) return [...keysOf(schema.in), ...keysOf(schema.out)];
  return [];
}

/**
 * Personal values among the keys of declared payloads (`<module>.<name>`): names that say so themselves anywhere, and
 * in payloads of a module also the plainer names of its own marked columns.
 */
export function personalKeys(
  payloads: readonly { readonly name: string; readonly schema: unknown }[],
  personal: ReadonlyMap<string, ReadonlySet<string>>,
): string[] {
  return payloads.flatMap(({ name, schema }) => {
    const module = name.split('.')[0] ?? '';
    return keysOf(schema)
      .filter((key) => ALWAYS.test(key) || ON_PERSONS.test(key) || personal.get(key)?.has(module))
      .filter((key) => !ABOUT.test(key))
      .map((key) => `${name} carries ${key}`);
  });
}

/** Marked names among the properties that a search document declares or sets. */
export function personalProperties(
  path: string,
  text: string,
  personal: ReadonlyMap<string, unknown>,
): string[] {
  const names = new Set(
    [...text.matchAll(/^\s+(?:readonly\s+)?(\w+)(?:\??:|,$)/gm)].map(([, name]) => name ?? ''),
  );
  return [...names]
    .filter((name) => (personal.has(name) || ALWAYS.test(name)) && !ABOUT.test(name))
    .map((name) => `${path} indexes ${name}`);
}
