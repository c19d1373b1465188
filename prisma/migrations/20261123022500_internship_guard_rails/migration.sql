-- Internship agreements: how the student works and is paid is part of the text, and nothing comes into force that breaks the rules.

ALTER TABLE "agreement_versions" ADD COLUMN "has_internship" BOOLEAN NOT NULL DEFAULT false;

CREATE TABLE "agreement_internships" (
    "agreement_id" UUID NOT NULL,
    "version_number" INTEGER NOT NULL,
    "post_title" TEXT NOT NULL,
    "monthly_pay" INTEGER NOT NULL,
    "post_monthly_pay" INTEGER NOT NULL,
    "hours_per_day" DECIMAL(3,1) NOT NULL,
    "hours_per_week" DECIMAL(4,1) NOT NULL,
    "has_night_work" BOOLEAN NOT NULL,
    "host_employees" INTEGER NOT NULL,
    "post_employees" INTEGER NOT NULL,
    "college_tutor" TEXT NOT NULL,
    "host_tutor" TEXT NOT NULL,

    CONSTRAINT "pk_agreement_internships" PRIMARY KEY ("agreement_id","version_number"),
    CONSTRAINT "ck_agreement_internships_pay" CHECK ("monthly_pay" >= 0 AND "post_monthly_pay" > 0),
    CONSTRAINT "ck_agreement_internships_hours" CHECK ("hours_per_day" > 0 AND "hours_per_week" >= "hours_per_day"),
    CONSTRAINT "ck_agreement_internships_employees" CHECK ("post_employees" BETWEEN 1 AND "host_employees")
);

CREATE TABLE "agreement_internship_checks" (
    "agreement_id" UUID NOT NULL,
    "version_number" INTEGER NOT NULL,
    "limits_edition" DATE NOT NULL,
    "student_age" INTEGER NOT NULL,
    "min_age" INTEGER NOT NULL,
    "study_year" INTEGER NOT NULL,
    "min_study_year" INTEGER NOT NULL,
    "monthly_pay" DECIMAL(12,2) NOT NULL,
    "monthly_floor" DECIMAL(12,2) NOT NULL,
    "hourly_pay" DECIMAL(12,2) NOT NULL,
    "hourly_floor" DECIMAL(12,2),
    "hours_per_day" DECIMAL(3,1) NOT NULL,
    "max_hours_per_day" DECIMAL(3,1) NOT NULL,
    "hours_per_week" DECIMAL(4,1) NOT NULL,
    "max_hours_per_week" DECIMAL(4,1) NOT NULL,
    "host_interns" INTEGER NOT NULL,
    "max_host_interns" INTEGER NOT NULL,
    "post_interns" INTEGER NOT NULL,
    "max_post_interns" INTEGER NOT NULL,
    "checked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "pk_agreement_internship_checks" PRIMARY KEY ("agreement_id","version_number"),
    CONSTRAINT "ck_agreement_internship_checks_age" CHECK ("student_age" >= "min_age"),
    CONSTRAINT "ck_agreement_internship_checks_study_year" CHECK ("study_year" >= "min_study_year"),
    CONSTRAINT "ck_agreement_internship_checks_pay" CHECK ("monthly_pay" >= "monthly_floor"),
    CONSTRAINT "ck_agreement_internship_checks_hourly_pay" CHECK ("hourly_pay" >= "hourly_floor"),
    CONSTRAINT "ck_agreement_internship_checks_hours" CHECK ("hours_per_day" <= "max_hours_per_day" AND "hours_per_week" <= "max_hours_per_week"),
    CONSTRAINT "ck_agreement_internship_checks_interns" CHECK ("host_interns" <= "max_host_interns" AND "post_interns" <= "max_post_interns")
);

ALTER TABLE "agreement_internships" ADD CONSTRAINT "fk_agreement_internships_version" FOREIGN KEY ("agreement_id", "version_number") REFERENCES "agreement_versions"("agreement_id", "number") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "agreement_internship_checks" ADD CONSTRAINT "fk_agreement_internship_checks_version" FOREIGN KEY ("agreement_id", "version_number") REFERENCES "agreement_versions"("agreement_id", "number") ON DELETE CASCADE ON UPDATE CASCADE;



-- What Prisma cannot say.
CREATE TRIGGER "tr_agreement_internships_final" BEFORE UPDATE ON "agreement_internships"
  FOR EACH ROW EXECUTE FUNCTION "agreement_text_is_final"();

CREATE FUNCTION "agreement_version_has_its_internship"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  agreement uuid;
  version integer;
  stated boolean;
BEGIN
  IF TG_TABLE_NAME = 'agreement_versions' THEN
    agreement := NEW."agreement_id";
    version := NEW."number";
  ELSE
    agreement := coalesce(NEW."agreement_id", OLD."agreement_id");
    version := coalesce(NEW."version_number", OLD."version_number");
  END IF;
  SELECT v."has_internship" INTO stated FROM "agreement_versions" v
  WHERE v."agreement_id" = agreement AND v."number" = version;
  IF FOUND AND stated <> EXISTS (SELECT 1 FROM "agreement_internships" i
                                 WHERE i."agreement_id" = agreement AND i."version_number" = version) THEN
    RAISE EXCEPTION 'a version has the internship it was written with'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'ck_agreement_versions_internship';
  END IF;
  RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER "tr_agreement_versions_internship" AFTER INSERT ON "agreement_versions"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "agreement_version_has_its_internship"();
CREATE CONSTRAINT TRIGGER "tr_agreement_internships_whole" AFTER INSERT OR DELETE ON "agreement_internships"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "agreement_version_has_its_internship"();

-- Signed by all only when it was found to keep the rules, and before the first day.
CREATE FUNCTION "agreement_internship_keeps_the_rules"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM "agreement_versions" v WHERE v."agreement_id" = NEW."id"
                 AND v."number" = NEW."version_number" AND v."has_internship") THEN
    RETURN NULL;
  END IF;
  IF NOT EXISTS (SELECT 1 FROM "agreement_internship_checks" c
                 WHERE c."agreement_id" = NEW."id" AND c."version_number" = NEW."version_number") THEN
    RAISE EXCEPTION 'an internship is held against the rules before it is signed by all'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'ck_agreements_internship_checked';
  END IF;
  IF EXISTS (SELECT 1 FROM "agreement_signatures" s WHERE s."agreement_id" = NEW."id" AND s."voided_at" IS NULL
             AND (s."signed_at" AT TIME ZONE 'Asia/Shanghai')::date >= NEW."starts_on") THEN
    RAISE EXCEPTION 'an internship is signed by all before its first day'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'ck_agreements_internship_signed_before';
  END IF;
  RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER "tr_agreements_internship" AFTER INSERT OR UPDATE ON "agreements"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW."state" IN ('signed', 'effective'))
  EXECUTE FUNCTION "agreement_internship_keeps_the_rules"();
