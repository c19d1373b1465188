import type { z } from 'zod';

/** A kind of fact other modules may listen to: `<module>.<pastTense>` and what its payload looks like. */
export interface EventDefinition<Payload extends object = object> {
  readonly name: string;
  readonly schema: z.ZodType<Payload>;
}

/** What a listener learns besides the payload. */
export interface EventMeta {
  /** The same at every delivery of this event: the key to be idempotent with. */
  readonly eventId: string;
  readonly occurredAt: Date;
  /** Account or API key that caused it; null when the platform itself did. */
  readonly actorId: string | null;
  readonly requestId: string;
}

const NAME = /^[a-z][a-zA-Z0-9-]*\.[a-z][a-zA-Z0-9]*$/;
const declared = new Map<string, EventDefinition>();

/**
 * Declares an event in `x.events.ts`. The payload holds ids and the few fields that cannot be read later, never
 * personal data; it is stored as JSON, so instants travel as text.
 *
 *     export const applicationSubmitted = defineEvent(
 *       'applications.applicationSubmitted',
 *       z.object({ applicationId: z.uuid(), jobPostingId: z.uuid() }),
 *     );
 */
export function defineEvent<Payload extends object>(
  name: string,
  schema: z.ZodType<Payload>,
): EventDefinition<Payload> {
  if (!NAME.test(name)) throw new Error(`Event name ${name} is not <module>.<pastTense>`);
  if (declared.has(name)) throw new Error(`Event ${name} is declared twice`);
  const definition = { name, schema };
  declared.set(name, definition);
  return definition;
}

export function declaredEvents(): readonly EventDefinition[] {
  return [...declared.values()];
}

export function findEvent(name: string): EventDefinition | null {
  return declared.get(name) ?? null;
}
