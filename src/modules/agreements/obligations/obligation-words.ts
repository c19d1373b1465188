import { metricOf } from './obligation-metrics.js';
import type { ObligationText } from './obligation.rules.js';

/** Obligations as the printed text says them, each with its number; the paper is in Chinese. */
export function obligationSentences(
  obligations: readonly ObligationText[],
  labelOf: (position: number) => string,
): string[] {
  return obligations.map(({ partyPosition, metric: code, quantity, dueOn, proof }, index) => {
    const { name, unit, records } = metricOf(code);
    const proved =
      proof === 'RECORDS' && records
        ? `以平台业务记录为准：${records['zh-CN']}`
        : '以双方登记且无异议的佐证为准';
    const amount = `${String(quantity)}${unit['zh-CN']}`;
    return `${String(index + 1)}. ${labelOf(partyPosition)}：${name['zh-CN']}${amount}，${dueOn}前完成；${proved}。`;
  });
}
