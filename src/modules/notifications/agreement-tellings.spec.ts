import { agreementCommented } from '../agreements/index.js';
import { AGREEMENT_TELLINGS } from './agreement-tellings.js';

const id = (n: number): string => `0199d0c4-0000-7000-8000-${String(n).padStart(12, '0')}`;

it('comments on clauses are told to those who are due to hear of them, with the names of all parties', () => {
  const telling = AGREEMENT_TELLINGS.find(({ event }) => event === agreementCommented);
  const payload = {
    agreementId: id(5),
    organisationIds: [id(6), id(7)],
    accountIds: [id(8)],
    toOrganisationIds: [id(7)],
    toAccountIds: [id(8)],
  };
  const params = { agreementId: id(5), partyIds: [id(6), id(7)] };
  const kind = 'AGREEMENT_COMMENTED';
  expect(telling?.notices(payload, { actorId: null })).toEqual([
    { kind, params, audience: { to: 'organisation', organisationId: id(7) } },
    { kind, params, audience: { to: 'account', accountId: id(8) } },
  ]);
});
