-- CreateEnum
CREATE TYPE "application_state" AS ENUM ('submitted', 'viewed', 'shortlisted', 'interviewing', 'offered', 'accepted', 'onboarded', 'not_started', 'closed');

-- CreateEnum
CREATE TYPE "application_close_reason" AS ENUM ('withdrawn', 'not_selected', 'lacks_requirement', 'no_show', 'offer_declined', 'offer_lapsed', 'offer_withdrawn', 'reneged', 'hired_elsewhere', 'posting_filled', 'posting_closed', 'account_closed');

-- CreateEnum
CREATE TYPE "application_party" AS ENUM ('applicant', 'employer', 'platform');

-- CreateEnum
CREATE TYPE "interview_state" AS ENUM ('proposed', 'confirmed', 'declined', 'cancelled', 'held', 'no_show');

-- CreateEnum
CREATE TYPE "interview_mode" AS ENUM ('on_site', 'video', 'phone');

-- CreateEnum
CREATE TYPE "offer_state" AS ENUM ('open', 'accepted', 'declined', 'lapsed', 'withdrawn', 'reneged');

-- CreateEnum
CREATE TYPE "note_visibility" AS ENUM ('internal', 'shared');

-- CreateTable
CREATE TABLE "applications" (
    "id" UUID NOT NULL,
    "job_posting_id" UUID NOT NULL,
    "profile_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "state" "application_state" NOT NULL DEFAULT 'submitted',
    "close_reason" "application_close_reason",
    "closed_by" "application_party",
    "close_message" TEXT,
    "answer_due_at" TIMESTAMPTZ(3),
    "answer_due_by" "application_party",
    "last_employer_action_at" TIMESTAMPTZ(3),
    "snapshot" JSONB NOT NULL,
    "cover_note" TEXT,
    "consented_at" TIMESTAMPTZ(3) NOT NULL,
    "consent_withdrawn_at" TIMESTAMPTZ(3),
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "onboarded_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "pk_applications" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "application_history" (
    "id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "from_state" "application_state",
    "to_state" "application_state" NOT NULL,
    "transition" TEXT NOT NULL,
    "reason" TEXT,
    "by_party" "application_party" NOT NULL,
    "actor_id" UUID,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "pk_application_history" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "interviews" (
    "id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "state" "interview_state" NOT NULL DEFAULT 'proposed',
    "mode" "interview_mode" NOT NULL,
    "place" TEXT,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "proposed_by" "application_party" NOT NULL,
    "cancel_reason" TEXT,
    "no_show_party" "application_party",
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "pk_interviews" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "offers" (
    "id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "state" "offer_state" NOT NULL DEFAULT 'open',
    "pay_min_fen" BIGINT NOT NULL,
    "pay_max_fen" BIGINT NOT NULL,
    "pay_period" "pay_period" NOT NULL,
    "engagement_type" "engagement_type" NOT NULL,
    "workplace" TEXT NOT NULL,
    "start_on" DATE NOT NULL,
    "answer_due_at" TIMESTAMPTZ(3) NOT NULL,
    "message" TEXT,
    "made_by" UUID NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "answered_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "pk_offers" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "application_notes" (
    "id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "visibility" "note_visibility" NOT NULL DEFAULT 'internal',
    "body" TEXT NOT NULL,
    "author_id" UUID NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "pk_application_notes" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ix_applications_account" ON "applications"("account_id", "submitted_at" DESC, "id");

-- CreateIndex
CREATE INDEX "ix_applications_job_posting" ON "applications"("job_posting_id", "state");

-- CreateIndex
CREATE INDEX "ix_applications_organisation" ON "applications"("organisation_id", "state", "submitted_at" DESC);

-- CreateIndex
CREATE INDEX "ix_applications_profile" ON "applications"("profile_id");

-- CreateIndex
CREATE INDEX "ix_applications_answer_due" ON "applications"("answer_due_at");

-- CreateIndex
CREATE INDEX "ix_application_history_application" ON "application_history"("application_id", "occurred_at");

-- CreateIndex
CREATE INDEX "ix_interviews_application" ON "interviews"("application_id", "starts_at");

-- CreateIndex
CREATE INDEX "ix_interviews_account" ON "interviews"("account_id", "starts_at");

-- CreateIndex
CREATE INDEX "ix_offers_application" ON "offers"("application_id");

-- CreateIndex
CREATE INDEX "ix_offers_answer_due" ON "offers"("state", "answer_due_at");

-- CreateIndex
CREATE INDEX "ix_application_notes_application" ON "application_notes"("application_id", "written_at");

-- AddForeignKey
ALTER TABLE "applications" ADD CONSTRAINT "fk_applications_job_posting" FOREIGN KEY ("job_posting_id") REFERENCES "job_postings"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "applications" ADD CONSTRAINT "fk_applications_profile" FOREIGN KEY ("profile_id") REFERENCES "job_seeker_profiles"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "applications" ADD CONSTRAINT "fk_applications_account" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "applications" ADD CONSTRAINT "fk_applications_organisation" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "application_history" ADD CONSTRAINT "fk_application_history_application" FOREIGN KEY ("application_id") REFERENCES "applications"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "interviews" ADD CONSTRAINT "fk_interviews_application" FOREIGN KEY ("application_id") REFERENCES "applications"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "offers" ADD CONSTRAINT "fk_offers_application" FOREIGN KEY ("application_id") REFERENCES "applications"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "application_notes" ADD CONSTRAINT "fk_application_notes_application" FOREIGN KEY ("application_id") REFERENCES "applications"("id") ON DELETE CASCADE ON UPDATE CASCADE;



-- What Prisma cannot say.
CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE UNIQUE INDEX "uq_applications_open" ON "applications" ("job_posting_id", "account_id") WHERE "state" NOT IN ('closed', 'not_started');
ALTER TABLE "applications"
  ADD CONSTRAINT "ck_applications_closed" CHECK (("state" = 'closed') = ("close_reason" IS NOT NULL) AND ("state" = 'closed') = ("closed_by" IS NOT NULL) AND ("state" <> 'closed' OR "closed_at" IS NOT NULL)),
  ADD CONSTRAINT "ck_applications_answer_due" CHECK (("answer_due_at" IS NULL) = ("answer_due_by" IS NULL)),
  ADD CONSTRAINT "ck_applications_onboarded" CHECK (("state" = 'onboarded') = ("onboarded_on" IS NOT NULL));
ALTER TABLE "interviews"
  ADD CONSTRAINT "ck_interviews_times" CHECK ("starts_at" < "ends_at" AND "ends_at" <= "starts_at" + interval '12 hours'),
  ADD CONSTRAINT "ex_interviews_account" EXCLUDE USING gist ("account_id" WITH =, tstzrange("starts_at", "ends_at") WITH &&) WHERE ("state" = 'confirmed');
CREATE UNIQUE INDEX "uq_offers_open" ON "offers" ("application_id") WHERE "state" IN ('open', 'accepted');
ALTER TABLE "offers" ADD CONSTRAINT "ck_offers_pay" CHECK ("pay_min_fen" > 0 AND "pay_min_fen" <= "pay_max_fen");
