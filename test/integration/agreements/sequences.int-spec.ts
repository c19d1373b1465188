import fc from 'fast-check';
import { AgreementsModule } from '../../../src/modules/agreements/index.js';
import {
  AGREEMENT_COMMANDS,
  agreementSequence,
  playAgreementSequence,
} from '../../support/agreement-sequences.js';
import { createTestApp, type TestApp } from '../../support/app.js';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp({ modules: [AgreementsModule] });
});
afterAll(() => app.close());

describe('an agreement, whatever three parties do at the same instants', () => {
  // `npm run faults -- agreements` plays ten thousand.
  it('loses no signature, comes into no illegal state and takes effect only when all have signed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.infiniteStream(fc.nat(9_999)), async (numbers) => {
        const sequence = agreementSequence(() => Number(numbers.next().value) / 10_000);
        const { breaches } = await playAgreementSequence(app, sequence);
        expect(breaches).toEqual([]);
      }),
      { numRuns: 12, endOnFailure: true },
    );
  }, 120_000);

  it('is played with every command there is', () => {
    let seed = 1;
    const random = (): number => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
    const commands = new Set(Array.from({ length: 200 }, () => agreementSequence(random)).flat(2));
    expect([...commands].sort()).toEqual([...AGREEMENT_COMMANDS].sort());
  });
});
