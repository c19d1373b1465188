/** A list of organisations with their relations, as the portal's directory asks for it. */
export const ORGANISATIONS_QUERY = `query Organisations($first: Int!, $after: String) {
  organisations(first: $first, after: $after) {
    nodes {
      id kind name unifiedSocialCreditCode accountClass standing verifiedAt verifiedUntil address
      sizeBand website version
      region { code name fullName }
      industry { code name }
      contact { name phone email }
      viewerCan { edit seeInternals suspend }
    }
    pageInfo { hasNextPage endCursor }
  }
}`;

export const PAGE_SIZE = 20;

export interface OrganisationsAnswer {
  readonly organisations: {
    readonly nodes: readonly OrganisationNode[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

export interface OrganisationNode {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly unifiedSocialCreditCode: string;
  readonly accountClass: string;
  readonly standing: string;
  readonly verifiedAt: string | null;
  readonly verifiedUntil: string | null;
  readonly address: string | null;
  readonly sizeBand: string | null;
  readonly website: string | null;
  readonly version: number;
  readonly region: {
    readonly code: string;
    readonly name: string;
    readonly fullName: string;
  } | null;
  readonly industry: { readonly code: string; readonly name: string } | null;
  readonly contact: {
    readonly name: string | null;
    readonly phone: string | null;
    readonly email: string | null;
  } | null;
  readonly viewerCan: {
    readonly edit: boolean;
    readonly seeInternals: boolean;
    readonly suspend: boolean;
  };
}

export function organisationsRequest(after: string | null = null): string {
  return JSON.stringify({ query: ORGANISATIONS_QUERY, variables: { first: PAGE_SIZE, after } });
}

/** What the stock server is sent: the answer, and the statements when it is to read the rows itself. */
export interface StockData {
  readonly answer: OrganisationsAnswer;
  readonly statements?: readonly { readonly text: string; readonly values: unknown[] }[];
}
