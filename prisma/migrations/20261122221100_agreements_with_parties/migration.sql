-- Agreements of any kind between any number of parties, with versions, signatories and what signing needs.
-- What there is becomes: two parties, one version with one clause, one signatory a party, and its signatures.

CREATE TYPE "agreement_signatory_role" AS ENUM ('reviewer', 'signatory', 'guardian');
CREATE TYPE "agreement_signatory_state" AS ENUM ('pending', 'ready', 'opened', 'approved', 'signed', 'declined', 'expired', 'void');
CREATE TYPE "agreement_signature_method" AS ENUM ('online', 'paper');
CREATE TYPE "agreement_paper_state" AS ENUM ('awaiting_checks', 'accepted', 'refused');

DROP TRIGGER "tr_agreement_signatures_final" ON "agreement_signatures";
DROP FUNCTION "agreement_signature_is_of_its_text"();

CREATE TABLE "agreement_parties" (
    "agreement_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "role" TEXT NOT NULL,
    "organisation_id" UUID,
    "account_id" UUID,
    "name" TEXT NOT NULL,

    CONSTRAINT "pk_agreement_parties" PRIMARY KEY ("agreement_id","position")
);

CREATE TABLE "agreement_versions" (
    "agreement_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "form" TEXT,
    "promised_students" INTEGER,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "clause_count" INTEGER NOT NULL,
    "annex_count" INTEGER NOT NULL DEFAULT 0,
    "content_hash" TEXT NOT NULL,
    "hash_format" INTEGER NOT NULL,
    "note" TEXT,
    "made_by" UUID,
    "made_for" INTEGER,
    "template_id" UUID,
    "template_version" INTEGER,
    "made_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "pk_agreement_versions" PRIMARY KEY ("agreement_id","number")
);

CREATE TABLE "agreement_clauses" (
    "agreement_id" UUID NOT NULL,
    "version_number" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "clause_key" UUID NOT NULL,
    "heading" TEXT NOT NULL,
    "body" TEXT NOT NULL,

    CONSTRAINT "pk_agreement_clauses" PRIMARY KEY ("agreement_id","version_number","position")
);

CREATE TABLE "agreement_annexes" (
    "agreement_id" UUID NOT NULL,
    "version_number" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "file_id" UUID NOT NULL,
    "sha256" TEXT NOT NULL,

    CONSTRAINT "pk_agreement_annexes" PRIMARY KEY ("agreement_id","version_number","position")
);

CREATE TABLE "agreement_comments" (
    "id" UUID NOT NULL,
    "agreement_id" UUID NOT NULL,
    "clause_key" UUID NOT NULL,
    "version_number" INTEGER NOT NULL,
    "account_id" UUID NOT NULL,
    "party_position" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "resolved_at" TIMESTAMPTZ(3),
    "resolved_by" UUID,

    CONSTRAINT "pk_agreement_comments" PRIMARY KEY ("id")
);

CREATE TABLE "agreement_signatories" (
    "id" UUID NOT NULL,
    "agreement_id" UUID NOT NULL,
    "party_position" INTEGER NOT NULL,
    "role" "agreement_signatory_role" NOT NULL,
    "step" INTEGER NOT NULL,
    "account_id" UUID,
    "state" "agreement_signatory_state" NOT NULL DEFAULT 'pending',
    "turn_days" INTEGER NOT NULL,
    "opened_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3),
    "settled_at" TIMESTAMPTZ(3),
    "decline_reason" TEXT,
    "reminded_at" TIMESTAMPTZ(3),
    "reminder_count" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "pk_agreement_signatories" PRIMARY KEY ("id")
);

CREATE TABLE "agreement_signing_links" (
    "id" UUID NOT NULL,
    "agreement_id" UUID NOT NULL,
    "signatory_id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "pk_agreement_signing_links" PRIMARY KEY ("id")
);

CREATE TABLE "agreement_signing_sessions" (
    "id" UUID NOT NULL,
    "agreement_id" UUID NOT NULL,
    "signatory_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "link_id" UUID,
    "content_hash" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "needs_code" BOOLEAN NOT NULL,
    "code_hash" TEXT,
    "code_sealed" TEXT,
    "code_issued_at" TIMESTAMPTZ(3),
    "code_expires_at" TIMESTAMPTZ(3),
    "code_attempts" INTEGER NOT NULL DEFAULT 0,
    "code_confirmed_at" TIMESTAMPTZ(3),
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "pk_agreement_signing_sessions" PRIMARY KEY ("id")
);

CREATE TABLE "agreement_delegations" (
    "id" UUID NOT NULL,
    "agreement_id" UUID NOT NULL,
    "signatory_id" UUID NOT NULL,
    "delegate_id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_until" DATE NOT NULL,
    "made_by" UUID NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "pk_agreement_delegations" PRIMARY KEY ("id")
);

CREATE TABLE "agreement_paper_copies" (
    "id" UUID NOT NULL,
    "agreement_id" UUID NOT NULL,
    "signatory_id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "content_hash" TEXT NOT NULL,
    "signing_round" INTEGER NOT NULL,
    "state" "agreement_paper_state" NOT NULL DEFAULT 'awaiting_checks',
    "uploaded_by" UUID NOT NULL,
    "uploaded_at" TIMESTAMPTZ(3) NOT NULL,
    "refusal_reason" TEXT,

    CONSTRAINT "pk_agreement_paper_copies" PRIMARY KEY ("id")
);

CREATE TABLE "agreement_paper_checks" (
    "paper_copy_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "checked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "pk_agreement_paper_checks" PRIMARY KEY ("paper_copy_id","account_id")
);

CREATE TABLE "agreement_templates" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "form" TEXT,
    "name" TEXT NOT NULL,
    "version_number" INTEGER NOT NULL DEFAULT 1,
    "archived_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "pk_agreement_templates" PRIMARY KEY ("id")
);

CREATE TABLE "agreement_template_versions" (
    "template_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "note" TEXT,
    "made_by" UUID,
    "made_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "pk_agreement_template_versions" PRIMARY KEY ("template_id","number")
);

CREATE TABLE "agreement_template_clauses" (
    "template_id" UUID NOT NULL,
    "version_number" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "heading" TEXT NOT NULL,
    "body" TEXT NOT NULL,

    CONSTRAINT "pk_agreement_template_clauses" PRIMARY KEY ("template_id","version_number","position")
);

CREATE TABLE "agreement_template_variables" (
    "template_id" UUID NOT NULL,
    "version_number" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "is_required" BOOLEAN NOT NULL,

    CONSTRAINT "pk_agreement_template_variables" PRIMARY KEY ("template_id","version_number","position")
);


-- Carrying over: new columns beside the old ones first.
ALTER TABLE "agreements"
  ADD COLUMN "kind" TEXT NOT NULL DEFAULT 'SCHOOL_ENTERPRISE',
  ADD COLUMN "party_count" INTEGER NOT NULL DEFAULT 2,
  ADD COLUMN "version_number" INTEGER NOT NULL DEFAULT 1,
  ADD COLUMN "signing_round" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "shared_at" TIMESTAMPTZ(3),
  ADD COLUMN "sealed_at" TIMESTAMPTZ(3),
  ADD COLUMN "renewed_from_id" UUID,
  ALTER COLUMN "form" TYPE TEXT USING upper("form"::text),
  ALTER COLUMN "form" DROP NOT NULL;
ALTER TABLE "agreements" ALTER COLUMN "kind" DROP DEFAULT, ALTER COLUMN "party_count" DROP DEFAULT;
DROP TYPE "cooperation_form";

INSERT INTO "agreement_parties" ("agreement_id", "position", "role", "organisation_id", "name")
SELECT a."id", p."position", p."role", p."organisation_id", o."name"
FROM "agreements" a
CROSS JOIN LATERAL (VALUES (1, 'COLLEGE', a."college_id"), (2, 'ENTERPRISE', a."enterprise_id"))
  AS p ("position", "role", "organisation_id")
JOIN "organisations" o ON o."id" = p."organisation_id";

-- A text that was put forward keeps the hash that was or may have been signed; a draft gets one of the new format:
-- SHA-256 of the JSON list the API hashes, written here without any space.
INSERT INTO "agreement_versions" ("agreement_id", "number", "title", "form", "promised_students", "starts_on", "ends_on",
  "clause_count", "content_hash", "hash_format", "made_at")
SELECT a."id", 1, a."title", a."form", a."promised_students", a."starts_on", a."ends_on", 1,
  CASE WHEN a."state" = 'draft' OR a."content_hash" IS NULL THEN
    encode(sha256(convert_to(
      '[2,' || to_json(a."agreement_number") || ',"SCHOOL_ENTERPRISE",' || to_json(a."form") || ',' || to_json(a."title")
      || ',"' || a."starts_on" || '","' || a."ends_on" || '",' || coalesce(a."promised_students"::text, 'null')
      || ',[["COLLEGE","' || a."college_id" || '",' || to_json(college."name") || '],["ENTERPRISE","' || a."enterprise_id"
      || '",' || to_json(enterprise."name") || ']],[["",' || to_json(a."terms") || ']],[]]', 'UTF8')), 'hex')
  ELSE a."content_hash" END,
  CASE WHEN a."state" = 'draft' OR a."content_hash" IS NULL THEN 2 ELSE 1 END,
  a."updated_at"
FROM "agreements" a
JOIN "organisations" college ON college."id" = a."college_id"
JOIN "organisations" enterprise ON enterprise."id" = a."enterprise_id";

INSERT INTO "agreement_clauses" ("agreement_id", "version_number", "position", "clause_key", "heading", "body")
SELECT "id", 1, 1, gen_random_uuid(), '', "terms" FROM "agreements";

UPDATE "agreements" SET "shared_at" = "updated_at", "signing_round" = 1 WHERE "content_hash" IS NOT NULL;
UPDATE "agreements" SET "content_hash" = NULL WHERE "state" = 'draft';

INSERT INTO "agreement_signatories" ("id", "agreement_id", "party_position", "role", "step", "account_id", "state",
  "turn_days", "settled_at")
SELECT gen_random_uuid(), p."agreement_id", p."position", 'signatory', 1, s."account_id",
  (CASE WHEN s."account_id" IS NOT NULL THEN 'signed'
        WHEN a."state" IN ('awaiting_signatures', 'partially_signed') THEN 'ready'
        WHEN a."state" = 'cancelled' THEN 'void'
        ELSE 'pending' END)::"agreement_signatory_state",
  90, s."signed_at"
FROM "agreement_parties" p
JOIN "agreements" a ON a."id" = p."agreement_id"
LEFT JOIN "agreement_signatures" s ON s."agreement_id" = p."agreement_id" AND s."organisation_id" = p."organisation_id";
-- Turns that have begun last as long as those of new agreements, from now.
UPDATE "agreement_signatories" SET "expires_at" = now() + interval '90 days' WHERE "state" = 'ready';

ALTER TABLE "agreement_signatures" DROP CONSTRAINT "pk_agreement_signatures",
  ADD COLUMN "id" UUID,
  ADD COLUMN "signatory_id" UUID,
  ADD COLUMN "party_position" INTEGER,
  ADD COLUMN "method" "agreement_signature_method" NOT NULL DEFAULT 'online',
  ADD COLUMN "version_number" INTEGER,
  ADD COLUMN "signing_round" INTEGER,
  ADD COLUMN "delegation_id" UUID,
  ADD COLUMN "paper_copy_id" UUID,
  ADD COLUMN "signing_session_id" UUID,
  ADD COLUMN "voided_at" TIMESTAMPTZ(3),
  ALTER COLUMN "organisation_id" DROP NOT NULL,
  ALTER COLUMN "account_id" DROP NOT NULL;
UPDATE "agreement_signatures" s
SET "id" = gen_random_uuid(), "signatory_id" = y."id", "party_position" = p."position", "version_number" = 1, "signing_round" = 1
FROM "agreement_parties" p
JOIN "agreement_signatories" y ON y."agreement_id" = p."agreement_id" AND y."party_position" = p."position"
WHERE p."agreement_id" = s."agreement_id" AND p."organisation_id" = s."organisation_id";
ALTER TABLE "agreement_signatures"
  ALTER COLUMN "id" SET NOT NULL,
  ALTER COLUMN "signatory_id" SET NOT NULL,
  ALTER COLUMN "party_position" SET NOT NULL,
  ALTER COLUMN "version_number" SET NOT NULL,
  ALTER COLUMN "signing_round" SET NOT NULL,
  ADD CONSTRAINT "pk_agreement_signatures" PRIMARY KEY ("id");

UPDATE "agreement_history" SET "transition" = 'signLast' WHERE "transition" = 'signSecond';

ALTER TABLE "agreements"
  DROP CONSTRAINT "fk_agreements_college",
  DROP CONSTRAINT "fk_agreements_enterprise",
  DROP CONSTRAINT "ck_agreements_parties",
  DROP CONSTRAINT "ck_agreements_content_hash";
DROP INDEX "ix_agreements_college";
DROP INDEX "ix_agreements_enterprise";
ALTER TABLE "agreements" DROP COLUMN "college_id", DROP COLUMN "enterprise_id", DROP COLUMN "terms";

CREATE INDEX "ix_agreement_parties_organisation" ON "agreement_parties"("organisation_id", "agreement_id");

CREATE INDEX "ix_agreement_parties_account" ON "agreement_parties"("account_id", "agreement_id");

CREATE UNIQUE INDEX "uq_agreement_parties_organisation" ON "agreement_parties"("agreement_id", "organisation_id");

CREATE UNIQUE INDEX "uq_agreement_parties_account" ON "agreement_parties"("agreement_id", "account_id");

CREATE UNIQUE INDEX "uq_agreement_clauses_key" ON "agreement_clauses"("agreement_id", "version_number", "clause_key");

CREATE INDEX "ix_agreement_annexes_file" ON "agreement_annexes"("file_id");

CREATE INDEX "ix_agreement_comments_agreement" ON "agreement_comments"("agreement_id", "created_at");

CREATE INDEX "ix_agreement_signatories_agreement" ON "agreement_signatories"("agreement_id", "party_position");

CREATE INDEX "ix_agreement_signatories_account" ON "agreement_signatories"("account_id");

CREATE INDEX "ix_agreement_signing_links_agreement" ON "agreement_signing_links"("agreement_id");

CREATE INDEX "ix_agreement_signing_links_signatory" ON "agreement_signing_links"("signatory_id");

CREATE INDEX "ix_agreement_signing_sessions_agreement" ON "agreement_signing_sessions"("agreement_id");

CREATE INDEX "ix_agreement_signing_sessions_signatory" ON "agreement_signing_sessions"("signatory_id");

CREATE INDEX "ix_agreement_signing_sessions_expires_at" ON "agreement_signing_sessions"("expires_at");

CREATE INDEX "ix_agreement_delegations_agreement" ON "agreement_delegations"("agreement_id");

CREATE INDEX "ix_agreement_delegations_signatory" ON "agreement_delegations"("signatory_id");

CREATE INDEX "ix_agreement_delegations_delegate" ON "agreement_delegations"("delegate_id");

CREATE INDEX "ix_agreement_delegations_file" ON "agreement_delegations"("file_id");

CREATE INDEX "ix_agreement_paper_copies_agreement" ON "agreement_paper_copies"("agreement_id", "uploaded_at");

CREATE INDEX "ix_agreement_paper_copies_signatory" ON "agreement_paper_copies"("signatory_id");

CREATE INDEX "ix_agreement_paper_copies_file" ON "agreement_paper_copies"("file_id");

CREATE INDEX "ix_agreement_templates_organisation" ON "agreement_templates"("organisation_id", "created_at");

CREATE UNIQUE INDEX "uq_agreement_template_variables_name" ON "agreement_template_variables"("template_id", "version_number", "name");

CREATE INDEX "ix_agreements_drafter" ON "agreements"("drafter_id", "state");

CREATE INDEX "ix_agreements_kind" ON "agreements"("kind", "created_at");

CREATE INDEX "ix_agreements_renewed_from" ON "agreements"("renewed_from_id");

CREATE INDEX "ix_agreement_signatures_agreement" ON "agreement_signatures"("agreement_id", "signed_at");

CREATE INDEX "ix_agreement_signatures_signatory" ON "agreement_signatures"("signatory_id");


ALTER TABLE "agreements" ADD CONSTRAINT "fk_agreements_renewed_from" FOREIGN KEY ("renewed_from_id") REFERENCES "agreements"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "agreement_parties" ADD CONSTRAINT "fk_agreement_parties_agreement" FOREIGN KEY ("agreement_id") REFERENCES "agreements"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "agreement_parties" ADD CONSTRAINT "fk_agreement_parties_organisation" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "agreement_parties" ADD CONSTRAINT "fk_agreement_parties_account" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "agreement_versions" ADD CONSTRAINT "fk_agreement_versions_agreement" FOREIGN KEY ("agreement_id") REFERENCES "agreements"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "agreement_clauses" ADD CONSTRAINT "fk_agreement_clauses_version" FOREIGN KEY ("agreement_id", "version_number") REFERENCES "agreement_versions"("agreement_id", "number") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "agreement_annexes" ADD CONSTRAINT "fk_agreement_annexes_version" FOREIGN KEY ("agreement_id", "version_number") REFERENCES "agreement_versions"("agreement_id", "number") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "agreement_annexes" ADD CONSTRAINT "fk_agreement_annexes_file" FOREIGN KEY ("file_id") REFERENCES "stored_files"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "agreement_comments" ADD CONSTRAINT "fk_agreement_comments_agreement" FOREIGN KEY ("agreement_id") REFERENCES "agreements"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "agreement_signatories" ADD CONSTRAINT "fk_agreement_signatories_agreement" FOREIGN KEY ("agreement_id") REFERENCES "agreements"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "agreement_signatories" ADD CONSTRAINT "fk_agreement_signatories_party" FOREIGN KEY ("agreement_id", "party_position") REFERENCES "agreement_parties"("agreement_id", "position") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "agreement_signatories" ADD CONSTRAINT "fk_agreement_signatories_account" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "agreement_signatures" ADD CONSTRAINT "fk_agreement_signatures_signatory" FOREIGN KEY ("signatory_id") REFERENCES "agreement_signatories"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "agreement_signing_links" ADD CONSTRAINT "fk_agreement_signing_links_agreement" FOREIGN KEY ("agreement_id") REFERENCES "agreements"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "agreement_signing_links" ADD CONSTRAINT "fk_agreement_signing_links_signatory" FOREIGN KEY ("signatory_id") REFERENCES "agreement_signatories"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "agreement_signing_sessions" ADD CONSTRAINT "fk_agreement_signing_sessions_agreement" FOREIGN KEY ("agreement_id") REFERENCES "agreements"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "agreement_signing_sessions" ADD CONSTRAINT "fk_agreement_signing_sessions_signatory" FOREIGN KEY ("signatory_id") REFERENCES "agreement_signatories"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "agreement_delegations" ADD CONSTRAINT "fk_agreement_delegations_agreement" FOREIGN KEY ("agreement_id") REFERENCES "agreements"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "agreement_delegations" ADD CONSTRAINT "fk_agreement_delegations_signatory" FOREIGN KEY ("signatory_id") REFERENCES "agreement_signatories"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "agreement_delegations" ADD CONSTRAINT "fk_agreement_delegations_file" FOREIGN KEY ("file_id") REFERENCES "stored_files"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "agreement_paper_copies" ADD CONSTRAINT "fk_agreement_paper_copies_agreement" FOREIGN KEY ("agreement_id") REFERENCES "agreements"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "agreement_paper_copies" ADD CONSTRAINT "fk_agreement_paper_copies_signatory" FOREIGN KEY ("signatory_id") REFERENCES "agreement_signatories"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "agreement_paper_copies" ADD CONSTRAINT "fk_agreement_paper_copies_file" FOREIGN KEY ("file_id") REFERENCES "stored_files"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "agreement_paper_checks" ADD CONSTRAINT "fk_agreement_paper_checks_copy" FOREIGN KEY ("paper_copy_id") REFERENCES "agreement_paper_copies"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "agreement_templates" ADD CONSTRAINT "fk_agreement_templates_organisation" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "agreement_template_versions" ADD CONSTRAINT "fk_agreement_template_versions_template" FOREIGN KEY ("template_id") REFERENCES "agreement_templates"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "agreement_template_clauses" ADD CONSTRAINT "fk_agreement_template_clauses_version" FOREIGN KEY ("template_id", "version_number") REFERENCES "agreement_template_versions"("template_id", "number") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "agreement_template_variables" ADD CONSTRAINT "fk_agreement_template_variables_version" FOREIGN KEY ("template_id", "version_number") REFERENCES "agreement_template_versions"("template_id", "number") ON DELETE CASCADE ON UPDATE CASCADE;



-- What Prisma cannot say.
ALTER TABLE "agreements"
  ADD CONSTRAINT "ck_agreements_content_hash"
    CHECK ("content_hash" IS NOT NULL OR "state" IN ('draft', 'negotiating', 'cancelled')),
  ADD CONSTRAINT "ck_agreements_open_text" CHECK ("content_hash" IS NULL OR "state" NOT IN ('draft', 'negotiating')),
  ADD CONSTRAINT "ck_agreements_party_count" CHECK ("party_count" BETWEEN 2 AND 20);
ALTER TABLE "agreement_parties"
  ADD CONSTRAINT "ck_agreement_parties_one" CHECK (num_nonnulls("organisation_id", "account_id") = 1);
ALTER TABLE "agreement_signatories"
  ADD CONSTRAINT "ck_agreement_signatories_step" CHECK ("step" BETWEEN 1 AND 99),
  ADD CONSTRAINT "ck_agreement_signatories_turn_days" CHECK ("turn_days" BETWEEN 1 AND 365),
  ADD CONSTRAINT "ck_agreement_signatories_reason" CHECK ("state" <> 'declined' OR "decline_reason" IS NOT NULL),
  ADD CONSTRAINT "ck_agreement_signatories_role"
    CHECK (("role" = 'reviewer' AND "state" <> 'signed') OR ("role" <> 'reviewer' AND "state" <> 'approved'));
ALTER TABLE "agreement_signatures"
  ADD CONSTRAINT "ck_agreement_signatures_method"
    CHECK (("method" = 'online') = ("account_id" IS NOT NULL) AND ("method" = 'paper') = ("paper_copy_id" IS NOT NULL));
ALTER TABLE "agreement_delegations"
  ADD CONSTRAINT "ck_agreement_delegations_days" CHECK ("valid_from" <= "valid_until");

CREATE UNIQUE INDEX "uq_agreement_signatures_signatory" ON "agreement_signatures" ("signatory_id") WHERE "voided_at" IS NULL;
CREATE INDEX "ix_agreement_signatories_expires_at" ON "agreement_signatories" ("expires_at") WHERE "state" IN ('ready', 'opened');

-- What was once written into an agreement stays as it is.
CREATE FUNCTION "agreement_text_is_final"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% never change', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER "tr_agreement_parties_final" BEFORE UPDATE ON "agreement_parties"
  FOR EACH ROW EXECUTE FUNCTION "agreement_text_is_final"();
CREATE TRIGGER "tr_agreement_versions_final" BEFORE UPDATE ON "agreement_versions"
  FOR EACH ROW EXECUTE FUNCTION "agreement_text_is_final"();
CREATE TRIGGER "tr_agreement_clauses_final" BEFORE UPDATE ON "agreement_clauses"
  FOR EACH ROW EXECUTE FUNCTION "agreement_text_is_final"();
CREATE TRIGGER "tr_agreement_annexes_final" BEFORE UPDATE ON "agreement_annexes"
  FOR EACH ROW EXECUTE FUNCTION "agreement_text_is_final"();

-- Nothing can be added to a version or to the parties afterwards: each has as many as it said when it was made.
CREATE FUNCTION "agreement_text_is_complete"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  most integer;
BEGIN
  CASE TG_TABLE_NAME
    WHEN 'agreement_parties' THEN
      SELECT a."party_count" INTO most FROM "agreements" a WHERE a."id" = NEW."agreement_id";
    WHEN 'agreement_clauses' THEN
      SELECT v."clause_count" INTO most FROM "agreement_versions" v
      WHERE v."agreement_id" = NEW."agreement_id" AND v."number" = NEW."version_number";
    ELSE
      SELECT v."annex_count" INTO most FROM "agreement_versions" v
      WHERE v."agreement_id" = NEW."agreement_id" AND v."number" = NEW."version_number";
  END CASE;
  IF NEW."position" NOT BETWEEN 1 AND most THEN
    RAISE EXCEPTION '% are complete', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER "tr_agreement_parties_complete" BEFORE INSERT ON "agreement_parties"
  FOR EACH ROW EXECUTE FUNCTION "agreement_text_is_complete"();
CREATE TRIGGER "tr_agreement_clauses_complete" BEFORE INSERT ON "agreement_clauses"
  FOR EACH ROW EXECUTE FUNCTION "agreement_text_is_complete"();
CREATE TRIGGER "tr_agreement_annexes_complete" BEFORE INSERT ON "agreement_annexes"
  FOR EACH ROW EXECUTE FUNCTION "agreement_text_is_complete"();

-- A signature is of exactly the text the agreement holds, by whoever may sign for its signatory, when it is his turn. It
-- never changes; only an edit may void it, and not once all have signed.
CREATE FUNCTION "agreement_signature_is_of_its_text"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF OLD."voided_at" IS NOT NULL OR NEW."voided_at" IS NULL
      OR to_jsonb(NEW) - 'voided_at' <> to_jsonb(OLD) - 'voided_at'
      OR EXISTS (SELECT 1 FROM "agreements" a WHERE a."id" = OLD."agreement_id"
                 AND a."state" IN ('signed', 'effective', 'expired', 'terminated')) THEN
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
CREATE TRIGGER "tr_agreement_signatures_final" BEFORE INSERT OR UPDATE ON "agreement_signatures"
  FOR EACH ROW EXECUTE FUNCTION "agreement_signature_is_of_its_text"();

-- Of two who check a paper none is the one who uploaded it.
CREATE FUNCTION "agreement_paper_is_checked_by_others"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' OR EXISTS (SELECT 1 FROM "agreement_paper_copies" c
    WHERE c."id" = NEW."paper_copy_id" AND (c."uploaded_by" = NEW."account_id" OR c."state" <> 'awaiting_checks')) THEN
    RAISE EXCEPTION 'a paper is checked by others, while it awaits it' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER "tr_agreement_paper_checks_others" BEFORE INSERT OR UPDATE ON "agreement_paper_checks"
  FOR EACH ROW EXECUTE FUNCTION "agreement_paper_is_checked_by_others"();

-- What is wrong with an agreement as it will be committed; null when nothing is.
CREATE FUNCTION "agreement_fault"(checked uuid) RETURNS text LANGUAGE plpgsql STABLE AS $$
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
  IF a."state" IN ('signed', 'effective') AND (
    EXISTS (SELECT 1 FROM "agreement_signatories" s WHERE s."agreement_id" = checked
            AND s."state" NOT IN ('signed', 'approved', 'void'))
    OR EXISTS (SELECT 1 FROM "agreement_parties" p WHERE p."agreement_id" = checked AND NOT EXISTS (
                 SELECT 1 FROM "agreement_signatories" s WHERE s."agreement_id" = checked
                 AND s."party_position" = p."position" AND s."role" = 'signatory' AND s."state" = 'signed'))) THEN
    RETURN 'unsigned';
  END IF;
  RETURN NULL;
END
$$;

-- At commit, whatever wrote it and in whatever order.
CREATE FUNCTION "agreement_is_whole"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  checked uuid := CASE WHEN TG_TABLE_NAME = 'agreements' THEN to_jsonb(coalesce(NEW, OLD)) ->> 'id'
                       ELSE to_jsonb(coalesce(NEW, OLD)) ->> 'agreement_id' END;
  fault text;
BEGIN
  IF TG_OP = 'DELETE' AND EXISTS (SELECT 1 FROM "agreements" WHERE "id" = checked) THEN
    RAISE EXCEPTION '% go with their agreement only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
  END IF;
  fault := "agreement_fault"(checked);
  IF fault IS NOT NULL THEN
    RAISE EXCEPTION 'agreement % is not whole: %', checked, fault
      USING ERRCODE = 'check_violation', CONSTRAINT = 'ck_agreements_whole_' || fault;
  END IF;
  RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER "tr_agreements_whole" AFTER INSERT OR UPDATE ON "agreements"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "agreement_is_whole"();
CREATE CONSTRAINT TRIGGER "tr_agreement_parties_whole" AFTER DELETE ON "agreement_parties"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "agreement_is_whole"();
CREATE CONSTRAINT TRIGGER "tr_agreement_versions_whole" AFTER DELETE ON "agreement_versions"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "agreement_is_whole"();
CREATE CONSTRAINT TRIGGER "tr_agreement_clauses_whole" AFTER DELETE ON "agreement_clauses"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "agreement_is_whole"();
CREATE CONSTRAINT TRIGGER "tr_agreement_annexes_whole" AFTER DELETE ON "agreement_annexes"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "agreement_is_whole"();
CREATE CONSTRAINT TRIGGER "tr_agreement_signatories_whole" AFTER INSERT OR UPDATE OF "state" ON "agreement_signatories"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "agreement_is_whole"();
CREATE CONSTRAINT TRIGGER "tr_agreement_signatures_whole" AFTER INSERT OR UPDATE OR DELETE ON "agreement_signatures"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "agreement_is_whole"();
