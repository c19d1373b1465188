import { BaseSequencer } from 'vitest/node';

/** Browser specs take longest; begun last, one of them would run on alone while the other process has nothing to do. */
export class BrowserFirst extends BaseSequencer {
  async sort(specs) {
    const sorted = await super.sort(specs);
    const isBrowser = ({ moduleId }) => moduleId.endsWith('.browser-spec.ts');
    return [...sorted.filter(isBrowser), ...sorted.filter((spec) => !isBrowser(spec))];
  }
}
