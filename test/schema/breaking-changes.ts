import {
  BreakingChangeType,
  findBreakingChanges,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  type GraphQLSchema,
} from 'graphql';

/** A part of the schema that can be deprecated, as messages name it: `Query.it`, `Kind.OLD`, `Query.it(old:)`. */
interface Member {
  readonly name: string;
  readonly deprecationReason: string | null | undefined;
  /** Named type it has or takes; null for enum values. */
  readonly type: string | null;
}

const REMOVAL_DAY = /\bRemoved after (\d{4})-(\d{2})(?:-(\d{2}))?\.$/;

/** First instant at which what the reason announces may be done; null when it names no day or month. */
export function removableFrom(reason: string | null | undefined): Date | null {
  const found = REMOVAL_DAY.exec(reason ?? '');
  if (!found) return null;
  const [year, month] = [Number(found[1]), Number(found[2])];
  return found[3] === undefined
    ? new Date(Date.UTC(year, month, 1))
    : new Date(Date.UTC(year, month - 1, Number(found[3]) + 1));
}

/** Deprecations that do not say until when the deprecated part stays. */
export function undatedDeprecations(schema: GraphQLSchema): string[] {
  return membersOf(schema)
    .filter(({ deprecationReason: reason }) => reason != null && removableFrom(reason) === null)
    .map(({ name }) => `${name} is deprecated without "Removed after YYYY-MM."`);
}

/** What clients of the baseline can no longer do, except with parts whose announced end has passed. */
export function breakingChanges(
  baseline: GraphQLSchema,
  current: GraphQLSchema,
  now: Date,
): string[] {
  const members = membersOf(baseline);
  const isOver = ({ deprecationReason }: Member): boolean => {
    const from = removableFrom(deprecationReason);
    return from !== null && from <= now;
  };
  const ended = new Set(members.filter(isOver).map(({ name }) => name));
  return findBreakingChanges(baseline, current)
    .filter(({ type, description }) => {
      const removed = removedName(type, description);
      if (removed === null) return true;
      if (type !== BreakingChangeType.TYPE_REMOVED) return !ended.has(removed);
      // A type goes with the last part that has it.
      const uses = members.filter((member) => member.type === removed);
      return uses.length === 0 || !uses.every(isOver);
    })
    .map(({ description }) => description);
}

/** The member whose removal a change tells; null when it tells something else. */
function removedName(type: BreakingChangeType, description: string): string | null {
  const names = description.match(/\w+(?:\.\w+)?/g) ?? [];
  if (type === BreakingChangeType.VALUE_REMOVED_FROM_ENUM)
    return `${names.at(-1) ?? ''}.${names[0] ?? ''}`;
  if (type === BreakingChangeType.ARG_REMOVED) return `${names[0] ?? ''}(${names[2] ?? ''}:)`;
  const isRemoval =
    type === BreakingChangeType.TYPE_REMOVED || type === BreakingChangeType.FIELD_REMOVED;
  return isRemoval ? (names[0] ?? null) : null;
}

function membersOf(schema: GraphQLSchema): Member[] {
  return Object.values(schema.getTypeMap()).flatMap((type): Member[] => {
    if (isIntrospectionType(type)) return [];
    const of = (name: string): string => `${type.name}.${name}`;
    if (isEnumType(type))
      return type
        .getValues()
        .map(({ name, deprecationReason }) => ({ name: of(name), deprecationReason, type: null }));
    if (isInputObjectType(type))
      return Object.values(type.getFields()).map(({ name, deprecationReason, type: taken }) => ({
        name: of(name),
        deprecationReason,
        type: getNamedType(taken).name,
      }));
    if (!isObjectType(type) && !isInterfaceType(type)) return [];
    return Object.values(type.getFields()).flatMap((field) => [
      {
        name: of(field.name),
        deprecationReason: field.deprecationReason,
        type: getNamedType(field.type).name,
      },
      ...field.args.map((argument) => ({
        name: `${of(field.name)}(${argument.name}:)`,
        deprecationReason: argument.deprecationReason,
        type: getNamedType(argument.type).name,
      })),
    ]);
  });
}
