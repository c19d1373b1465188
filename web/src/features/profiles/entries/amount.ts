/** A sum as people type or paste it (6,500 元, ６５００) as the API takes it, without fen where there are none. */
export function amountOf(typed: string): string {
  return typed
    .normalize('NFKC')
    .replace(/[\s,，¥￥\u5143]/g, '')
    .replace(/\.0{1,2}$/, '');
}

export function isAmount(typed: string): boolean {
  return /^\d{1,12}(\.\d{1,2})?$/.test(amountOf(typed));
}
