import {
  CollegeStudents,
  StudentsByOutcome,
  type AffiliationFilter,
  type StudentListFragment,
  type StudentOutcomeStage,
} from '@/graphql/generated/features/affiliations/college/students';
import { usePages, type Pages } from '@/shared/graphql/pages';

export type Student = StudentListFragment['nodes'][number];

export interface StudentsAsked {
  readonly collegeId: string;
  readonly filter: AffiliationFilter;
  /** Only confirmed students who have come so far; null for all. */
  readonly stage: StudentOutcomeStage | null;
  readonly isSeen: boolean;
}

/** Students of the college, or those of one outcome. */
export function useStudents(props: StudentsAsked): Pages<unknown, Student> {
  const { collegeId, filter, stage, isSeen } = props;
  const asked = { collegeId, filter, first: 50 };
  const all = usePages(CollegeStudents, asked, ({ affiliations }) => affiliations, {
    enabled: isSeen && stage === null,
  });
  const some = usePages(
    StudentsByOutcome,
    { ...asked, stage: stage ?? 'HIRED' },
    ({ studentsByOutcome }) => studentsByOutcome,
    { enabled: isSeen && stage !== null },
  );
  return stage === null ? all : some;
}
