import { randomUUID } from 'node:crypto';

const ACCEPTED = /^[\w.:-]{8,64}$/;

/** The id a proxy or client gave the request, when it is short and plain; else a new one. */
export function requestIdFrom(header: string | readonly string[] | undefined): string {
  return typeof header === 'string' && ACCEPTED.test(header) ? header : randomUUID();
}
