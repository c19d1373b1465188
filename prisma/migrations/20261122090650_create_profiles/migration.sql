-- CreateEnum
CREATE TYPE "profile_visibility" AS ENUM ('everyone', 'employers_i_apply_to');

-- CreateEnum
CREATE TYPE "skill_proficiency" AS ENUM ('basic', 'skilled', 'expert');

-- CreateTable
CREATE TABLE "job_seeker_profiles" (
    "id" UUID NOT NULL,
    "account_id" UUID,
    "source_name" TEXT,
    "source_id" TEXT,
    "source_hash" TEXT,
    "import_id" UUID,
    "full_name" TEXT,
    "headline" TEXT,
    "summary" TEXT,
    "home_region_id" UUID,
    "education_level_code" TEXT,
    "education_rank" INTEGER,
    "major_code" TEXT,
    "experience_years" INTEGER,
    "available_from" DATE,
    "visibility" "profile_visibility" NOT NULL DEFAULT 'employers_i_apply_to',
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "pk_job_seeker_profiles" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "education_entries" (
    "id" UUID NOT NULL,
    "profile_id" UUID NOT NULL,
    "institution" TEXT,
    "college_id" UUID,
    "education_level_code" TEXT,
    "major_name" TEXT,
    "major_code" TEXT,
    "started_on" DATE,
    "ended_on" DATE,
    "ordinal" INTEGER NOT NULL,

    CONSTRAINT "pk_education_entries" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "experience_entries" (
    "id" UUID NOT NULL,
    "profile_id" UUID NOT NULL,
    "employer_name" TEXT NOT NULL,
    "position" TEXT NOT NULL,
    "occupation_code" TEXT,
    "description" TEXT,
    "started_on" DATE,
    "ended_on" DATE,
    "ordinal" INTEGER NOT NULL,

    CONSTRAINT "pk_experience_entries" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "profile_skills" (
    "id" UUID NOT NULL,
    "profile_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "normalised_name" TEXT NOT NULL,
    "proficiency" "skill_proficiency",
    "ordinal" INTEGER NOT NULL,

    CONSTRAINT "pk_profile_skills" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "profile_certificates" (
    "id" UUID NOT NULL,
    "profile_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "issuer" TEXT,
    "occupation_code" TEXT,
    "skill_level_id" TEXT,
    "issued_on" DATE,
    "ordinal" INTEGER NOT NULL,

    CONSTRAINT "pk_profile_certificates" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "job_intentions" (
    "id" UUID NOT NULL,
    "profile_id" UUID NOT NULL,
    "title" TEXT,
    "occupation_code" TEXT,
    "region_ids" UUID[],
    "pay_min_fen" BIGINT,
    "pay_max_fen" BIGINT,
    "pay_period" "pay_period" NOT NULL DEFAULT 'month',
    "engagement_type" "engagement_type",
    "start_from" DATE,
    "ordinal" INTEGER NOT NULL,

    CONSTRAINT "pk_job_intentions" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "profile_hidden_employers" (
    "profile_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "pk_profile_hidden_employers" PRIMARY KEY ("profile_id","organisation_id")
);

-- CreateTable
CREATE TABLE "portfolio_files" (
    "profile_id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "pk_portfolio_files" PRIMARY KEY ("profile_id","file_id")
);

-- CreateTable
CREATE TABLE "seeker_imports" (
    "id" UUID NOT NULL,
    "format" TEXT NOT NULL,
    "source_name" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "state" "import_state" NOT NULL DEFAULT 'running',
    "row_count" INTEGER NOT NULL DEFAULT 0,
    "created_count" INTEGER NOT NULL DEFAULT 0,
    "updated_count" INTEGER NOT NULL DEFAULT 0,
    "unchanged_count" INTEGER NOT NULL DEFAULT 0,
    "refused_count" INTEGER NOT NULL DEFAULT 0,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "pk_seeker_imports" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "seeker_import_issues" (
    "id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "field" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "refuses_row" BOOLEAN NOT NULL,

    CONSTRAINT "pk_seeker_import_issues" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "seeker_import_changes" (
    "import_id" UUID NOT NULL,
    "profile_id" UUID NOT NULL,
    "chunk" INTEGER NOT NULL,
    "line" INTEGER NOT NULL,
    "previous" JSONB,

    CONSTRAINT "pk_seeker_import_changes" PRIMARY KEY ("import_id","profile_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "uq_job_seeker_profiles_account" ON "job_seeker_profiles"("account_id");

-- CreateIndex
CREATE INDEX "ix_job_seeker_profiles_home_region" ON "job_seeker_profiles"("home_region_id");

-- CreateIndex
CREATE INDEX "ix_job_seeker_profiles_import" ON "job_seeker_profiles"("import_id");

-- CreateIndex
CREATE INDEX "ix_job_seeker_profiles_active" ON "job_seeker_profiles"("is_active", "id");

-- CreateIndex
CREATE INDEX "ix_job_seeker_profiles_visibility" ON "job_seeker_profiles"("visibility", "updated_at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "uq_job_seeker_profiles_source" ON "job_seeker_profiles"("source_name", "source_id");

-- CreateIndex
CREATE INDEX "ix_education_entries_profile" ON "education_entries"("profile_id", "ordinal");

-- CreateIndex
CREATE INDEX "ix_experience_entries_profile" ON "experience_entries"("profile_id", "ordinal");

-- CreateIndex
CREATE UNIQUE INDEX "uq_profile_skills_name" ON "profile_skills"("profile_id", "normalised_name");

-- CreateIndex
CREATE INDEX "ix_profile_certificates_profile" ON "profile_certificates"("profile_id", "ordinal");

-- CreateIndex
CREATE INDEX "ix_job_intentions_profile" ON "job_intentions"("profile_id", "ordinal");

-- CreateIndex
CREATE INDEX "ix_profile_hidden_employers_organisation" ON "profile_hidden_employers"("organisation_id");

-- CreateIndex
CREATE INDEX "ix_portfolio_files_file" ON "portfolio_files"("file_id");

-- CreateIndex
CREATE INDEX "ix_seeker_import_issues_import" ON "seeker_import_issues"("import_id", "line");

-- CreateIndex
CREATE INDEX "ix_seeker_import_changes_chunk" ON "seeker_import_changes"("import_id", "chunk");

-- CreateIndex
CREATE INDEX "ix_seeker_import_changes_profile" ON "seeker_import_changes"("profile_id");

-- AddForeignKey
ALTER TABLE "job_seeker_profiles" ADD CONSTRAINT "fk_job_seeker_profiles_account" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "job_seeker_profiles" ADD CONSTRAINT "fk_job_seeker_profiles_home_region" FOREIGN KEY ("home_region_id") REFERENCES "regions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "job_seeker_profiles" ADD CONSTRAINT "fk_job_seeker_profiles_import" FOREIGN KEY ("import_id") REFERENCES "seeker_imports"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "education_entries" ADD CONSTRAINT "fk_education_entries_profile" FOREIGN KEY ("profile_id") REFERENCES "job_seeker_profiles"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "experience_entries" ADD CONSTRAINT "fk_experience_entries_profile" FOREIGN KEY ("profile_id") REFERENCES "job_seeker_profiles"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "profile_skills" ADD CONSTRAINT "fk_profile_skills_profile" FOREIGN KEY ("profile_id") REFERENCES "job_seeker_profiles"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "profile_certificates" ADD CONSTRAINT "fk_profile_certificates_profile" FOREIGN KEY ("profile_id") REFERENCES "job_seeker_profiles"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "job_intentions" ADD CONSTRAINT "fk_job_intentions_profile" FOREIGN KEY ("profile_id") REFERENCES "job_seeker_profiles"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "profile_hidden_employers" ADD CONSTRAINT "fk_profile_hidden_employers_profile" FOREIGN KEY ("profile_id") REFERENCES "job_seeker_profiles"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "profile_hidden_employers" ADD CONSTRAINT "fk_profile_hidden_employers_organisation" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "portfolio_files" ADD CONSTRAINT "fk_portfolio_files_profile" FOREIGN KEY ("profile_id") REFERENCES "job_seeker_profiles"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "portfolio_files" ADD CONSTRAINT "fk_portfolio_files_file" FOREIGN KEY ("file_id") REFERENCES "stored_files"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seeker_import_issues" ADD CONSTRAINT "fk_seeker_import_issues_import" FOREIGN KEY ("import_id") REFERENCES "seeker_imports"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seeker_import_changes" ADD CONSTRAINT "fk_seeker_import_changes_import" FOREIGN KEY ("import_id") REFERENCES "seeker_imports"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seeker_import_changes" ADD CONSTRAINT "fk_seeker_import_changes_profile" FOREIGN KEY ("profile_id") REFERENCES "job_seeker_profiles"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma cannot say.
ALTER TABLE "job_seeker_profiles"
  ADD CONSTRAINT "ck_job_seeker_profiles_origin" CHECK (("source_name" IS NULL) = ("source_id" IS NULL) AND ("account_id" IS NOT NULL OR "source_name" IS NOT NULL)),
  ADD CONSTRAINT "ck_job_seeker_profiles_experience" CHECK ("experience_years" BETWEEN 0 AND 60);
ALTER TABLE "job_intentions" ADD CONSTRAINT "ck_job_intentions_wish" CHECK ("title" IS NOT NULL OR "occupation_code" IS NOT NULL OR "region_ids" <> '{}' OR "pay_min_fen" IS NOT NULL);
ALTER TABLE "job_intentions" ADD CONSTRAINT "ck_job_intentions_ordinal" CHECK ("ordinal" BETWEEN 0 AND 4);
ALTER TABLE "job_intentions" ADD CONSTRAINT "ck_job_intentions_pay" CHECK (("pay_min_fen" IS NULL OR "pay_min_fen" > 0) AND ("pay_min_fen" IS NULL OR "pay_max_fen" IS NULL OR "pay_min_fen" <= "pay_max_fen"));
ALTER TABLE "education_entries" ADD CONSTRAINT "ck_education_entries_dates" CHECK ("started_on" <= "ended_on");
ALTER TABLE "experience_entries" ADD CONSTRAINT "ck_experience_entries_dates" CHECK ("started_on" <= "ended_on");
