-- An internship is held against the rules again on its first day: the platform holds up what no longer keeps them.

ALTER TABLE "agreement_internship_checks" DROP CONSTRAINT "fk_agreement_internship_checks_version";

ALTER TABLE "agreement_internship_checks" ADD COLUMN "has_intermediary" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN "has_night_work" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN "allows_night_work" BOOLEAN NOT NULL DEFAULT false;


ALTER TABLE "agreement_internship_checks" ADD CONSTRAINT "fk_agreement_internship_checks_internship" FOREIGN KEY ("agreement_id", "version_number") REFERENCES "agreement_internships"("agreement_id", "version_number") ON DELETE CASCADE ON UPDATE CASCADE;


-- What Prisma cannot say.
ALTER TABLE "agreement_internship_checks"
  ALTER COLUMN "has_intermediary" DROP DEFAULT,
  ALTER COLUMN "has_night_work" DROP DEFAULT,
  ALTER COLUMN "allows_night_work" DROP DEFAULT,
  ADD CONSTRAINT "ck_agreement_internship_checks_intermediary" CHECK (NOT "has_intermediary"),
  ADD CONSTRAINT "ck_agreement_internship_checks_night_work" CHECK ("allows_night_work" OR NOT "has_night_work");

-- What was checked is what the version says.
CREATE FUNCTION "agreement_internship_check_is_of_its_text"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM "agreement_internships" i
    WHERE i."agreement_id" = NEW."agreement_id" AND i."version_number" = NEW."version_number"
      AND (i."monthly_pay", i."hours_per_day", i."hours_per_week", i."has_night_work")
        = (NEW."monthly_pay", NEW."hours_per_day", NEW."hours_per_week", NEW."has_night_work")) THEN
    RAISE EXCEPTION 'what is held against the rules is what the version says'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'ck_agreement_internship_checks_text';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER "tr_agreement_internship_checks_text" BEFORE INSERT OR UPDATE ON "agreement_internship_checks"
  FOR EACH ROW EXECUTE FUNCTION "agreement_internship_check_is_of_its_text"();

-- A party suspends what is in effect; the platform holds up what is not yet.
ALTER TABLE "agreements"
  DROP CONSTRAINT "ck_agreements_suspended",
  DROP CONSTRAINT "ck_agreements_suspended_effective",
  ADD CONSTRAINT "ck_agreements_suspended"
    CHECK (num_nonnulls("suspended_at", "suspend_reason") = CASE WHEN "state" = 'suspended' THEN 2 ELSE 0 END),
  ADD CONSTRAINT "ck_agreements_suspended_by"
    CHECK (("suspended_by" IS NOT NULL) = ("state" = 'suspended' AND "effective_at" IS NOT NULL));

CREATE OR REPLACE FUNCTION "agreement_internship_keeps_the_rules"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  checked timestamptz;
BEGIN
  IF NOT EXISTS (SELECT 1 FROM "agreement_versions" v WHERE v."agreement_id" = NEW."id"
                 AND v."number" = NEW."version_number" AND v."has_internship") THEN
    RETURN NULL;
  END IF;
  SELECT c."checked_at" INTO checked FROM "agreement_internship_checks" c
  WHERE c."agreement_id" = NEW."id" AND c."version_number" = NEW."version_number";
  IF NOT FOUND THEN
    RAISE EXCEPTION 'an internship is held against the rules before it is signed by all'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'ck_agreements_internship_checked';
  END IF;
  IF EXISTS (SELECT 1 FROM "agreement_signatures" s WHERE s."agreement_id" = NEW."id" AND s."voided_at" IS NULL
             AND (s."signed_at" AT TIME ZONE 'Asia/Shanghai')::date >= NEW."starts_on") THEN
    RAISE EXCEPTION 'an internship is signed by all before its first day'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'ck_agreements_internship_signed_before';
  END IF;
  IF TG_OP = 'UPDATE' AND OLD."effective_at" IS NULL AND NEW."effective_at" IS NOT NULL
    AND (checked AT TIME ZONE 'Asia/Shanghai')::date < NEW."starts_on" THEN
    RAISE EXCEPTION 'an internship is held against the rules again when it begins'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'ck_agreements_internship_checked_at_start';
  END IF;
  RETURN NULL;
END
$$;
