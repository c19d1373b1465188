interface CalendarWords {
  starts(title: string): string;
  ends(title: string): string;
  due(party: string, quantity: number, unit: string, metric: string): string;
  note(number: string, title: string): string;
}

/** What the calendar of an agreement says. */
export const CALENDAR_WORDS: Readonly<Record<'zh-CN' | 'en', CalendarWords>> = {
  'zh-CN': {
    starts: (title) => `协议生效：${title}`,
    ends: (title) => `协议到期：${title}`,
    due: (party, quantity, unit, metric) => `${party}应完成：${metric} ${String(quantity)} ${unit}`,
    note: (number, title) => `${title}（${number}）`,
  },
  en: {
    starts: (title) => `Agreement begins: ${title}`,
    ends: (title) => `Agreement ends: ${title}`,
    due: (party, quantity, unit, metric) => `${party} owes: ${metric}, ${String(quantity)} ${unit}`,
    note: (number, title) => `${title} (${number})`,
  },
};
