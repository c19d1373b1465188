-- CreateEnum
CREATE TYPE "roster_import_state" AS ENUM ('previewed', 'applied', 'undone');

-- CreateEnum
CREATE TYPE "affiliation_state" AS ENUM ('rostered', 'claimed', 'confirmed', 'refused', 'left');

-- CreateTable
CREATE TABLE "roster_imports" (
    "id" UUID NOT NULL,
    "college_id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "state" "roster_import_state" NOT NULL DEFAULT 'previewed',
    "row_count" INTEGER NOT NULL DEFAULT 0,
    "new_count" INTEGER NOT NULL DEFAULT 0,
    "changed_count" INTEGER NOT NULL DEFAULT 0,
    "unchanged_count" INTEGER NOT NULL DEFAULT 0,
    "refused_count" INTEGER NOT NULL DEFAULT 0,
    "undone_count" INTEGER,
    "uploaded_by" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "applied_at" TIMESTAMPTZ(3),
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "pk_roster_imports" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "roster_import_issues" (
    "id" UUID NOT NULL,
    "roster_import_id" UUID NOT NULL,
    "row" INTEGER NOT NULL,
    "field" TEXT NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "pk_roster_import_issues" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "roster_import_changes" (
    "roster_import_id" UUID NOT NULL,
    "affiliation_id" UUID NOT NULL,
    "previous" JSONB,
    "version_after" INTEGER NOT NULL,

    CONSTRAINT "pk_roster_import_changes" PRIMARY KEY ("roster_import_id","affiliation_id")
);

-- CreateTable
CREATE TABLE "affiliations" (
    "id" UUID NOT NULL,
    "college_id" UUID NOT NULL,
    "student_number" TEXT NOT NULL,
    "student_name" TEXT NOT NULL,
    "major_code" TEXT,
    "major_name" TEXT NOT NULL,
    "class_name" TEXT,
    "education_level_code" TEXT,
    "graduation_year" INTEGER NOT NULL,
    "state" "affiliation_state" NOT NULL,
    "is_on_roster" BOOLEAN NOT NULL,
    "account_id" UUID,
    "roster_import_id" UUID,
    "claimed_at" TIMESTAMPTZ(3),
    "decided_at" TIMESTAMPTZ(3),
    "decided_by" UUID,
    "refusal_reason" TEXT,
    "left_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "pk_affiliations" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "affiliation_history" (
    "id" UUID NOT NULL,
    "affiliation_id" UUID NOT NULL,
    "from_state" "affiliation_state",
    "to_state" "affiliation_state" NOT NULL,
    "transition" TEXT NOT NULL,
    "reason" TEXT,
    "actor_id" UUID,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "pk_affiliation_history" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ix_roster_imports_college" ON "roster_imports"("college_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "ix_roster_imports_file" ON "roster_imports"("file_id");

-- CreateIndex
CREATE INDEX "ix_roster_import_issues_roster_import" ON "roster_import_issues"("roster_import_id", "row", "id");

-- CreateIndex
CREATE INDEX "ix_roster_import_changes_affiliation" ON "roster_import_changes"("affiliation_id");

-- CreateIndex
CREATE INDEX "ix_affiliations_account" ON "affiliations"("account_id");

-- CreateIndex
CREATE INDEX "ix_affiliations_student_number" ON "affiliations"("college_id", "student_number", "id");

-- CreateIndex
CREATE INDEX "ix_affiliations_college" ON "affiliations"("college_id", "state", "graduation_year");

-- CreateIndex
CREATE INDEX "ix_affiliations_roster_import" ON "affiliations"("roster_import_id");

-- CreateIndex
CREATE INDEX "ix_affiliation_history_affiliation" ON "affiliation_history"("affiliation_id", "occurred_at");

-- AddForeignKey
ALTER TABLE "roster_imports" ADD CONSTRAINT "fk_roster_imports_college" FOREIGN KEY ("college_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "roster_imports" ADD CONSTRAINT "fk_roster_imports_file" FOREIGN KEY ("file_id") REFERENCES "stored_files"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "roster_import_issues" ADD CONSTRAINT "fk_roster_import_issues_roster_import" FOREIGN KEY ("roster_import_id") REFERENCES "roster_imports"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "roster_import_changes" ADD CONSTRAINT "fk_roster_import_changes_roster_import" FOREIGN KEY ("roster_import_id") REFERENCES "roster_imports"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "roster_import_changes" ADD CONSTRAINT "fk_roster_import_changes_affiliation" FOREIGN KEY ("affiliation_id") REFERENCES "affiliations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "affiliations" ADD CONSTRAINT "fk_affiliations_college" FOREIGN KEY ("college_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "affiliations" ADD CONSTRAINT "fk_affiliations_account" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "affiliations" ADD CONSTRAINT "fk_affiliations_roster_import" FOREIGN KEY ("roster_import_id") REFERENCES "roster_imports"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "affiliation_history" ADD CONSTRAINT "fk_affiliation_history_affiliation" FOREIGN KEY ("affiliation_id") REFERENCES "affiliations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma cannot say.
CREATE UNIQUE INDEX "uq_affiliations_open" ON "affiliations" ("account_id", "college_id") WHERE "state" IN ('claimed', 'confirmed');
-- A claim made without the roster does not count: whoever claims must not learn which numbers exist.
CREATE UNIQUE INDEX "uq_affiliations_student" ON "affiliations" ("college_id", "student_number")
  WHERE "state" = 'confirmed' OR ("is_on_roster" AND "state" IN ('rostered', 'claimed'));
ALTER TABLE "affiliations"
  ADD CONSTRAINT "ck_affiliations_graduation_year" CHECK ("graduation_year" BETWEEN 1950 AND 2100),
  ADD CONSTRAINT "ck_affiliations_account" CHECK ("state" NOT IN ('claimed', 'confirmed') OR "account_id" IS NOT NULL),
  ADD CONSTRAINT "ck_affiliations_rostered" CHECK ("state" <> 'rostered' OR ("is_on_roster" AND "account_id" IS NULL)),
  ADD CONSTRAINT "ck_affiliations_refusal" CHECK ("state" <> 'refused' OR "refusal_reason" IS NOT NULL);
