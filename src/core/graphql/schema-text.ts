import { lexicographicSortSchema, printSchema, type GraphQLSchema } from 'graphql';

/** The schema as it stands in `schema.graphql`: sorted, so that a change shows as what it is. */
export function schemaText(schema: GraphQLSchema): string {
  return `${printSchema(lexicographicSortSchema(schema))}\n`;
}
