-- Apart from what uses them: PostgreSQL lets new labels be used only after they are committed.
ALTER TYPE "agreement_state" ADD VALUE 'negotiating' BEFORE 'awaiting_signatures';
ALTER TYPE "agreement_state" ADD VALUE 'in_review' BEFORE 'awaiting_signatures';
