import type { Type } from '@nestjs/common';
import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';

export const DEFAULT_PAGE_SIZE = 20;
export const MAX_PAGE_SIZE = 100;

/** Arguments of every list. The size is checked where the page is read, so that the refusal is a catalogued one. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, {
    defaultValue: DEFAULT_PAGE_SIZE,
    description: 'How many entries to return, 1 to 100.',
  })
  first: number = DEFAULT_PAGE_SIZE;

  @Field(() => String, {
    nullable: true,
    description: 'Cursor after which the page starts; the beginning when left out.',
  })
  after?: string | null;
}

@ObjectType({ description: 'Where a page stands in its list.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether entries follow this page.' })
  hasNextPage!: boolean;

  @Field(() => Boolean, {
    description: 'Whether the page was asked for with a cursor, so that entries stand before it.',
  })
  hasPreviousPage!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Cursor of the first entry; null on an empty page.',
  })
  startCursor!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Cursor of the last entry; null on an empty page.',
  })
  endCursor!: string | null;
}

export interface Edge<T> {
  cursor: string;
  node: T;
}

export interface Connection<T> {
  edges: Edge<T>[];
  nodes: T[];
  pageInfo: PageInfo;
  /** A function is called only when the field was asked for. */
  totalCount?: number | null | (() => Promise<number>);
}

type EdgeClass<T> = abstract new () => Edge<T>;
type ConnectionClass<T> = abstract new () => Connection<T>;

const edgeClasses = new Map<unknown, EdgeClass<unknown>>();

function edgeOf<T>(node: Type<T>): EdgeClass<T> {
  const known = edgeClasses.get(node);
  if (known) return known as EdgeClass<T>;

  @ObjectType(`${node.name}Edge`, { description: `An entry of a list of ${node.name}.` })
  abstract class EdgeOfNode implements Edge<T> {
    @Field(() => String, { description: 'Cursor of the entry, to continue the list after it.' })
    cursor!: string;

    @Field(() => node, { description: 'The entry itself.' })
    node!: T;
  }
  edgeClasses.set(node, EdgeOfNode);
  return EdgeOfNode;
}

/**
 * Base class of a Relay connection:
 *
 *     @ObjectType({ description: 'A page of organisations.' })
 *     export class OrganisationConnection extends ConnectionOf(Organisation) {}
 */
export function ConnectionOf<T>(node: Type<T>): ConnectionClass<T> {
  const edge = edgeOf(node);

  @ObjectType({ isAbstract: true })
  abstract class ConnectionOfNode implements Connection<T> {
    @Field(() => [edge], { description: 'Entries of the page with their cursors.' })
    edges!: Edge<T>[];

    @Field(() => [node], { description: 'Entries of the page without cursors.' })
    nodes!: T[];

    @Field(() => PageInfo, { description: 'Where the page stands in the list.' })
    pageInfo!: PageInfo;

    @Field(() => Int, {
      nullable: true,
      description:
        'Entries in the whole list; counted only when asked for, null where it is not known.',
    })
    totalCount?: number | null | (() => Promise<number>);
  }
  return ConnectionOfNode;
}
