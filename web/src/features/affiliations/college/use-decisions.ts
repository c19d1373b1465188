import { useQueryClient } from '@tanstack/react-query';
import {
  ConfirmAffiliations,
  EndAffiliations,
  RefuseAffiliations,
} from '@/graphql/generated/features/affiliations/college/students';
import { ActionRefused, useAction, type UserError } from '@/shared/graphql/action';

export type Decision = 'confirm' | 'refuse' | 'end';

export interface Decided {
  readonly done: number;
  /** Why some were not carried out. */
  readonly refusals: readonly UserError[];
}

const REFRESHES = [
  'CollegeStudents',
  'StudentsByOutcome',
  'StudentCounts',
  'StudentOutcomeCounts',
  'Student',
];

/** Decides about many students: what is refused for one of them does not stop the others. */
export function useDecisions() {
  const client = useQueryClient();
  const confirm = useAction(ConfirmAffiliations, { refreshes: REFRESHES });
  const refuse = useAction(RefuseAffiliations, { refreshes: REFRESHES });
  const end = useAction(EndAffiliations, { refreshes: REFRESHES });

  return async (
    decision: Decision,
    affiliationIds: readonly string[],
    reason: string,
  ): Promise<Decided> => {
    try {
      if (decision === 'confirm') await confirm.run({ affiliationIds });
      else if (decision === 'refuse') await refuse.run({ affiliationIds, reason });
      else await end.run({ affiliationIds, reason: reason === '' ? null : reason });
      return { done: affiliationIds.length, refusals: [] };
    } catch (error) {
      if (!(error instanceof ActionRefused) || !error.userErrors.every(isAboutOne)) throw error;
      await client.invalidateQueries({
        predicate: ({ queryKey }) => REFRESHES.includes(String(queryKey[0])),
      });
      const places = new Set(error.userErrors.map(({ field }) => field?.[1]));
      return { done: affiliationIds.length - places.size, refusals: error.userErrors };
    }
  };
}

function isAboutOne({ field }: UserError): boolean {
  return field?.[0] === 'affiliationIds' && field.length > 1;
}
