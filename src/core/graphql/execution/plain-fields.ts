import {
  defaultFieldResolver,
  isIntrospectionType,
  isObjectType,
  type GraphQLFieldResolver,
  type GraphQLSchema,
} from 'graphql';

/**
 * The schema builder gives every plain field a resolver of its own. Taken away here where it only reads the property
 * of the same name, so that compiled operations read it directly; and `totalCount`, which may be a function, gets one.
 */
export function withPlainFields(schema: GraphQLSchema): GraphQLSchema {
  const roots = new Set([schema.getQueryType(), schema.getMutationType()]);
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || roots.has(type) || isIntrospectionType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      if (field.name === 'totalCount' && type.name.endsWith('Connection'))
        field.resolve = totalCount;
      else if (onlyReadsItsProperty(field.resolve, field.name)) delete field.resolve;
    }
  }
  return schema;
}

function onlyReadsItsProperty(
  resolve: GraphQLFieldResolver<unknown, unknown> | undefined,
  name: string,
): boolean {
  if (resolve?.name !== 'rootFieldResolver') return false;
  // It has neither middleware nor use for anything but the parent, so it may be asked what it does.
  const read = resolve as (parent: object) => unknown;
  const probe = {};
  return read({ [name]: probe }) === probe && read({}) === undefined;
}

const totalCount: GraphQLFieldResolver<{ totalCount?: unknown }, unknown> = (connection) =>
  typeof connection.totalCount === 'function'
    ? (connection.totalCount as () => unknown)()
    : (connection.totalCount ?? null);

/**
 * The resolver of plain fields in the executor. A property must hold its value, not a promise or function: compiled
 * operations read it as it is, so what would work only at first is refused at once.
 */
export const plainFieldResolver: GraphQLFieldResolver<unknown, unknown> = (
  parent,
  args,
  context,
  info,
) => {
  const value = (parent as Record<string, unknown> | null | undefined)?.[info.fieldName];
  if (
    typeof value === 'function' ||
    (typeof value === 'object' && value !== null && 'then' in value)
  )
    throw new Error(
      `${info.parentType.name}.${info.fieldName} holds a ${typeof value === 'function' ? 'function' : 'promise'}; give it a field resolver`,
    );
  return defaultFieldResolver(parent, args, context, info);
};
