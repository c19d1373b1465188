import {
  StudentOutcomeCounts,
  type AffiliationFilter,
  type StudentOutcomeCountsQuery,
  type StudentOutcomeStage,
} from '@/graphql/generated/features/affiliations/college/students';
import { useFormat } from '@/shared/format/use-format';
import { useOperation } from '@/shared/graphql/query';
import { useText } from '@/shared/i18n/messages';
import { outcomesMessages } from './outcomes.messages';

type Counts = StudentOutcomeCountsQuery['studentOutcomeCounts'];

/** Every outcome, the best first, with where its count stands. */
const FIGURES = [
  ['HIRED', 'hired'],
  ['OFFERED', 'offered'],
  ['APPLYING', 'applying'],
  ['NONE', 'none'],
] as const satisfies readonly (readonly [StudentOutcomeStage, keyof Counts])[];

export function stageOf(value: string | undefined): StudentOutcomeStage | null {
  return FIGURES.find(([stage]) => stage === value)?.[0] ?? null;
}

export interface StudentOutcomesProps {
  readonly collegeId: string;
  readonly filter: AffiliationFilter;
  readonly value: StudentOutcomeStage | null;
  readonly onChange: (stage: StudentOutcomeStage | null) => void;
}

/** How many confirmed students have come how far; pressing a figure shows them, pressing it again shows all. */
export function StudentOutcomes({ collegeId, filter, value, onChange }: StudentOutcomesProps) {
  const text = useText(outcomesMessages);
  const { number } = useFormat();
  const { data } = useOperation(StudentOutcomeCounts, { collegeId, filter });
  const counts = data?.studentOutcomeCounts;
  return (
    <section className="gq-students-outcomes" aria-labelledby="student-outcomes">
      <p id="student-outcomes">{text('caption')}</p>
      <div className="gq-students-figures">
        {FIGURES.map(([stage, name]) => (
          <button
            key={stage}
            type="button"
            aria-pressed={stage === value}
            onClick={() => onChange(stage === value ? null : stage)}
          >
            <span className="gq-students-figure">{counts ? number(counts[name]) : '–'}</span>
            <span>{text(`stage_${stage}`)}</span>
          </button>
        ))}
      </div>
    </section>
  );
}
