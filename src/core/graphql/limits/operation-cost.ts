import {
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE } from '../connection.js';

export type Variables = Readonly<Record<string, unknown>>;

/** Fields of a connection that hold one entry per row of the page. */
const PER_ROW = new Set(['edges', 'nodes']);

/** Costs of a selection: of what is there once, and of what is there for each row. */
type Costs = readonly [once: CostFunction, each: CostFunction];

/** Cost of an operation with the values of its variables. */
export type CostFunction = (variables: Variables) => number;

/**
 * Builds the cost of an operation: scalars 0, objects 1, a connection as many times its rows as it may return.
 * Fields with `first` that return a plain list count the same way. Built once per document; fragments are built once.
 */
export function operationCost(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): CostFunction {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION)
      fragments.set(definition.name.value, definition);
  const fragmentCosts = new Map<string, Costs>();
  const defaults = new Map(
    (operation.variableDefinitions ?? []).map((v) => [v.variable.name.value, v.defaultValue]),
  );

  /** `perRow`: the parent is a connection, whose entries are counted apart. */
  function ofSelections(set: SelectionSetNode, parent: GraphQLNamedType, perRow: boolean): Costs {
    const once: CostFunction[] = [];
    const each: CostFunction[] = [];
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        const cost = ofField(selection, parent);
        if (cost) (perRow && PER_ROW.has(selection.name.value) ? each : once).push(cost);
        continue;
      }
      const [a, b] =
        selection.kind === Kind.INLINE_FRAGMENT
          ? ofSelections(
              selection.selectionSet,
              typeOf(selection.typeCondition?.name.value) ?? parent,
              perRow,
            )
          : ofFragment(selection.name.value, perRow);
      once.push(a);
      each.push(b);
    }
    return [sum(once), sum(each)];
  }

  const typeOf = (name: string | undefined): GraphQLNamedType | undefined =>
    name === undefined ? undefined : schema.getType(name);

  function ofFragment(name: string, perRow: boolean): Costs {
    const fragment = fragments.get(name);
    const type = typeOf(fragment?.typeCondition.name.value);
    if (!fragment || !type) return [NOTHING, NOTHING];
    const key = `${name} ${perRow}`;
    let costs = fragmentCosts.get(key);
    if (!costs) fragmentCosts.set(key, (costs = ofSelections(fragment.selectionSet, type, perRow)));
    return costs;
  }

  function ofField(node: FieldNode, parent: GraphQLNamedType): CostFunction | null {
    if (node.name.value.startsWith('__')) return null;
    const field = fieldOf(parent, node.name.value);
    if (!field) return null;
    const type = getNamedType(field.type);
    if (!isCompositeType(type) || !node.selectionSet) return null;
    const paged = field.args.some((argument) => argument.name === 'first');
    const isConnection = paged && type.name.endsWith('Connection');
    const [once, each] = ofSelections(node.selectionSet, type, isConnection);
    if (!paged) return (variables) => 1 + once(variables);
    const rows = pageSize(node);
    return isConnection
      ? (variables) => 1 + once(variables) + rows(variables) * each(variables)
      : (variables) => rows(variables) * (1 + once(variables));
  }

  function pageSize(node: FieldNode): CostFunction {
    const value: ValueNode | undefined = node.arguments?.find(
      (a) => a.name.value === 'first',
    )?.value;
    if (!value) return () => DEFAULT_PAGE_SIZE;
    if (value.kind === Kind.INT) return constant(rowsOf(Number(value.value)));
    if (value.kind !== Kind.VARIABLE) return () => DEFAULT_PAGE_SIZE;
    const name = value.name.value;
    const fallback = defaults.get(name);
    const otherwise = fallback?.kind === Kind.INT ? Number(fallback.value) : DEFAULT_PAGE_SIZE;
    return (variables) => rowsOf(variables[name] ?? otherwise);
  }

  const root = schema.getRootType(operation.operation);
  if (!root) return NOTHING;
  return ofSelections(operation.selectionSet, root, false)[0];
}

const NOTHING: CostFunction = () => 0;
const constant =
  (value: number): CostFunction =>
  () =>
    value;

/** Sizes out of range are refused by the list itself with a message that says so; here they count as the largest. */
function rowsOf(value: unknown): number {
  const size = Number(value);
  return Number.isFinite(size) ? Math.min(Math.max(size, 1), MAX_PAGE_SIZE) : MAX_PAGE_SIZE;
}

/** Sums are memoised per set of variables, or fragments within fragments would be added up again and again. */
function sum(parts: readonly CostFunction[]): CostFunction {
  if (parts.length === 0) return NOTHING;
  const totals = new WeakMap<Variables, number>();
  return (variables) => {
    let total = totals.get(variables);
    if (total === undefined)
      totals.set(variables, (total = parts.reduce((all, part) => all + part(variables), 0)));
    return total;
  };
}

function fieldOf(
  parent: GraphQLNamedType,
  name: string,
): GraphQLField<unknown, unknown> | undefined {
  return isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
}
