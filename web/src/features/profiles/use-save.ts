import { useAction } from '@/shared/graphql/action';
import type { Operation } from '@/shared/graphql/operation';

/** What follows from a change of the profile is asked for anew. */
export const PROFILE_QUERIES = ['MyProfile', 'MyJsonResume', 'MyRecommendations', 'Viewer'];

/** An action that changes the own profile. */
export function useSave<TData extends object, TVariables>(operation: Operation<TData, TVariables>) {
  return useAction(operation, { refreshes: PROFILE_QUERIES }).run;
}

/** What an empty field says: nothing, so that it clears what was there. */
export function orNull<TValue>(value: TValue | '' | null | undefined): TValue | null {
  return value === '' || value === undefined ? null : value;
}
