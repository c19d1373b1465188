import type { TestApp } from '../support/app.js';
import type { As } from '../support/client.js';

const SEARCH = /* GraphQL */ `
  query ($text: String, $filter: CandidateSearchFilter, $first: Int! = 20, $after: String) {
    searchCandidates(text: $text, filter: $filter, first: $first, after: $after) {
      nodes {
        id
        fullName
      }
      totalCount
      degraded
      isTruncated
      reading
      pageInfo {
        hasNextPage
        endCursor
      }
      facets {
        name
        values {
          value
          label
          count
        }
      }
    }
  }
`;

export interface FoundPeople {
  readonly nodes: readonly { readonly id: string; readonly fullName: string | null }[];
  readonly totalCount: number;
  readonly degraded: boolean;
  readonly isTruncated: boolean;
  readonly reading: string | null;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly facets: readonly {
    readonly name: string;
    readonly values: readonly {
      readonly value: string;
      readonly label: string;
      readonly count: number;
    }[];
  }[];
}

export interface SearchAsked {
  readonly text?: string;
  readonly filter?: object;
  readonly first?: number;
  readonly after?: string | null;
}

/** Asks as somebody and gives what was found. */
export async function findPeople(app: TestApp, as: As, asked: SearchAsked): Promise<FoundPeople> {
  const { data, errors } = await app.gql(SEARCH, { ...asked }, { as });
  if (errors) throw new Error(JSON.stringify(errors));
  return data.searchCandidates as FoundPeople;
}

/** The reason for which the search is refused. */
export async function refusal(app: TestApp, as: As, asked: SearchAsked): Promise<string> {
  const { data, errors } = await app.gql(SEARCH, { ...asked }, { as });
  if (!errors?.[0]) throw new Error(`Not refused: ${JSON.stringify(data)}`);
  const { reason, code } = errors[0].extensions;
  return String(reason ?? code);
}
