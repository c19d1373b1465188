-- CreateEnum
CREATE TYPE "allocation_run_state" AS ENUM ('draft', 'running', 'previewed', 'committed', 'discarded', 'undone');

-- CreateEnum
CREATE TYPE "allocation_mode" AS ENUM ('stable', 'best_total');

-- CreateTable
CREATE TABLE "allocation_runs" (
    "id" UUID NOT NULL,
    "bureau_id" UUID NOT NULL,
    "mode" "allocation_mode" NOT NULL,
    "seed" TEXT NOT NULL,
    "college_id" UUID,
    "college_maximum" INTEGER,
    "is_whole_region" BOOLEAN NOT NULL,
    "state" "allocation_run_state" NOT NULL DEFAULT 'draft',
    "people_count" INTEGER NOT NULL DEFAULT 0,
    "report" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "pk_allocation_runs" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "allocation_run_postings" (
    "allocation_run_id" UUID NOT NULL,
    "job_posting_id" UUID NOT NULL,
    "seats" INTEGER,
    "filled" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "pk_allocation_run_postings" PRIMARY KEY ("allocation_run_id","job_posting_id")
);

-- CreateTable
CREATE TABLE "allocation_run_people" (
    "allocation_run_id" UUID NOT NULL,
    "profile_id" UUID NOT NULL,
    "college_id" UUID,
    "wished_job_posting_ids" UUID[],
    "scores" INTEGER[],

    CONSTRAINT "pk_allocation_run_people" PRIMARY KEY ("allocation_run_id","profile_id")
);

-- CreateTable
CREATE TABLE "allocation_run_assignments" (
    "id" UUID NOT NULL,
    "allocation_run_id" UUID NOT NULL,
    "profile_id" UUID NOT NULL,
    "job_posting_id" UUID NOT NULL,
    "rank" INTEGER NOT NULL,
    "score" INTEGER NOT NULL,

    CONSTRAINT "pk_allocation_run_assignments" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "allocation_run_history" (
    "id" UUID NOT NULL,
    "allocation_run_id" UUID NOT NULL,
    "from_state" "allocation_run_state",
    "to_state" "allocation_run_state" NOT NULL,
    "transition" TEXT NOT NULL,
    "actor_id" UUID,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "pk_allocation_run_history" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ix_allocation_runs_bureau" ON "allocation_runs"("bureau_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "ix_allocation_runs_college" ON "allocation_runs"("college_id");

-- CreateIndex
CREATE INDEX "ix_allocation_run_postings_job_posting" ON "allocation_run_postings"("job_posting_id");

-- CreateIndex
CREATE INDEX "ix_allocation_run_people_profile" ON "allocation_run_people"("profile_id");

-- CreateIndex
CREATE INDEX "ix_allocation_run_assignments_posting" ON "allocation_run_assignments"("allocation_run_id", "job_posting_id");

-- CreateIndex
CREATE INDEX "ix_allocation_run_assignments_profile" ON "allocation_run_assignments"("profile_id");

-- CreateIndex
CREATE INDEX "ix_allocation_run_assignments_job_posting" ON "allocation_run_assignments"("job_posting_id");

-- CreateIndex
CREATE UNIQUE INDEX "uq_allocation_run_assignments_person" ON "allocation_run_assignments"("allocation_run_id", "profile_id");

-- CreateIndex
CREATE INDEX "ix_allocation_run_history_run" ON "allocation_run_history"("allocation_run_id", "occurred_at");

-- AddForeignKey
ALTER TABLE "allocation_runs" ADD CONSTRAINT "fk_allocation_runs_bureau" FOREIGN KEY ("bureau_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "allocation_runs" ADD CONSTRAINT "fk_allocation_runs_college" FOREIGN KEY ("college_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "allocation_run_postings" ADD CONSTRAINT "fk_allocation_run_postings_run" FOREIGN KEY ("allocation_run_id") REFERENCES "allocation_runs"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "allocation_run_postings" ADD CONSTRAINT "fk_allocation_run_postings_job_posting" FOREIGN KEY ("job_posting_id") REFERENCES "job_postings"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "allocation_run_people" ADD CONSTRAINT "fk_allocation_run_people_run" FOREIGN KEY ("allocation_run_id") REFERENCES "allocation_runs"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "allocation_run_people" ADD CONSTRAINT "fk_allocation_run_people_profile" FOREIGN KEY ("profile_id") REFERENCES "job_seeker_profiles"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "allocation_run_assignments" ADD CONSTRAINT "fk_allocation_run_assignments_person" FOREIGN KEY ("allocation_run_id", "profile_id") REFERENCES "allocation_run_people"("allocation_run_id", "profile_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "allocation_run_assignments" ADD CONSTRAINT "fk_allocation_run_assignments_posting" FOREIGN KEY ("allocation_run_id", "job_posting_id") REFERENCES "allocation_run_postings"("allocation_run_id", "job_posting_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "allocation_run_history" ADD CONSTRAINT "fk_allocation_run_history_run" FOREIGN KEY ("allocation_run_id") REFERENCES "allocation_runs"("id") ON DELETE CASCADE ON UPDATE CASCADE;



ALTER TABLE "allocation_runs"
  ADD CONSTRAINT "ck_allocation_runs_seed" CHECK (length(btrim("seed")) BETWEEN 1 AND 100),
  ADD CONSTRAINT "ck_allocation_runs_college_maximum" CHECK ("college_maximum" >= 0),
  ADD CONSTRAINT "ck_allocation_runs_people_count" CHECK ("people_count" >= 0),
  ADD CONSTRAINT "ck_allocation_runs_report"
    CHECK ("state" NOT IN ('previewed', 'committed', 'undone') OR "report" IS NOT NULL);

ALTER TABLE "allocation_run_postings"
  ADD CONSTRAINT "ck_allocation_run_postings_filled"
    CHECK ("filled" >= 0 AND "filled" <= coalesce("seats", 0)),
  ADD CONSTRAINT "ck_allocation_run_postings_seats" CHECK ("seats" >= 0);

ALTER TABLE "allocation_run_people"
  ALTER COLUMN "wished_job_posting_ids" SET NOT NULL,
  ALTER COLUMN "scores" SET NOT NULL,
  ADD CONSTRAINT "ck_allocation_run_people_scores"
    CHECK (cardinality("wished_job_posting_ids") = cardinality("scores"));

ALTER TABLE "allocation_run_assignments"
  ADD CONSTRAINT "ck_allocation_run_assignments_rank" CHECK ("rank" >= 1),
  ADD CONSTRAINT "ck_allocation_run_assignments_score" CHECK ("score" BETWEEN 0 AND 1000);

-- A run goes its way only forwards, whoever writes.
CREATE FUNCTION "guard_allocation_run_state"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD."state"::text, NEW."state"::text) NOT IN (
    ('draft', 'running'), ('draft', 'discarded'), ('running', 'previewed'), ('running', 'discarded'),
    ('previewed', 'committed'), ('previewed', 'discarded'), ('committed', 'undone')
  ) THEN
    RAISE EXCEPTION 'allocation run cannot go from % to %', OLD."state", NEW."state"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'ck_allocation_runs_state';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER "tr_allocation_runs_state" BEFORE UPDATE OF "state" ON "allocation_runs"
  FOR EACH ROW WHEN (OLD."state" IS DISTINCT FROM NEW."state")
  EXECUTE FUNCTION "guard_allocation_run_state"();
