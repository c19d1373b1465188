-- CreateEnum
CREATE TYPE "region_kind" AS ENUM ('administrative', 'statistical_zone', 'special_unit', 'placeholder');

-- CreateEnum
CREATE TYPE "major_level" AS ENUM ('secondary', 'associate', 'bachelor');

-- CreateEnum
CREATE TYPE "college_level" AS ENUM ('bachelor', 'associate');

-- CreateEnum
CREATE TYPE "education_band" AS ENUM ('postgraduate', 'bachelor', 'associate', 'secondary_vocational', 'senior_high', 'junior_high', 'primary', 'other');

-- CreateEnum
CREATE TYPE "education_outcome" AS ENUM ('band', 'graduated', 'completed_without_graduation', 'left_early');

-- CreateTable
CREATE TABLE "code_table_editions" (
    "name" TEXT NOT NULL,
    "edition" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "checksum" TEXT NOT NULL,
    "row_count" INTEGER NOT NULL,
    "loaded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "pk_code_table_editions" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "regions" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "parent_id" UUID,
    "ancestor_ids" UUID[],
    "level" SMALLINT NOT NULL,
    "kind" "region_kind" NOT NULL,
    "name" TEXT NOT NULL,
    "display_name" TEXT NOT NULL,
    "full_name" TEXT NOT NULL,
    "pinyin" TEXT NOT NULL,
    "pinyin_initials" TEXT NOT NULL,
    "sort" INTEGER NOT NULL,
    "is_current" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "pk_regions" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "region_codes" (
    "code" TEXT NOT NULL,
    "region_id" UUID NOT NULL,
    "scheme" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "valid_from" DATE,
    "valid_to" DATE,
    "successor_region_id" UUID,

    CONSTRAINT "pk_region_codes" PRIMARY KEY ("code","region_id")
);

-- CreateTable
CREATE TABLE "occupations" (
    "code" TEXT NOT NULL,
    "parent_code" TEXT,
    "ancestor_codes" TEXT[],
    "level" SMALLINT NOT NULL,
    "name" TEXT NOT NULL,
    "is_green" BOOLEAN NOT NULL,
    "is_digital" BOOLEAN NOT NULL,
    "pinyin" TEXT NOT NULL,
    "pinyin_initials" TEXT NOT NULL,
    "sort" INTEGER NOT NULL,
    "is_current" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "pk_occupations" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "occupation_aliases" (
    "occupation_code" TEXT NOT NULL,
    "alias" TEXT NOT NULL,
    "pinyin" TEXT NOT NULL,
    "pinyin_initials" TEXT NOT NULL,
    "is_current" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "pk_occupation_aliases" PRIMARY KEY ("occupation_code","alias")
);

-- CreateTable
CREATE TABLE "industries" (
    "code" TEXT NOT NULL,
    "parent_code" TEXT,
    "ancestor_codes" TEXT[],
    "level" SMALLINT NOT NULL,
    "section_code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "pinyin" TEXT NOT NULL,
    "pinyin_initials" TEXT NOT NULL,
    "sort" INTEGER NOT NULL,
    "is_current" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "pk_industries" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "majors" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "level" "major_level" NOT NULL,
    "category_code" TEXT NOT NULL,
    "category_name" TEXT NOT NULL,
    "class_code" TEXT NOT NULL,
    "class_name" TEXT NOT NULL,
    "is_nationally_controlled" BOOLEAN NOT NULL,
    "pinyin" TEXT NOT NULL,
    "pinyin_initials" TEXT NOT NULL,
    "sort" INTEGER NOT NULL,
    "is_current" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "pk_majors" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "colleges" (
    "id" UUID NOT NULL,
    "code" TEXT,
    "name" TEXT NOT NULL,
    "province_id" UUID NOT NULL,
    "city_id" UUID NOT NULL,
    "level" "college_level" NOT NULL,
    "authority" TEXT NOT NULL,
    "remark" TEXT,
    "edition" TEXT NOT NULL,
    "pinyin" TEXT NOT NULL,
    "pinyin_initials" TEXT NOT NULL,
    "sort" INTEGER NOT NULL,
    "is_current" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "pk_colleges" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "education_levels" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "band_code" TEXT NOT NULL,
    "band" "education_band" NOT NULL,
    "outcome" "education_outcome" NOT NULL,
    "rank" SMALLINT NOT NULL,
    "pinyin" TEXT NOT NULL,
    "pinyin_initials" TEXT NOT NULL,
    "is_current" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "pk_education_levels" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "skill_levels" (
    "code" TEXT NOT NULL,
    "rank" SMALLINT NOT NULL,
    "name" TEXT NOT NULL,
    "english_name" TEXT NOT NULL,
    "five_grade_name" TEXT,
    "five_grade_number" SMALLINT,
    "pinyin" TEXT NOT NULL,
    "pinyin_initials" TEXT NOT NULL,
    "is_current" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "pk_skill_levels" PRIMARY KEY ("code")
);

-- CreateIndex
CREATE UNIQUE INDEX "uq_regions_key" ON "regions"("key");

-- CreateIndex
CREATE INDEX "ix_regions_parent_id" ON "regions"("parent_id");

-- CreateIndex
CREATE INDEX "ix_regions_ancestor_ids" ON "regions" USING GIN ("ancestor_ids");

-- CreateIndex
CREATE INDEX "ix_region_codes_region_id" ON "region_codes"("region_id");

-- CreateIndex
CREATE INDEX "ix_region_codes_successor_region_id" ON "region_codes"("successor_region_id");

-- CreateIndex
CREATE INDEX "ix_occupations_parent_code" ON "occupations"("parent_code");

-- CreateIndex
CREATE INDEX "ix_occupations_ancestor_codes" ON "occupations" USING GIN ("ancestor_codes");

-- CreateIndex
CREATE INDEX "ix_industries_parent_code" ON "industries"("parent_code");

-- CreateIndex
CREATE INDEX "ix_industries_ancestor_codes" ON "industries" USING GIN ("ancestor_codes");

-- CreateIndex
CREATE INDEX "ix_majors_class_code" ON "majors"("class_code");

-- CreateIndex
CREATE UNIQUE INDEX "uq_colleges_code" ON "colleges"("code");

-- CreateIndex
CREATE INDEX "ix_colleges_province_id" ON "colleges"("province_id");

-- CreateIndex
CREATE INDEX "ix_colleges_city_id" ON "colleges"("city_id");

-- CreateIndex
CREATE UNIQUE INDEX "uq_skill_levels_rank" ON "skill_levels"("rank");

-- AddForeignKey
ALTER TABLE "regions" ADD CONSTRAINT "fk_regions_parent" FOREIGN KEY ("parent_id") REFERENCES "regions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "region_codes" ADD CONSTRAINT "fk_region_codes_region" FOREIGN KEY ("region_id") REFERENCES "regions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "region_codes" ADD CONSTRAINT "fk_region_codes_successor" FOREIGN KEY ("successor_region_id") REFERENCES "regions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "occupations" ADD CONSTRAINT "fk_occupations_parent" FOREIGN KEY ("parent_code") REFERENCES "occupations"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "occupation_aliases" ADD CONSTRAINT "fk_occupation_aliases_occupation" FOREIGN KEY ("occupation_code") REFERENCES "occupations"("code") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "industries" ADD CONSTRAINT "fk_industries_parent" FOREIGN KEY ("parent_code") REFERENCES "industries"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "colleges" ADD CONSTRAINT "fk_colleges_province" FOREIGN KEY ("province_id") REFERENCES "regions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "colleges" ADD CONSTRAINT "fk_colleges_city" FOREIGN KEY ("city_id") REFERENCES "regions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- What Prisma cannot say.

-- A code in force belongs to one region, and a region has one code in force.
CREATE UNIQUE INDEX "uq_region_codes_code_in_force" ON "region_codes"("code") WHERE "valid_to" IS NULL;
CREATE UNIQUE INDEX "uq_region_codes_region_in_force" ON "region_codes"("region_id") WHERE "valid_to" IS NULL;

ALTER TABLE "regions" ADD CONSTRAINT "ck_regions_level" CHECK ("level" BETWEEN 1 AND 4 AND ("level" = 1) = ("parent_id" IS NULL));
ALTER TABLE "regions" ADD CONSTRAINT "ck_regions_ancestor_ids" CHECK (
    cardinality("ancestor_ids") > 0 AND "ancestor_ids"[cardinality("ancestor_ids")] = "id"
    AND ("parent_id" IS NULL OR "ancestor_ids"[cardinality("ancestor_ids") - 1] = "parent_id"));
ALTER TABLE "region_codes" ADD CONSTRAINT "ck_region_codes_code" CHECK ("code" ~ '^[0-9]{6}([0-9]{3})?$');
ALTER TABLE "region_codes" ADD CONSTRAINT "ck_region_codes_scheme" CHECK ("scheme" IN ('gbt2260', 'statistics'));
ALTER TABLE "region_codes" ADD CONSTRAINT "ck_region_codes_validity" CHECK ("valid_from" < "valid_to");
ALTER TABLE "region_codes" ADD CONSTRAINT "ck_region_codes_successor" CHECK (
    "successor_region_id" IS NULL OR ("valid_to" IS NOT NULL AND "successor_region_id" <> "region_id"));

ALTER TABLE "occupations" ADD CONSTRAINT "ck_occupations_level" CHECK (
    "level" BETWEEN 1 AND 4 AND ("level" = 1) = ("parent_code" IS NULL)
    AND cardinality("ancestor_codes") = "level" AND "ancestor_codes"["level"] = "code");
ALTER TABLE "industries" ADD CONSTRAINT "ck_industries_level" CHECK (
    "level" BETWEEN 1 AND 4 AND ("level" = 1) = ("parent_code" IS NULL)
    AND cardinality("ancestor_codes") = "level" AND "ancestor_codes"["level"] = "code");
