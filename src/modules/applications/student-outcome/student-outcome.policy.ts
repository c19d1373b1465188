import { holds, type Actor } from '../../../core/auth/index.js';
import { STUDENT_VIEW, type Affiliation } from '../../affiliations/index.js';

/** Account whose outcome the actor may see at this place: of a confirmed student, for the student's college. */
export function accountToSee(
  actor: Actor,
  { state, collegeId, accountId }: Affiliation,
): string | null {
  return state === 'CONFIRMED' && holds(actor, STUDENT_VIEW, collegeId) ? accountId : null;
}
