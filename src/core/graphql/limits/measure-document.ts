import {
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/** What a document asks for, whatever its variables say. */
export interface DocumentMeasure {
  /** Levels of fields, fragments expanded; introspection is measured apart. */
  readonly depth: number;
  readonly introspectionDepth: number;
  /** How often the field that is renamed most is renamed. */
  readonly aliases: number;
  readonly directives: number;
  readonly asksForSchema: boolean;
}

const isIntrospection = (field: FieldNode): boolean =>
  field.name.value === '__schema' || field.name.value === '__type';

/** Measures a validated document in one walk per fragment, so that nested fragments cannot make it explode. */
export function measureDocument(document: DocumentNode): DocumentMeasure {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION)
      fragments.set(definition.name.value, definition);

  const depths = new Map<string, { own: number; schema: number }>();
  const aliases = new Map<string, number>();
  let directives = 0;

  function walk(selectionSet: SelectionSetNode): { own: number; schema: number } {
    const deepest = { own: 0, schema: 0 };
    for (const selection of selectionSet.selections) {
      directives += selection.directives?.length ?? 0;
      let found = { own: 0, schema: 0 };
      if (selection.kind === Kind.FIELD) {
        const name = selection.name.value;
        if (selection.alias) aliases.set(name, (aliases.get(name) ?? 0) + 1);
        const below = selection.selectionSet ? walk(selection.selectionSet) : found;
        if (isIntrospection(selection))
          found = { own: 1, schema: 1 + Math.max(below.own, below.schema) };
        else found = { own: 1 + below.own, schema: below.schema };
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        found = walk(selection.selectionSet);
      } else {
        found = walkFragment(selection.name.value);
      }
      deepest.own = Math.max(deepest.own, found.own);
      deepest.schema = Math.max(deepest.schema, found.schema);
    }
    return deepest;
  }

  function walkFragment(name: string): { own: number; schema: number } {
    const known = depths.get(name);
    if (known) return known;
    const fragment = fragments.get(name);
    const found = fragment ? walk(fragment.selectionSet) : { own: 0, schema: 0 };
    depths.set(name, found);
    return found;
  }

  let depth = 0;
  let introspectionDepth = 0;
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    directives += definition.directives?.length ?? 0;
    const found = walk(definition.selectionSet);
    depth = Math.max(depth, found.own);
    introspectionDepth = Math.max(introspectionDepth, found.schema);
  }
  return {
    depth,
    introspectionDepth,
    aliases: Math.max(0, ...aliases.values()),
    directives,
    asksForSchema: introspectionDepth > 0,
  };
}
