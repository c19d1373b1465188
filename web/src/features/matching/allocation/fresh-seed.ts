import { today } from '@/shared/format/days';

/** Nobody can have chosen it to suit somebody: the day, and eight digits drawn here. */
export function freshSeed(): string {
  const [drawn = 0] = crypto.getRandomValues(new Uint32Array(1));
  return `${today()}-${String(drawn % 100_000_000).padStart(8, '0')}`;
}
