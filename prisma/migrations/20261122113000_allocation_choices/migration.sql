-- A run may be over chosen people, count quotas by province of the college, and its seats may be declined.
ALTER TABLE "allocation_runs"
  ADD COLUMN "region_maximum" INTEGER,
  ADD COLUMN "has_chosen_people" BOOLEAN NOT NULL DEFAULT false,
  ADD CONSTRAINT "ck_allocation_runs_region_maximum" CHECK ("region_maximum" >= 0),
  ADD CONSTRAINT "ck_allocation_runs_quota" CHECK (num_nonnulls("college_maximum", "region_maximum") <= 1);

ALTER TABLE "allocation_run_people" ADD COLUMN "region_id" UUID;

ALTER TABLE "allocation_run_assignments"
  ADD COLUMN "declined_at" TIMESTAMPTZ(3),
  ADD COLUMN "decline_reason" "dismissal_reason",
  ADD CONSTRAINT "ck_allocation_run_assignments_declined"
    CHECK ("decline_reason" IS NULL OR "declined_at" IS NOT NULL);

CREATE INDEX "ix_allocation_run_assignments_declined" ON "allocation_run_assignments" ("allocation_run_id")
  WHERE "declined_at" IS NOT NULL;

CREATE TABLE "allocation_run_chosen_people" (
    "allocation_run_id" UUID NOT NULL,
    "profile_id" UUID NOT NULL,

    CONSTRAINT "pk_allocation_run_chosen_people" PRIMARY KEY ("allocation_run_id","profile_id")
);

CREATE INDEX "ix_allocation_run_chosen_people_profile" ON "allocation_run_chosen_people"("profile_id");

ALTER TABLE "allocation_run_chosen_people" ADD CONSTRAINT "fk_allocation_run_chosen_people_run" FOREIGN KEY ("allocation_run_id") REFERENCES "allocation_runs"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "allocation_run_chosen_people" ADD CONSTRAINT "fk_allocation_run_chosen_people_profile" FOREIGN KEY ("profile_id") REFERENCES "job_seeker_profiles"("id") ON DELETE CASCADE ON UPDATE CASCADE;
