-- An agreement may be suspended by a party, and replaced by an amendment between the same parties.
ALTER TABLE "agreements"
  ADD COLUMN "amends_id" UUID,
  ADD COLUMN "counts_from" DATE,
  ADD COLUMN "suspended_by" INTEGER,
  ADD COLUMN "suspended_at" TIMESTAMPTZ(3),
  ADD COLUMN "suspend_reason" TEXT;
CREATE INDEX "ix_agreements_amends" ON "agreements"("amends_id");
ALTER TABLE "agreements" ADD CONSTRAINT "fk_agreements_amends" FOREIGN KEY ("amends_id") REFERENCES "agreements"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- What Prisma cannot say.
ALTER TABLE "agreements"
  ADD CONSTRAINT "ck_agreements_suspended"
    CHECK (num_nonnulls("suspended_by", "suspended_at", "suspend_reason") = CASE WHEN "state" = 'suspended' THEN 3 ELSE 0 END),
  ADD CONSTRAINT "ck_agreements_counts_from"
    CHECK (("counts_from" IS NULL) = ("amends_id" IS NULL)),
  ADD CONSTRAINT "ck_agreements_amends_or_renews" CHECK (num_nonnulls("amends_id", "renewed_from_id") <= 1),
  ADD CONSTRAINT "ck_agreements_amends_another" CHECK ("amends_id" <> "id"),
  ADD CONSTRAINT "ck_agreements_suspended_effective" CHECK ("state" <> 'suspended' OR "effective_at" IS NOT NULL);

-- Of an agreement there is one amendment at a time; one that was given up makes way for another.
CREATE UNIQUE INDEX "uq_agreements_amendment" ON "agreements" ("amends_id") WHERE "state" <> 'cancelled';

CREATE OR REPLACE FUNCTION "agreement_signature_is_of_its_text"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF OLD."voided_at" IS NOT NULL OR NEW."voided_at" IS NULL
      OR to_jsonb(NEW) - 'voided_at' <> to_jsonb(OLD) - 'voided_at'
      OR EXISTS (SELECT 1 FROM "agreements" a WHERE a."id" = OLD."agreement_id"
                 AND a."state" IN ('signed', 'effective', 'suspended', 'superseded', 'expired', 'terminated')) THEN
      RAISE EXCEPTION 'signatures are final' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF NEW."voided_at" IS NOT NULL OR NOT EXISTS (
    SELECT 1 FROM "agreements" a
    JOIN "agreement_signatories" s ON s."agreement_id" = a."id"
    JOIN "agreement_parties" p ON p."agreement_id" = a."id" AND p."position" = s."party_position"
    WHERE a."id" = NEW."agreement_id"
      AND a."content_hash" = NEW."content_hash"
      AND a."version_number" = NEW."version_number"
      AND a."signing_round" = NEW."signing_round"
      AND s."id" = NEW."signatory_id"
      AND s."role" <> 'reviewer'
      AND s."state" <> 'void'
      AND s."party_position" = NEW."party_position"
      AND p."organisation_id" IS NOT DISTINCT FROM NEW."organisation_id"
      AND NOT EXISTS (
        SELECT 1 FROM "agreement_signatories" earlier
        WHERE earlier."agreement_id" = a."id" AND earlier."state" NOT IN ('approved', 'signed', 'void')
          AND (earlier."role" = 'reviewer' OR earlier."step" < s."step"))
      AND CASE
        WHEN NEW."method" = 'paper' THEN EXISTS (
          SELECT 1 FROM "agreement_paper_copies" c
          WHERE c."id" = NEW."paper_copy_id" AND c."signatory_id" = s."id" AND c."state" = 'accepted'
            AND c."content_hash" = NEW."content_hash" AND c."signing_round" = NEW."signing_round"
            AND (SELECT count(*) FROM "agreement_paper_checks" k WHERE k."paper_copy_id" = c."id") >= 2)
        WHEN NEW."delegation_id" IS NOT NULL THEN EXISTS (
          SELECT 1 FROM "agreement_delegations" d
          WHERE d."id" = NEW."delegation_id" AND d."signatory_id" = s."id" AND d."delegate_id" = NEW."account_id"
            AND d."revoked_at" IS NULL
            AND (NEW."signed_at" AT TIME ZONE 'Asia/Shanghai')::date BETWEEN d."valid_from" AND d."valid_until")
        ELSE s."account_id" = NEW."account_id"
          AND (s."role" = 'guardian' OR p."account_id" IS NULL OR p."account_id" = NEW."account_id")
      END)
  THEN
    RAISE EXCEPTION 'a signature must be of the agreement''s text by whose turn it is' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$$;

-- An amendment has the parties of what it amends; the two are never in force side by side.
CREATE OR REPLACE FUNCTION "agreement_fault"(checked uuid) RETURNS text LANGUAGE plpgsql STABLE AS $$
DECLARE
  a "agreements"%ROWTYPE;
  v "agreement_versions"%ROWTYPE;
BEGIN
  SELECT * INTO a FROM "agreements" WHERE "id" = checked;
  IF NOT FOUND THEN RETURN NULL; END IF;
  IF (SELECT count(*) FROM "agreement_parties" p WHERE p."agreement_id" = checked) <> a."party_count" THEN
    RETURN 'parties';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM "agreement_parties" p
                 WHERE p."agreement_id" = checked AND p."organisation_id" = a."drafter_id") THEN
    RETURN 'drafter';
  END IF;
  SELECT * INTO v FROM "agreement_versions" WHERE "agreement_id" = checked AND "number" = a."version_number";
  IF NOT FOUND
    OR (v."title", v."form", v."promised_students", v."starts_on", v."ends_on")
      IS DISTINCT FROM (a."title", a."form", a."promised_students", a."starts_on", a."ends_on")
    OR a."content_hash" <> v."content_hash"
    OR (SELECT count(*) FROM "agreement_clauses" c WHERE c."agreement_id" = checked AND c."version_number" = v."number")
      <> v."clause_count"
    OR (SELECT count(*) FROM "agreement_annexes" x WHERE x."agreement_id" = checked AND x."version_number" = v."number")
      <> v."annex_count" THEN
    RETURN 'text';
  END IF;
  IF EXISTS (
    SELECT 1 FROM "agreement_signatories" s
    LEFT JOIN "agreement_signatures" g ON g."signatory_id" = s."id" AND g."voided_at" IS NULL
    WHERE s."agreement_id" = checked
      AND ((s."state" = 'signed') <> (g."id" IS NOT NULL)
        OR g."content_hash" IS DISTINCT FROM CASE WHEN g."id" IS NOT NULL THEN a."content_hash" END
        OR g."signing_round" <> a."signing_round")) THEN
    RETURN 'signatures';
  END IF;
  IF a."state" IN ('signed', 'effective', 'suspended') AND (
    EXISTS (SELECT 1 FROM "agreement_signatories" s WHERE s."agreement_id" = checked
            AND s."state" NOT IN ('signed', 'approved', 'void'))
    OR EXISTS (SELECT 1 FROM "agreement_parties" p WHERE p."agreement_id" = checked AND NOT EXISTS (
                 SELECT 1 FROM "agreement_signatories" s WHERE s."agreement_id" = checked
                 AND s."party_position" = p."position" AND s."role" = 'signatory' AND s."state" = 'signed'))) THEN
    RETURN 'unsigned';
  END IF;
  IF a."amends_id" IS NOT NULL AND EXISTS (
    (SELECT p."role", p."organisation_id", p."account_id" FROM "agreement_parties" p WHERE p."agreement_id" = checked
     EXCEPT SELECT o."role", o."organisation_id", o."account_id" FROM "agreement_parties" o WHERE o."agreement_id" = a."amends_id")
    UNION ALL
    (SELECT o."role", o."organisation_id", o."account_id" FROM "agreement_parties" o WHERE o."agreement_id" = a."amends_id"
     EXCEPT SELECT p."role", p."organisation_id", p."account_id" FROM "agreement_parties" p WHERE p."agreement_id" = checked)) THEN
    RETURN 'amendment';
  END IF;
  IF a."state" = 'effective' AND EXISTS (
    SELECT 1 FROM "agreements" o WHERE o."id" = a."amends_id" AND o."state" IN ('signed', 'effective', 'suspended')) THEN
    RETURN 'amended';
  END IF;
  IF a."state" = 'superseded' AND NOT EXISTS (
    SELECT 1 FROM "agreements" n WHERE n."amends_id" = checked AND n."effective_at" IS NOT NULL) THEN
    RETURN 'superseded';
  END IF;
  RETURN NULL;
END
$$;
