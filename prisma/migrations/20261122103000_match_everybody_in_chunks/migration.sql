-- Everybody's list is made anew in chunks that any worker may take, and goes on where a killed worker left it.
CREATE TYPE "match_run_state" AS ENUM ('scoring', 'sharing', 'listing', 'done');

ALTER TABLE "recommendations" ADD COLUMN "run_version" INTEGER NOT NULL DEFAULT 0;

CREATE TABLE "match_runs" (
    "id" UUID NOT NULL,
    "version" SERIAL NOT NULL,
    "state" "match_run_state" NOT NULL DEFAULT 'scoring',
    "is_wanted_again" BOOLEAN NOT NULL DEFAULT false,
    "chunk_count" INTEGER NOT NULL,
    "people_count" INTEGER NOT NULL,
    "scored_count" INTEGER NOT NULL DEFAULT 0,
    "written_count" INTEGER NOT NULL DEFAULT 0,
    "listed_count" INTEGER NOT NULL DEFAULT 0,
    "recommendation_count" INTEGER NOT NULL DEFAULT 0,
    "sharing_until" TIMESTAMPTZ(3),
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "pk_match_runs" PRIMARY KEY ("id")
);

CREATE TABLE "match_run_chunks" (
    "match_run_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "profile_ids" UUID[],
    "claimed_until" TIMESTAMPTZ(3),
    "scored_at" TIMESTAMPTZ(3),
    "written_at" TIMESTAMPTZ(3),

    CONSTRAINT "pk_match_run_chunks" PRIMARY KEY ("match_run_id","number")
);

CREATE TABLE "match_run_people" (
    "match_run_id" UUID NOT NULL,
    "profile_id" UUID NOT NULL,
    "job_posting_ids" UUID[],
    "scores" SMALLINT[],
    "listed_job_posting_ids" UUID[] DEFAULT ARRAY[]::UUID[],
    "seat_prices" SMALLINT[] DEFAULT ARRAY[]::SMALLINT[],
    "has_first_place" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "pk_match_run_people" PRIMARY KEY ("match_run_id","profile_id")
);

CREATE UNIQUE INDEX "uq_match_runs_version" ON "match_runs"("version");

CREATE INDEX "ix_match_runs_started" ON "match_runs"("started_at" DESC);

CREATE INDEX "ix_match_run_people_profile" ON "match_run_people"("profile_id");

-- AddForeignKey
ALTER TABLE "match_run_chunks" ADD CONSTRAINT "fk_match_run_chunks_run" FOREIGN KEY ("match_run_id") REFERENCES "match_runs"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "match_run_people" ADD CONSTRAINT "fk_match_run_people_run" FOREIGN KEY ("match_run_id") REFERENCES "match_runs"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "match_run_people" ADD CONSTRAINT "fk_match_run_people_profile" FOREIGN KEY ("profile_id") REFERENCES "job_seeker_profiles"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE UNIQUE INDEX "uq_match_runs_under_way" ON "match_runs" ((true)) WHERE "state" <> 'done';

ALTER TABLE "match_runs"
  ADD CONSTRAINT "ck_match_runs_counts" CHECK ("chunk_count" >= 0 AND "scored_count" BETWEEN 0 AND "people_count"
    AND "written_count" BETWEEN 0 AND "people_count" AND "listed_count" BETWEEN 0 AND "people_count"
    AND "recommendation_count" >= 0),
  ADD CONSTRAINT "ck_match_runs_finished" CHECK (("state" = 'done') = ("finished_at" IS NOT NULL));

ALTER TABLE "match_run_chunks"
  ALTER COLUMN "profile_ids" SET NOT NULL,
  ADD CONSTRAINT "ck_match_run_chunks_written" CHECK ("written_at" IS NULL OR "scored_at" IS NOT NULL);

ALTER TABLE "match_run_people"
  ALTER COLUMN "job_posting_ids" SET NOT NULL,
  ALTER COLUMN "scores" SET NOT NULL,
  ALTER COLUMN "listed_job_posting_ids" SET NOT NULL,
  ALTER COLUMN "seat_prices" SET NOT NULL,
  ADD CONSTRAINT "ck_match_run_people_scores" CHECK (cardinality("job_posting_ids") = cardinality("scores")),
  ADD CONSTRAINT "ck_match_run_people_prices"
    CHECK (cardinality("listed_job_posting_ids") = cardinality("seat_prices"));

-- A run goes its way only forwards, and no step before the one ahead of it is done; whoever writes.
CREATE FUNCTION "guard_match_run_state"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD."state"::text, NEW."state"::text) NOT IN (('scoring', 'sharing'), ('sharing', 'listing'), ('listing', 'done'))
    OR (NEW."state" = 'sharing' AND EXISTS (SELECT 1 FROM "match_run_chunks"
      WHERE "match_run_id" = NEW."id" AND "scored_at" IS NULL))
    OR (NEW."state" = 'done' AND EXISTS (SELECT 1 FROM "match_run_chunks"
      WHERE "match_run_id" = NEW."id" AND "written_at" IS NULL))
  THEN
    RAISE EXCEPTION 'match run cannot go from % to %', OLD."state", NEW."state"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'ck_match_runs_state';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER "tr_match_runs_state" BEFORE UPDATE OF "state" ON "match_runs"
  FOR EACH ROW WHEN (OLD."state" IS DISTINCT FROM NEW."state")
  EXECUTE FUNCTION "guard_match_run_state"();
