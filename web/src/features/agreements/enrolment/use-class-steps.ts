import { useQueryClient } from '@tanstack/react-query';
import {
  ConfirmOrderClassEnrolments,
  EnrolInOrderClass,
  RefuseOrderClassEnrolments,
  RemoveOrderClassEnrolments,
} from '@/graphql/generated/features/agreements/enrolment/enrolment';
import { ActionRefused, useAction, type UserError } from '@/shared/graphql/action';

const REFRESHES = ['OrderClassEnrolments', 'OrderClassCandidates', 'AgreementObligations'];

/** Why some of many students were refused, while the others were carried out; none where all were. */
export type Refusals = readonly UserError[];

/** Steps about many students: what is refused for one of them does not stop the others. */
export function useClassSteps(agreementId: string) {
  const client = useQueryClient();
  const enrol = useAction(EnrolInOrderClass, { refreshes: REFRESHES });
  const confirm = useAction(ConfirmOrderClassEnrolments, { refreshes: REFRESHES });
  const refuse = useAction(RefuseOrderClassEnrolments, { refreshes: REFRESHES });
  const remove = useAction(RemoveOrderClassEnrolments, { refreshes: REFRESHES });

  const each = async (run: () => Promise<unknown>): Promise<Refusals> => {
    try {
      await run();
      return [];
    } catch (error) {
      if (!(error instanceof ActionRefused) || !error.userErrors.every(isAboutOne)) throw error;
      await client.invalidateQueries({
        predicate: ({ queryKey }) => REFRESHES.includes(String(queryKey[0])),
      });
      return error.userErrors;
    }
  };
  return {
    enrol: (affiliationIds: readonly string[]) =>
      each(() => enrol.run({ agreementId, affiliationIds: [...affiliationIds] })),
    confirm: (enrolmentIds: readonly string[]) =>
      each(() => confirm.run({ agreementId, enrolmentIds: [...enrolmentIds] })),
    refuse: (enrolmentIds: readonly string[], reason: string) =>
      each(() => refuse.run({ agreementId, enrolmentIds: [...enrolmentIds], reason })),
    remove: (enrolmentIds: readonly string[], reason: string) =>
      each(() => remove.run({ agreementId, enrolmentIds: [...enrolmentIds], reason })),
  };
}

function isAboutOne({ field }: UserError): boolean {
  return (field?.length ?? 0) > 1;
}
