import { isUuid } from '../../../core/clock/index.js';
import { stableId } from './stable-id.js';

describe('stableId', () => {
  it('gives a key the same id for ever', () => {
    expect(stableId('region:320506')).toBe('029ed4fd-eb2c-59d1-a101-766e48eaaf41');
    expect(stableId('region:suzhou-industrial-park')).toBe('24b3f57c-5ecd-58ce-8c9b-7c915b6dfc15');
  });

  it('is a UUID of version 5', () => {
    expect(isUuid(stableId('college:4111010001'))).toBe(true);
    expect(stableId('college:4111010001')[14]).toBe('5');
  });
});
