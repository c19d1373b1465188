/** Rows of the design matrix with what came of them, and the weights they are pulled to. */
export interface LogisticProblem {
  readonly rows: readonly Float64Array[];
  readonly isPositive: readonly boolean[];
  /** What the coefficients are drawn to; the intercept is free. */
  readonly prior: Float64Array;
  /** How strongly, in rows: the penalty is half of it times the squared distance. */
  readonly strength: number;
}

export interface LogisticFit {
  readonly intercept: number;
  /** None below 0. */
  readonly coefficients: Float64Array;
}

const ROUNDS = 60;
const SWEEPS = 200;
const CLOSE = 1e-9;
const HALVINGS = 30;

/**
 * Logistic regression with coefficients of at least 0, drawn to a prior (ridge). Newton's method, each step a small
 * quadratic programme solved by coordinate descent; the loss is convex, so the outcome does not depend on the start.
 */
export function fitLogistic(problem: LogisticProblem): LogisticFit {
  // The intercept stands behind the coefficients.
  let point = Float64Array.of(...problem.prior, logOdds(problem.isPositive));
  let loss = lossAt(problem, point);
  for (let round = 0; round < ROUNDS; round++) {
    const target = newtonTarget(problem, point);
    let step = 1;
    let next = towards(point, target, step);
    let nextLoss = lossAt(problem, next);
    for (let i = 0; i < HALVINGS && nextLoss > loss; i++) {
      step /= 2;
      next = towards(point, target, step);
      nextLoss = lossAt(problem, next);
    }
    const gained = loss - nextLoss;
    if (!(gained > 0)) break;
    point = next;
    loss = nextLoss;
    if (gained < CLOSE) break;
  }
  const size = problem.prior.length;
  return { intercept: at(point, size), coefficients: point.slice(0, size) };
}

/** Probability of a positive outcome. */
export function probability({ intercept, coefficients }: LogisticFit, row: Float64Array): number {
  let sum = intercept;
  for (let i = 0; i < row.length; i++) sum += at(coefficients, i) * at(row, i);
  return sigmoid(sum);
}

function lossAt(problem: LogisticProblem, point: Float64Array): number {
  const { rows, isPositive, prior, strength } = problem;
  let loss = 0;
  for (const [r, row] of rows.entries()) {
    const z = linear(point, row);
    loss += Math.max(z, 0) - (isPositive[r] ? z : 0) + Math.log1p(Math.exp(-Math.abs(z)));
  }
  for (let i = 0; i < prior.length; i++)
    loss += (strength / 2) * (at(point, i) - at(prior, i)) ** 2;
  return loss;
}

/** Where the quadratic approximation at the point is least, without negative coefficients. */
function newtonTarget(problem: LogisticProblem, point: Float64Array): Float64Array {
  const { rows, isPositive, prior, strength } = problem;
  const size = point.length;
  const gradient = new Float64Array(size);
  const hessian = new Float64Array(size * size);
  const full = new Float64Array(size).fill(1);
  for (const [r, row] of rows.entries()) {
    full.set(row);
    const chance = sigmoid(linear(point, row));
    const residual = chance - (isPositive[r] ? 1 : 0);
    const curvature = Math.max(chance * (1 - chance), 1e-12);
    for (let i = 0; i < size; i++) {
      const value = at(full, i);
      if (value === 0) continue;
      gradient[i] = at(gradient, i) + residual * value;
      for (let j = 0; j <= i; j++) {
        hessian[i * size + j] = at(hessian, i * size + j) + curvature * value * at(full, j);
      }
    }
  }
  for (let i = 0; i < prior.length; i++) {
    gradient[i] = at(gradient, i) + strength * (at(point, i) - at(prior, i));
    hessian[i * size + i] = at(hessian, i * size + i) + strength;
  }
  return descend(gradient, hessian, point);
}

function descend(gradient: Float64Array, hessian: Float64Array, point: Float64Array): Float64Array {
  const size = point.length;
  const entry = (i: number, j: number): number =>
    at(hessian, Math.max(i, j) * size + Math.min(i, j));
  const target = point.slice();
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    let moved = 0;
    for (let i = 0; i < size; i++) {
      let slope = at(gradient, i);
      for (let j = 0; j < size; j++) slope += entry(i, j) * (at(target, j) - at(point, j));
      const free = at(target, i) - slope / (entry(i, i) || 1);
      const next = i === size - 1 ? free : Math.max(0, free);
      moved = Math.max(moved, Math.abs(next - at(target, i)));
      target[i] = next;
    }
    if (moved < 1e-12) break;
  }
  return target;
}

function towards(from: Float64Array, to: Float64Array, step: number): Float64Array<ArrayBuffer> {
  return Float64Array.from(from, (value, i) => value + step * (at(to, i) - value));
}

function linear(point: Float64Array, row: Float64Array): number {
  let sum = at(point, row.length);
  for (let i = 0; i < row.length; i++) sum += at(point, i) * at(row, i);
  return sum;
}

function logOdds(isPositive: readonly boolean[]): number {
  const positives = isPositive.filter(Boolean).length;
  return Math.log((positives + 0.5) / (isPositive.length - positives + 0.5));
}

function sigmoid(z: number): number {
  return 1 / (1 + Math.exp(-z));
}

function at(values: Float64Array, i: number): number {
  return values[i] ?? 0;
}
