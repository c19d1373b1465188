-- CreateEnum
CREATE TYPE "job_posting_publication" AS ENUM ('own', 'external');

-- CreateEnum
CREATE TYPE "job_posting_state" AS ENUM ('draft', 'in_review', 'scheduled', 'published', 'paused', 'closed');

-- CreateEnum
CREATE TYPE "job_posting_close_cause" AS ENUM ('stopped', 'expired', 'filled', 'withdrawn_by_source', 'removed');

-- CreateEnum
CREATE TYPE "engagement_type" AS ENUM ('full_time', 'part_time', 'labour_dispatch', 'internship', 'seasonal', 'flexible');

-- CreateEnum
CREATE TYPE "pay_period" AS ENUM ('month', 'year', 'day', 'hour', 'piece');

-- CreateEnum
CREATE TYPE "requirement_kind" AS ENUM ('education', 'major', 'skill', 'certificate', 'skill_level', 'experience', 'language');

-- CreateEnum
CREATE TYPE "job_posting_review_state" AS ENUM ('pending', 'approved', 'returned', 'obsolete');

-- CreateEnum
CREATE TYPE "audience_rule" AS ENUM ('everyone', 'partners_first', 'partners_only');

-- CreateEnum
CREATE TYPE "report_reason" AS ENUM ('false_content', 'fees', 'discrimination', 'fake_employer', 'filled_already', 'other');

-- CreateEnum
CREATE TYPE "report_state" AS ENUM ('open', 'upheld', 'dismissed');

-- CreateEnum
CREATE TYPE "import_state" AS ENUM ('previewed', 'running', 'finished', 'failed', 'undone');

-- CreateTable
CREATE TABLE "job_postings" (
    "id" UUID NOT NULL,
    "publication" "job_posting_publication" NOT NULL,
    "state" "job_posting_state" NOT NULL DEFAULT 'draft',
    "close_cause" "job_posting_close_cause",
    "organisation_id" UUID,
    "employer_name" TEXT,
    "title" TEXT NOT NULL,
    "occupation_code" TEXT,
    "industry_code" TEXT,
    "engagement_type" "engagement_type",
    "headcount" INTEGER,
    "filled_count" INTEGER NOT NULL DEFAULT 0,
    "duties" TEXT,
    "conditions" TEXT,
    "work_conditions" TEXT,
    "region_id" UUID,
    "address" TEXT,
    "place_text" TEXT,
    "pay_min_fen" BIGINT,
    "pay_max_fen" BIGINT,
    "pay_period" "pay_period",
    "pay_months" INTEGER,
    "pay_text" TEXT,
    "monthly_pay_min_fen" BIGINT,
    "monthly_pay_max_fen" BIGINT,
    "benefits" TEXT[],
    "education_level_code" TEXT,
    "education_rank" INTEGER,
    "experience_years_min" INTEGER,
    "skill_level_id" TEXT,
    "valid_through" DATE,
    "publish_at" TIMESTAMPTZ(3),
    "published_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "paused_until" DATE,
    "source_name" TEXT,
    "source_id" TEXT,
    "source_url" TEXT,
    "source_posted_at" TIMESTAMPTZ(3),
    "source_hash" TEXT,
    "fingerprint" TEXT NOT NULL,
    "is_complete" BOOLEAN NOT NULL DEFAULT false,
    "missing_elements" TEXT[],
    "created_by" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "pk_job_postings" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "job_posting_requirements" (
    "id" UUID NOT NULL,
    "job_posting_id" UUID NOT NULL,
    "kind" "requirement_kind" NOT NULL,
    "value" TEXT NOT NULL,
    "normalised_value" TEXT NOT NULL,
    "minimum" INTEGER,
    "is_required" BOOLEAN NOT NULL DEFAULT false,
    "weight" INTEGER NOT NULL DEFAULT 5,

    CONSTRAINT "pk_job_posting_requirements" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "job_posting_history" (
    "id" UUID NOT NULL,
    "job_posting_id" UUID NOT NULL,
    "from_state" "job_posting_state",
    "to_state" "job_posting_state" NOT NULL,
    "transition" TEXT NOT NULL,
    "reason" TEXT,
    "actor_id" UUID,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "pk_job_posting_history" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "job_posting_reviews" (
    "id" UUID NOT NULL,
    "job_posting_id" UUID NOT NULL,
    "posting_version" INTEGER NOT NULL,
    "state" "job_posting_review_state" NOT NULL DEFAULT 'pending',
    "findings" JSONB NOT NULL DEFAULT '[]',
    "wording_edition" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "remark" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "pk_job_posting_reviews" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "job_posting_audiences" (
    "job_posting_id" UUID NOT NULL,
    "rule" "audience_rule" NOT NULL,
    "partners_until" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "pk_job_posting_audiences" PRIMARY KEY ("job_posting_id")
);

-- CreateTable
CREATE TABLE "job_posting_audience_colleges" (
    "job_posting_id" UUID NOT NULL,
    "college_id" UUID NOT NULL,

    CONSTRAINT "pk_job_posting_audience_colleges" PRIMARY KEY ("job_posting_id","college_id")
);

-- CreateTable
CREATE TABLE "job_posting_reports" (
    "id" UUID NOT NULL,
    "job_posting_id" UUID,
    "organisation_id" UUID,
    "reason" "report_reason" NOT NULL,
    "statement" TEXT NOT NULL,
    "reported_by" UUID,
    "state" "report_state" NOT NULL DEFAULT 'open',
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "handled_by" UUID,
    "handled_at" TIMESTAMPTZ(3),
    "remark" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "pk_job_posting_reports" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "job_posting_questions" (
    "id" UUID NOT NULL,
    "job_posting_id" UUID NOT NULL,
    "asked_by" UUID,
    "question" TEXT NOT NULL,
    "answer" TEXT,
    "answered_by" UUID,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "answered_at" TIMESTAMPTZ(3),
    "hidden_at" TIMESTAMPTZ(3),

    CONSTRAINT "pk_job_posting_questions" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "job_posting_bookmarks" (
    "account_id" UUID NOT NULL,
    "job_posting_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "pk_job_posting_bookmarks" PRIMARY KEY ("account_id","job_posting_id")
);

-- CreateTable
CREATE TABLE "posting_imports" (
    "id" UUID NOT NULL,
    "format" TEXT NOT NULL,
    "source_name" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "organisation_id" UUID,
    "stored_file_id" UUID,
    "started_by" UUID,
    "state" "import_state" NOT NULL DEFAULT 'running',
    "row_count" INTEGER NOT NULL DEFAULT 0,
    "created_count" INTEGER NOT NULL DEFAULT 0,
    "updated_count" INTEGER NOT NULL DEFAULT 0,
    "unchanged_count" INTEGER NOT NULL DEFAULT 0,
    "refused_count" INTEGER NOT NULL DEFAULT 0,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "pk_posting_imports" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "posting_import_changes" (
    "import_id" UUID NOT NULL,
    "job_posting_id" UUID NOT NULL,
    "chunk" INTEGER NOT NULL,
    "line" INTEGER NOT NULL,
    "previous" JSONB,

    CONSTRAINT "pk_posting_import_changes" PRIMARY KEY ("import_id","job_posting_id")
);

-- CreateTable
CREATE TABLE "posting_import_issues" (
    "id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "field" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "refuses_row" BOOLEAN NOT NULL,

    CONSTRAINT "pk_posting_import_issues" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ix_job_postings_organisation" ON "job_postings"("organisation_id", "state");

-- CreateIndex
CREATE INDEX "ix_job_postings_published" ON "job_postings"("state", "published_at" DESC, "id");

-- CreateIndex
CREATE INDEX "ix_job_postings_region" ON "job_postings"("region_id");

-- CreateIndex
CREATE INDEX "ix_job_postings_fingerprint" ON "job_postings"("fingerprint");

-- CreateIndex
CREATE INDEX "ix_job_postings_valid_through" ON "job_postings"("state", "valid_through");

-- CreateIndex
CREATE INDEX "ix_job_postings_updated" ON "job_postings"("updated_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "uq_job_postings_source" ON "job_postings"("source_name", "source_id");

-- CreateIndex
CREATE UNIQUE INDEX "uq_job_posting_requirements_value" ON "job_posting_requirements"("job_posting_id", "kind", "normalised_value");

-- CreateIndex
CREATE INDEX "ix_job_posting_history_job_posting" ON "job_posting_history"("job_posting_id", "occurred_at");

-- CreateIndex
CREATE INDEX "ix_job_posting_reviews_job_posting" ON "job_posting_reviews"("job_posting_id");

-- CreateIndex
CREATE INDEX "ix_job_posting_reviews_queue" ON "job_posting_reviews"("state", "due_at");

-- CreateIndex
CREATE INDEX "ix_job_posting_audience_colleges_college" ON "job_posting_audience_colleges"("college_id");

-- CreateIndex
CREATE INDEX "ix_job_posting_reports_queue" ON "job_posting_reports"("state", "due_at");

-- CreateIndex
CREATE INDEX "ix_job_posting_reports_job_posting" ON "job_posting_reports"("job_posting_id");

-- CreateIndex
CREATE INDEX "ix_job_posting_reports_organisation" ON "job_posting_reports"("organisation_id");

-- CreateIndex
CREATE INDEX "ix_job_posting_questions_job_posting" ON "job_posting_questions"("job_posting_id", "asked_at");

-- CreateIndex
CREATE INDEX "ix_job_posting_bookmarks_job_posting" ON "job_posting_bookmarks"("job_posting_id");

-- CreateIndex
CREATE INDEX "ix_posting_imports_organisation" ON "posting_imports"("organisation_id");

-- CreateIndex
CREATE INDEX "ix_posting_imports_stored_file" ON "posting_imports"("stored_file_id");

-- CreateIndex
CREATE INDEX "ix_posting_import_changes_chunk" ON "posting_import_changes"("import_id", "chunk");

-- CreateIndex
CREATE INDEX "ix_posting_import_changes_job_posting" ON "posting_import_changes"("job_posting_id");

-- CreateIndex
CREATE INDEX "ix_posting_import_issues_import" ON "posting_import_issues"("import_id", "line");

-- AddForeignKey
ALTER TABLE "job_postings" ADD CONSTRAINT "fk_job_postings_organisation" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "job_postings" ADD CONSTRAINT "fk_job_postings_region" FOREIGN KEY ("region_id") REFERENCES "regions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "job_posting_requirements" ADD CONSTRAINT "fk_job_posting_requirements_job_posting" FOREIGN KEY ("job_posting_id") REFERENCES "job_postings"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "job_posting_history" ADD CONSTRAINT "fk_job_posting_history_job_posting" FOREIGN KEY ("job_posting_id") REFERENCES "job_postings"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "job_posting_reviews" ADD CONSTRAINT "fk_job_posting_reviews_job_posting" FOREIGN KEY ("job_posting_id") REFERENCES "job_postings"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "job_posting_audiences" ADD CONSTRAINT "fk_job_posting_audiences_job_posting" FOREIGN KEY ("job_posting_id") REFERENCES "job_postings"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "job_posting_audience_colleges" ADD CONSTRAINT "fk_job_posting_audience_colleges_job_posting" FOREIGN KEY ("job_posting_id") REFERENCES "job_postings"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "job_posting_audience_colleges" ADD CONSTRAINT "fk_job_posting_audience_colleges_college" FOREIGN KEY ("college_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "job_posting_reports" ADD CONSTRAINT "fk_job_posting_reports_job_posting" FOREIGN KEY ("job_posting_id") REFERENCES "job_postings"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "job_posting_reports" ADD CONSTRAINT "fk_job_posting_reports_organisation" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "job_posting_questions" ADD CONSTRAINT "fk_job_posting_questions_job_posting" FOREIGN KEY ("job_posting_id") REFERENCES "job_postings"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "job_posting_bookmarks" ADD CONSTRAINT "fk_job_posting_bookmarks_account" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "job_posting_bookmarks" ADD CONSTRAINT "fk_job_posting_bookmarks_job_posting" FOREIGN KEY ("job_posting_id") REFERENCES "job_postings"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "posting_imports" ADD CONSTRAINT "fk_posting_imports_organisation" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "posting_imports" ADD CONSTRAINT "fk_posting_imports_stored_file" FOREIGN KEY ("stored_file_id") REFERENCES "stored_files"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "posting_import_changes" ADD CONSTRAINT "fk_posting_import_changes_import" FOREIGN KEY ("import_id") REFERENCES "posting_imports"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "posting_import_changes" ADD CONSTRAINT "fk_posting_import_changes_job_posting" FOREIGN KEY ("job_posting_id") REFERENCES "job_postings"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "posting_import_issues" ADD CONSTRAINT "fk_posting_import_issues_import" FOREIGN KEY ("import_id") REFERENCES "posting_imports"("id") ON DELETE CASCADE ON UPDATE CASCADE;



-- What Prisma cannot say.
ALTER TABLE "job_postings"
  ADD CONSTRAINT "ck_job_postings_headcount" CHECK ("headcount" BETWEEN 1 AND 10000),
  ADD CONSTRAINT "ck_job_postings_seats" CHECK ("filled_count" >= 0 AND ("headcount" IS NULL OR "filled_count" <= "headcount")),
  ADD CONSTRAINT "ck_job_postings_pay" CHECK (("pay_min_fen" IS NULL OR "pay_min_fen" > 0) AND ("pay_max_fen" IS NULL OR "pay_min_fen" IS NULL OR "pay_min_fen" <= "pay_max_fen")),
  ADD CONSTRAINT "ck_job_postings_close_cause" CHECK (("state" = 'closed') = ("close_cause" IS NOT NULL) AND ("state" = 'closed') = ("closed_at" IS NOT NULL)),
  ADD CONSTRAINT "ck_job_postings_scheduled" CHECK ("state" <> 'scheduled' OR "publish_at" IS NOT NULL),
  ADD CONSTRAINT "ck_job_postings_published_at" CHECK ("state" NOT IN ('published', 'paused') OR "published_at" IS NOT NULL),
  ADD CONSTRAINT "ck_job_postings_source" CHECK (("source_name" IS NULL) = ("source_id" IS NULL) AND ("publication" <> 'external' OR "source_name" IS NOT NULL)),
  ADD CONSTRAINT "ck_job_postings_own_organisation" CHECK ("publication" <> 'own' OR "organisation_id" IS NOT NULL),
  ADD CONSTRAINT "ck_job_postings_own_complete" CHECK ("publication" <> 'own' OR "state" NOT IN ('in_review', 'scheduled', 'published', 'paused') OR "is_complete"),
  ADD CONSTRAINT "ck_job_postings_complete" CHECK (NOT "is_complete" OR ("organisation_id" IS NOT NULL AND "headcount" IS NOT NULL AND "duties" IS NOT NULL AND "conditions" IS NOT NULL AND "work_conditions" IS NOT NULL AND "region_id" IS NOT NULL AND "engagement_type" IS NOT NULL AND "pay_min_fen" IS NOT NULL AND "pay_period" IS NOT NULL AND "valid_through" IS NOT NULL));
ALTER TABLE "job_posting_requirements" ADD CONSTRAINT "ck_job_posting_requirements_weight" CHECK ("weight" BETWEEN 1 AND 10);
CREATE UNIQUE INDEX "uq_job_posting_reviews_pending" ON "job_posting_reviews" ("job_posting_id") WHERE "state" = 'pending';
ALTER TABLE "job_posting_audiences" ADD CONSTRAINT "ck_job_posting_audiences_until" CHECK (("rule" = 'partners_first') = ("partners_until" IS NOT NULL));
ALTER TABLE "job_posting_reports" ADD CONSTRAINT "ck_job_posting_reports_subject" CHECK ("job_posting_id" IS NOT NULL OR "organisation_id" IS NOT NULL);
-- One open report of a person about the same posting or employer.
CREATE UNIQUE INDEX "uq_job_posting_reports_open" ON "job_posting_reports" ("reported_by", "job_posting_id") WHERE "state" = 'open';
CREATE UNIQUE INDEX "uq_job_posting_reports_open_employer" ON "job_posting_reports" ("reported_by", "organisation_id") WHERE "state" = 'open' AND "job_posting_id" IS NULL;
-- The same posting of an employer is open once.
CREATE UNIQUE INDEX "uq_job_postings_open_fingerprint" ON "job_postings" ("organisation_id", "fingerprint") WHERE "publication" = 'own' AND "state" IN ('in_review', 'scheduled', 'published', 'paused');
-- What waits for the clock.
CREATE INDEX "ix_job_postings_publish_at" ON "job_postings" ("publish_at") WHERE "state" = 'scheduled';
CREATE INDEX "ix_job_postings_paused_until" ON "job_postings" ("paused_until") WHERE "state" = 'paused';
