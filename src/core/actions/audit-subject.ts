import { isUuid } from '../clock/index.js';

export interface AuditSubject {
  readonly subjectType: string | null;
  readonly subjectId: string | null;
  readonly detail?: Readonly<Record<string, string>>;
}

/**
 * What an action was about, read from its answer: the id itself, or of an object of ids its `id`, else the first one,
 * whose key also says the type (`applicationId` → `application`).
 */
export function subjectOf(answer: string | object): AuditSubject {
  if (typeof answer === 'string') {
    return { subjectType: null, subjectId: isUuid(answer) ? answer : null };
  }
  const ids = Object.entries(answer).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && isUuid(entry[1]),
  );
  const first = ids.find(([key]) => key === 'id') ?? ids[0];
  if (!first) return { subjectType: null, subjectId: null };
  const [key, subjectId] = first;
  return {
    subjectType: key.length > 2 && key.endsWith('Id') ? key.slice(0, -2) : null,
    subjectId,
    ...(ids.length > 1 && { detail: Object.fromEntries(ids) }),
  };
}
