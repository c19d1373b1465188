import { inputErrors } from '../../../core/errors/index.js';
import type { GivenObligation } from './obligation.inputs.js';
import { obligationErrors } from './obligation.errors.js';
import { findMetric } from './obligation-metrics.js';
import type { ObligationText } from './obligation.rules.js';

const FIELD = ['content', 'obligations'];

interface Frame {
  readonly parties: readonly { readonly role: string }[];
  readonly term: { readonly startsOn: string; readonly endsOn: string };
  /** Keys that earlier versions have. */
  readonly known: readonly string[];
}

/** Obligations of a new version from what was given; refuses what no party could owe or nobody could measure. */
export function obligationsFrom(
  given: readonly GivenObligation[],
  { parties, term, known }: Frame,
): ObligationText[] {
  const keys = given.flatMap(({ key }) => key ?? []);
  if (new Set(keys).size < keys.length || keys.some((key) => !known.includes(key))) {
    throw obligationErrors.KEY_UNKNOWN({ field: FIELD });
  }
  return given.map((obligation, index) => {
    const at = (name: string): string[] => [...FIELD, String(index), name];
    const { key, partyPosition, metric: code, quantity, dueOn } = obligation;
    const metric = findMetric(code);
    if (!metric) throw obligationErrors.METRIC_UNKNOWN({ field: at('metric') });
    const role = parties[partyPosition - 1]?.role;
    if (role === undefined || !metric.roles.includes(role)) {
      throw obligationErrors.PARTY_CANNOT_OWE({ field: at('partyPosition') });
    }
    const proof = obligation.proof ?? (metric.records ? 'RECORDS' : 'ENTRIES');
    if (proof === 'RECORDS' && !metric.records) {
      throw obligationErrors.METRIC_NOT_MEASURED({ field: at('proof') });
    }
    checkDue(dueOn, term, at('dueOn'));
    return { key: key ?? null, partyPosition, metric: code, quantity, dueOn, proof };
  });
}

/** Those of the version before, when an edit says nothing of them; refuses when the new term leaves one outside. */
export function keptObligations(
  kept: readonly ObligationText[],
  term: Frame['term'],
): readonly ObligationText[] {
  for (const { dueOn } of kept) checkDue(dueOn, term, FIELD);
  return kept;
}

function checkDue(dueOn: string, { startsOn, endsOn }: Frame['term'], field: string[]): void {
  if (Number.isNaN(Date.parse(dueOn))) throw inputErrors.MALFORMED({ field });
  if (dueOn < startsOn || dueOn > endsOn) {
    throw obligationErrors.DUE_OUTSIDE_TERM({ field, params: { startsOn, endsOn } });
  }
}
