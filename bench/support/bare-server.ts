import { once } from 'node:events';
import { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import { fastify } from 'fastify';
import type { OrganisationsAnswer } from './organisations-query.js';

const SCHEMA = `
  type Query { organisations(first: Int! = 20, after: String): OrganisationConnection! }
  type OrganisationConnection { nodes: [Organisation!]! pageInfo: PageInfo! }
  type PageInfo { hasNextPage: Boolean! endCursor: String }
  type Organisation {
    id: ID! kind: String! name: String! unifiedSocialCreditCode: String! accountClass: String!
    standing: String! verifiedAt: String verifiedUntil: String address: String sizeBand: String
    website: String version: Int!
    region: Region industry: Industry contact: OrganisationContact viewerCan: OrganisationViewerCan!
  }
  type Region { code: String! name: String! fullName: String! }
  type Industry { code: String! name: String! }
  type OrganisationContact { name: String phone: String email: String }
  type OrganisationViewerCan { edit: Boolean! seeInternals: Boolean! suspend: Boolean! }
`;

// Apollo on Fastify with nothing around it, and the answer in memory.
const [answer] = (await once(process, 'message')) as [OrganisationsAnswer];
const server = new ApolloServer({
  typeDefs: SCHEMA,
  resolvers: { Query: { organisations: () => answer.organisations } },
});
await server.start();
const app = fastify();
app.route({ url: '/graphql', method: ['GET', 'POST'], handler: fastifyApolloHandler(server) });
const address = new URL(await app.listen({ port: 0, host: '127.0.0.1' }));
process.send?.({ kind: 'ready', port: Number(address.port) });
