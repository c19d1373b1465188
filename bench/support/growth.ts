/** Exponent of the growth of time with size: the slope of the line nearest to the points, both sides as logarithms. */
export function growth(points: readonly (readonly [size: number, ms: number])[]): number {
  const xs = points.map(([size]) => Math.log(size));
  const ys = points.map(([, ms]) => Math.log(ms));
  const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
  const [x, y] = [mean(xs), mean(ys)];
  const over = xs.reduce((sum, each, i) => sum + (each - x) * ((ys[i] ?? 0) - y), 0);
  return over / xs.reduce((sum, each) => sum + (each - x) ** 2, 0);
}

/** One thing of each so many, spread over all. */
export function everyNth<T>(of: readonly T[], share: number): T[] {
  return of.filter((_, i) => Math.floor(i / share) !== Math.floor((i - 1) / share));
}
