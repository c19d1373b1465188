-- Job fairs: who holds them, who is invited under which agreement, who registered with which postings.

CREATE TYPE "job_fair_admission" AS ENUM ('open', 'partners');

CREATE TYPE "job_fair_stage" AS ENUM ('draft', 'published', 'cancelled');

CREATE TYPE "job_fair_place_state" AS ENUM ('invited', 'registered', 'declined', 'left', 'withdrawn');

CREATE TYPE "job_fair_withdrawal_cause" AS ENUM ('agreement_expired', 'agreement_terminated', 'agreement_suspended', 'agreement_superseded');

CREATE TABLE "job_fairs" (
    "id" UUID NOT NULL,
    "organiser_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "region_id" UUID NOT NULL,
    "address" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "registration_closes_at" TIMESTAMPTZ(3) NOT NULL,
    "admission" "job_fair_admission" NOT NULL,
    "seat_limit" INTEGER,
    "seats_taken" INTEGER NOT NULL DEFAULT 0,
    "stage" "job_fair_stage" NOT NULL DEFAULT 'draft',
    "published_at" TIMESTAMPTZ(3),
    "cancelled_at" TIMESTAMPTZ(3),
    "cancel_reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "pk_job_fairs" PRIMARY KEY ("id"),
    CONSTRAINT "ck_job_fairs_times" CHECK ("registration_closes_at" <= "starts_at" AND "starts_at" < "ends_at"),
    CONSTRAINT "ck_job_fairs_stage" CHECK (
      CASE "stage"
        WHEN 'draft' THEN num_nonnulls("published_at", "cancelled_at", "cancel_reason") = 0
        WHEN 'published' THEN "published_at" IS NOT NULL AND num_nonnulls("cancelled_at", "cancel_reason") = 0
        ELSE num_nonnulls("cancelled_at", "cancel_reason") = 2
      END),
    CONSTRAINT "ck_job_fairs_seat_limit" CHECK ("seat_limit" BETWEEN 1 AND 10000),
    CONSTRAINT "ck_job_fairs_seats" CHECK ("seats_taken" >= 0 AND ("seat_limit" IS NULL OR "seats_taken" <= "seat_limit"))
);

CREATE TABLE "job_fair_history" (
    "id" UUID NOT NULL,
    "job_fair_id" UUID NOT NULL,
    "from_stage" "job_fair_stage",
    "to_stage" "job_fair_stage" NOT NULL,
    "actor_id" UUID,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "pk_job_fair_history" PRIMARY KEY ("id")
);

CREATE TABLE "job_fair_places" (
    "id" UUID NOT NULL,
    "job_fair_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "state" "job_fair_place_state" NOT NULL,
    "agreement_id" UUID,
    "invited_at" TIMESTAMPTZ(3),
    "answered_at" TIMESTAMPTZ(3),
    "reason" TEXT,
    "withdrawn_cause" "job_fair_withdrawal_cause",
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "pk_job_fair_places" PRIMARY KEY ("id"),
    CONSTRAINT "ck_job_fair_places_invitation" CHECK (("agreement_id" IS NULL) = ("invited_at" IS NULL)),
    CONSTRAINT "ck_job_fair_places_state" CHECK (
      CASE "state"
        WHEN 'invited' THEN "invited_at" IS NOT NULL AND num_nonnulls("answered_at", "reason", "withdrawn_cause") = 0
        WHEN 'registered' THEN "answered_at" IS NOT NULL AND num_nonnulls("reason", "withdrawn_cause") = 0
        WHEN 'withdrawn' THEN num_nonnulls("invited_at", "withdrawn_cause") = 2 AND num_nonnulls("answered_at", "reason") = 0
        WHEN 'declined' THEN num_nonnulls("invited_at", "answered_at", "reason") = 3 AND "withdrawn_cause" IS NULL
        ELSE num_nonnulls("answered_at", "reason") = 2 AND "withdrawn_cause" IS NULL
      END)
);

CREATE TABLE "job_fair_place_history" (
    "id" UUID NOT NULL,
    "place_id" UUID NOT NULL,
    "from_state" "job_fair_place_state",
    "to_state" "job_fair_place_state" NOT NULL,
    "actor_id" UUID,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "pk_job_fair_place_history" PRIMARY KEY ("id")
);

CREATE TABLE "job_fair_postings" (
    "place_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "job_posting_id" UUID NOT NULL,

    CONSTRAINT "pk_job_fair_postings" PRIMARY KEY ("place_id","position"),
    CONSTRAINT "ck_job_fair_postings_position" CHECK ("position" BETWEEN 1 AND 50)
);

CREATE INDEX "ix_job_fairs_starts_at" ON "job_fairs"("starts_at", "id");

CREATE INDEX "ix_job_fairs_organiser" ON "job_fairs"("organiser_id", "starts_at");

CREATE INDEX "ix_job_fairs_region" ON "job_fairs"("region_id");

CREATE INDEX "ix_job_fair_history_fair" ON "job_fair_history"("job_fair_id", "occurred_at");

CREATE INDEX "ix_job_fair_places_organisation" ON "job_fair_places"("organisation_id");

CREATE INDEX "ix_job_fair_places_agreement" ON "job_fair_places"("agreement_id");

CREATE UNIQUE INDEX "uq_job_fair_places_organisation" ON "job_fair_places"("job_fair_id", "organisation_id");

CREATE INDEX "ix_job_fair_place_history_place" ON "job_fair_place_history"("place_id", "occurred_at");

CREATE INDEX "ix_job_fair_postings_posting" ON "job_fair_postings"("job_posting_id");

CREATE UNIQUE INDEX "uq_job_fair_postings_posting" ON "job_fair_postings"("place_id", "job_posting_id");

ALTER TABLE "job_fairs" ADD CONSTRAINT "fk_job_fairs_organiser" FOREIGN KEY ("organiser_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "job_fairs" ADD CONSTRAINT "fk_job_fairs_region" FOREIGN KEY ("region_id") REFERENCES "regions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "job_fair_history" ADD CONSTRAINT "fk_job_fair_history_fair" FOREIGN KEY ("job_fair_id") REFERENCES "job_fairs"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "job_fair_places" ADD CONSTRAINT "fk_job_fair_places_fair" FOREIGN KEY ("job_fair_id") REFERENCES "job_fairs"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "job_fair_places" ADD CONSTRAINT "fk_job_fair_places_organisation" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "job_fair_places" ADD CONSTRAINT "fk_job_fair_places_agreement" FOREIGN KEY ("agreement_id") REFERENCES "agreements"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "job_fair_place_history" ADD CONSTRAINT "fk_job_fair_place_history_place" FOREIGN KEY ("place_id") REFERENCES "job_fair_places"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "job_fair_postings" ADD CONSTRAINT "fk_job_fair_postings_place" FOREIGN KEY ("place_id") REFERENCES "job_fair_places"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "job_fair_postings" ADD CONSTRAINT "fk_job_fair_postings_posting" FOREIGN KEY ("job_posting_id") REFERENCES "job_postings"("id") ON DELETE CASCADE ON UPDATE CASCADE;
