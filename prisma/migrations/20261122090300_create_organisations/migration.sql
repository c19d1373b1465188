-- CreateEnum
CREATE TYPE "organisation_kind" AS ENUM ('enterprise', 'college', 'labour_base', 'hr_bureau', 'hr_agency', 'training_body', 'social_organisation', 'station_operator');

-- CreateEnum
CREATE TYPE "organisation_standing" AS ENUM ('unverified', 'verified', 'lapsed', 'suspended');

-- CreateEnum
CREATE TYPE "account_class" AS ENUM ('operating_agency', 'public_service', 'own_hiring');

-- CreateEnum
CREATE TYPE "size_band" AS ENUM ('under_20', 'from_20_to_99', 'from_100_to_499', 'from_500_to_999', 'from_1000_to_9999', 'from_10000');

-- CreateEnum
CREATE TYPE "member_role" AS ENUM ('administrator', 'officer', 'viewer');

-- CreateEnum
CREATE TYPE "membership_end" AS ENUM ('removed', 'left', 'account_closed');

-- CreateEnum
CREATE TYPE "contact_kind" AS ENUM ('phone', 'email');

-- CreateEnum
CREATE TYPE "invitation_state" AS ENUM ('pending', 'accepted', 'declined', 'revoked', 'expired');

-- CreateEnum
CREATE TYPE "verification_state" AS ENUM ('submitted', 'in_review', 'approved', 'refused', 'withdrawn', 'appealed', 'appeal_in_review', 'appeal_refused');

-- CreateEnum
CREATE TYPE "refusal_reason" AS ENUM ('name_mismatch', 'code_mismatch', 'evidence_unreadable', 'evidence_expired', 'handler_not_identified', 'authority_not_proven', 'hr_service_licence_needed', 'account_class_wrong', 'false_statement', 'other');

-- CreateEnum
CREATE TYPE "evidence_kind" AS ENUM ('business_licence', 'approval_document', 'handler_identity', 'power_of_attorney', 'hr_service_licence', 'service_charges', 'school_running_licence');

-- CreateEnum
CREATE TYPE "organisation_change" AS ENUM ('registered', 'edited', 'standing_changed', 'member_joined', 'member_role_changed', 'member_ended', 'api_key_created', 'api_key_revoked');

-- CreateTable
CREATE TABLE "organisations" (
    "id" UUID NOT NULL,
    "kind" "organisation_kind" NOT NULL,
    "name" TEXT NOT NULL,
    "name_pinyin" TEXT NOT NULL,
    "search_text" TEXT NOT NULL,
    "unified_social_credit_code" TEXT NOT NULL,
    "region_id" UUID NOT NULL,
    "address" TEXT,
    "industry_code" TEXT,
    "size_band" "size_band",
    "college_id" UUID,
    "account_class" "account_class" NOT NULL,
    "hr_service_licence" TEXT,
    "website" TEXT,
    "description" TEXT,
    "contact_name_sealed" TEXT,
    "contact_phone_sealed" TEXT,
    "contact_email_sealed" TEXT,
    "standing" "organisation_standing" NOT NULL DEFAULT 'unverified',
    "verified_at" TIMESTAMPTZ(3),
    "verified_until" TIMESTAMPTZ(3),
    "annual_graduate_intake_min" INTEGER,
    "annual_graduate_intake_max" INTEGER,
    "registered_by" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "pk_organisations" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organisation_members" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "role" "member_role" NOT NULL,
    "joined_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "ended_by" UUID,
    "end_cause" "membership_end",

    CONSTRAINT "pk_organisation_members" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organisation_invitations" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "role" "member_role" NOT NULL,
    "contact_kind" "contact_kind" NOT NULL,
    "contact_sealed" TEXT NOT NULL,
    "contact_index" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "state" "invitation_state" NOT NULL DEFAULT 'pending',
    "invited_by" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "answered_by" UUID,
    "answered_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "pk_organisation_invitations" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organisation_verifications" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "state" "verification_state" NOT NULL DEFAULT 'submitted',
    "requirements_edition" TEXT NOT NULL,
    "note" TEXT,
    "submitted_by" UUID NOT NULL,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,
    "due_on" DATE NOT NULL,
    "claimed_by" UUID,
    "claimed_at" TIMESTAMPTZ(3),
    "decided_by" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "decided_for" UUID,
    "refusal_reason" "refusal_reason",
    "refusal_text" TEXT,
    "valid_until" TIMESTAMPTZ(3),
    "appeal_text" TEXT,
    "appealed_at" TIMESTAMPTZ(3),
    "appeal_decided_by" UUID,
    "appeal_decided_at" TIMESTAMPTZ(3),
    "appeal_answer" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "pk_organisation_verifications" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organisation_verification_files" (
    "verification_id" UUID NOT NULL,
    "stored_file_id" UUID NOT NULL,
    "evidence_kind" "evidence_kind" NOT NULL,

    CONSTRAINT "pk_organisation_verification_files" PRIMARY KEY ("verification_id","stored_file_id")
);

-- CreateTable
CREATE TABLE "organisation_verification_history" (
    "id" UUID NOT NULL,
    "verification_id" UUID NOT NULL,
    "transition" TEXT NOT NULL,
    "from_state" "verification_state",
    "to_state" "verification_state" NOT NULL,
    "account_id" UUID,
    "reason" TEXT,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "pk_organisation_verification_history" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organisation_history" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "change" "organisation_change" NOT NULL,
    "from_standing" "organisation_standing",
    "to_standing" "organisation_standing",
    "reason_code" TEXT,
    "reason_text" TEXT,
    "changed_fields" TEXT[],
    "subject_account_id" UUID,
    "from_role" "member_role",
    "to_role" "member_role",
    "account_id" UUID,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "pk_organisation_history" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organisation_recheck_reminders" (
    "organisation_id" UUID NOT NULL,
    "verified_until" TIMESTAMPTZ(3) NOT NULL,
    "days_before" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "pk_organisation_recheck_reminders" PRIMARY KEY ("organisation_id","verified_until","days_before")
);

-- CreateTable
CREATE TABLE "api_keys" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "token_prefix" TEXT NOT NULL,
    "scopes" TEXT[],
    "created_by" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "revoked_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "pk_api_keys" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "uq_organisations_credit_code" ON "organisations"("unified_social_credit_code");

-- CreateIndex
CREATE INDEX "ix_organisations_name_pinyin" ON "organisations"("name_pinyin", "id");

-- CreateIndex
CREATE INDEX "ix_organisations_created_at" ON "organisations"("created_at", "id");

-- CreateIndex
CREATE INDEX "ix_organisations_region_id" ON "organisations"("region_id", "kind");

-- CreateIndex
CREATE INDEX "ix_organisations_industry_code" ON "organisations"("industry_code");

-- CreateIndex
CREATE INDEX "ix_organisations_college_id" ON "organisations"("college_id");

-- CreateIndex
CREATE INDEX "ix_organisations_registered_by" ON "organisations"("registered_by");

-- CreateIndex
CREATE INDEX "ix_organisation_members_organisation_id" ON "organisation_members"("organisation_id", "joined_at", "id");

-- CreateIndex
CREATE INDEX "ix_organisation_members_account_id" ON "organisation_members"("account_id");

-- CreateIndex
CREATE INDEX "ix_organisation_members_ended_by" ON "organisation_members"("ended_by");

-- CreateIndex
CREATE UNIQUE INDEX "uq_organisation_invitations_token_hash" ON "organisation_invitations"("token_hash");

-- CreateIndex
CREATE INDEX "ix_organisation_invitations_organisation_id" ON "organisation_invitations"("organisation_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "ix_organisation_invitations_contact_index" ON "organisation_invitations"("contact_index");

-- CreateIndex
CREATE INDEX "ix_organisation_invitations_invited_by" ON "organisation_invitations"("invited_by");

-- CreateIndex
CREATE INDEX "ix_organisation_invitations_answered_by" ON "organisation_invitations"("answered_by");

-- CreateIndex
CREATE INDEX "ix_organisation_verifications_organisation_id" ON "organisation_verifications"("organisation_id", "submitted_at", "id");

-- CreateIndex
CREATE INDEX "ix_organisation_verifications_state" ON "organisation_verifications"("state", "due_on", "id");

-- CreateIndex
CREATE INDEX "ix_organisation_verifications_decided_for" ON "organisation_verifications"("decided_for");

-- CreateIndex
CREATE INDEX "ix_organisation_verifications_submitted_by" ON "organisation_verifications"("submitted_by");

-- CreateIndex
CREATE INDEX "ix_organisation_verifications_claimed_by" ON "organisation_verifications"("claimed_by");

-- CreateIndex
CREATE INDEX "ix_organisation_verifications_decided_by" ON "organisation_verifications"("decided_by");

-- CreateIndex
CREATE INDEX "ix_organisation_verifications_appeal_decided_by" ON "organisation_verifications"("appeal_decided_by");

-- CreateIndex
CREATE UNIQUE INDEX "uq_organisation_verification_files_stored_file" ON "organisation_verification_files"("stored_file_id");

-- CreateIndex
CREATE INDEX "ix_organisation_verification_history_verification_id" ON "organisation_verification_history"("verification_id", "id");

-- CreateIndex
CREATE INDEX "ix_organisation_verification_history_account_id" ON "organisation_verification_history"("account_id");

-- CreateIndex
CREATE INDEX "ix_organisation_history_organisation_id" ON "organisation_history"("organisation_id", "occurred_at", "id");

-- CreateIndex
CREATE INDEX "ix_organisation_history_account_id" ON "organisation_history"("account_id");

-- CreateIndex
CREATE INDEX "ix_organisation_history_subject_account_id" ON "organisation_history"("subject_account_id");

-- CreateIndex
CREATE UNIQUE INDEX "uq_api_keys_token_hash" ON "api_keys"("token_hash");

-- CreateIndex
CREATE INDEX "ix_api_keys_organisation_id" ON "api_keys"("organisation_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "ix_api_keys_created_by" ON "api_keys"("created_by");

-- CreateIndex
CREATE INDEX "ix_api_keys_revoked_by" ON "api_keys"("revoked_by");

-- AddForeignKey
ALTER TABLE "organisations" ADD CONSTRAINT "fk_organisations_region" FOREIGN KEY ("region_id") REFERENCES "regions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisations" ADD CONSTRAINT "fk_organisations_industry" FOREIGN KEY ("industry_code") REFERENCES "industries"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisations" ADD CONSTRAINT "fk_organisations_college" FOREIGN KEY ("college_id") REFERENCES "colleges"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisations" ADD CONSTRAINT "fk_organisations_registrant" FOREIGN KEY ("registered_by") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation_members" ADD CONSTRAINT "fk_organisation_members_organisation" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation_members" ADD CONSTRAINT "fk_organisation_members_account" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation_members" ADD CONSTRAINT "fk_organisation_members_ender" FOREIGN KEY ("ended_by") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation_invitations" ADD CONSTRAINT "fk_organisation_invitations_organisation" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation_invitations" ADD CONSTRAINT "fk_organisation_invitations_inviter" FOREIGN KEY ("invited_by") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation_invitations" ADD CONSTRAINT "fk_organisation_invitations_answerer" FOREIGN KEY ("answered_by") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation_verifications" ADD CONSTRAINT "fk_organisation_verifications_organisation" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation_verifications" ADD CONSTRAINT "fk_organisation_verifications_bureau" FOREIGN KEY ("decided_for") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation_verifications" ADD CONSTRAINT "fk_organisation_verifications_submitter" FOREIGN KEY ("submitted_by") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation_verifications" ADD CONSTRAINT "fk_organisation_verifications_claimant" FOREIGN KEY ("claimed_by") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation_verifications" ADD CONSTRAINT "fk_organisation_verifications_decider" FOREIGN KEY ("decided_by") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation_verifications" ADD CONSTRAINT "fk_organisation_verifications_appeal_decider" FOREIGN KEY ("appeal_decided_by") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation_verification_files" ADD CONSTRAINT "fk_organisation_verification_files_verification" FOREIGN KEY ("verification_id") REFERENCES "organisation_verifications"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation_verification_files" ADD CONSTRAINT "fk_organisation_verification_files_stored_file" FOREIGN KEY ("stored_file_id") REFERENCES "stored_files"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation_verification_history" ADD CONSTRAINT "fk_organisation_verification_history_verification" FOREIGN KEY ("verification_id") REFERENCES "organisation_verifications"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation_verification_history" ADD CONSTRAINT "fk_organisation_verification_history_account" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation_history" ADD CONSTRAINT "fk_organisation_history_organisation" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation_history" ADD CONSTRAINT "fk_organisation_history_account" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation_history" ADD CONSTRAINT "fk_organisation_history_subject" FOREIGN KEY ("subject_account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation_recheck_reminders" ADD CONSTRAINT "fk_organisation_recheck_reminders_organisation" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_keys" ADD CONSTRAINT "fk_api_keys_organisation" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_keys" ADD CONSTRAINT "fk_api_keys_creator" FOREIGN KEY ("created_by") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_keys" ADD CONSTRAINT "fk_api_keys_revoker" FOREIGN KEY ("revoked_by") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma cannot say: forms, pairs, partial uniqueness, and the rule that an organisation is never left without an
-- administrator.

CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- GB 32100-2015: 18 characters of an alphabet without I, O, S, V and Z; the last one is a check digit.
CREATE FUNCTION is_unified_social_credit_code(code text) RETURNS boolean
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT code ~ '^[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}$'
     AND (31 - (
           SELECT sum((strpos('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(code, i, 1)) - 1)
                      * (ARRAY[1,3,9,27,19,26,16,17,20,29,25,13,8,24,10,30,28])[i])
             FROM generate_series(1, 17) AS i
         ) % 31) % 31
         = strpos('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(code, 18, 1)) - 1
$$;

ALTER TABLE "organisations"
  ADD CONSTRAINT "ck_organisations_name" CHECK (char_length(btrim("name")) BETWEEN 2 AND 100),
  ADD CONSTRAINT "ck_organisations_credit_code" CHECK (is_unified_social_credit_code("unified_social_credit_code")),
  ADD CONSTRAINT "ck_organisations_licence" CHECK ("account_class" <> 'operating_agency' OR "hr_service_licence" IS NOT NULL),
  ADD CONSTRAINT "ck_organisations_college" CHECK ("college_id" IS NULL OR "kind" = 'college'),
  ADD CONSTRAINT "ck_organisations_verified" CHECK (
    ("verified_at" IS NULL) = ("verified_until" IS NULL)
    AND ("standing" NOT IN ('verified', 'lapsed') OR "verified_until" IS NOT NULL)
    AND ("standing" <> 'unverified' OR "verified_until" IS NULL)
  ),
  ADD CONSTRAINT "ck_organisations_intake" CHECK (
    "annual_graduate_intake_min" BETWEEN 0 AND 100000
    AND "annual_graduate_intake_max" BETWEEN 0 AND 100000
    AND "annual_graduate_intake_min" <= "annual_graduate_intake_max"
  );

CREATE INDEX "ix_organisations_search_text" ON "organisations" USING gin ("search_text" gin_trgm_ops);
CREATE INDEX "ix_organisations_verified_until" ON "organisations"("verified_until") WHERE "standing" = 'verified';
CREATE INDEX "ix_organisations_bureaux" ON "organisations"("region_id") WHERE "kind" = 'hr_bureau';

CREATE UNIQUE INDEX "uq_organisation_members_open" ON "organisation_members"("organisation_id", "account_id") WHERE "ended_at" IS NULL;
ALTER TABLE "organisation_members"
  ADD CONSTRAINT "ck_organisation_members_ended" CHECK (
    ("ended_at" IS NULL) = ("end_cause" IS NULL) AND ("ended_at" IS NULL OR "ended_at" >= "joined_at")
  );

CREATE UNIQUE INDEX "uq_organisation_invitations_pending" ON "organisation_invitations"("organisation_id", "contact_index") WHERE "state" = 'pending';
ALTER TABLE "organisation_invitations"
  ADD CONSTRAINT "ck_organisation_invitations_expiry" CHECK ("expires_at" > "created_at"),
  ADD CONSTRAINT "ck_organisation_invitations_answer" CHECK (
    ("state" NOT IN ('accepted', 'declined') OR "answered_at" IS NOT NULL)
    AND ("state" <> 'accepted' OR "answered_by" IS NOT NULL)
  );

CREATE UNIQUE INDEX "uq_organisation_verifications_open" ON "organisation_verifications"("organisation_id")
  WHERE "state" IN ('submitted', 'in_review', 'appealed', 'appeal_in_review');
ALTER TABLE "organisation_verifications"
  ADD CONSTRAINT "ck_organisation_verifications_claim" CHECK (
    ("state" IN ('in_review', 'appeal_in_review')) = ("claimed_by" IS NOT NULL)
    AND ("claimed_by" IS NULL) = ("claimed_at" IS NULL)
  ),
  ADD CONSTRAINT "ck_organisation_verifications_decision" CHECK (
    ("decided_by" IS NULL) = ("decided_at" IS NULL)
    AND ("state" NOT IN ('submitted', 'in_review') OR "decided_at" IS NULL)
    AND ("state" NOT IN ('approved', 'refused', 'appealed', 'appeal_in_review', 'appeal_refused') OR "decided_at" IS NOT NULL)
  ),
  ADD CONSTRAINT "ck_organisation_verifications_refusal" CHECK (
    ("refusal_reason" IS NULL) = ("refusal_text" IS NULL)
    AND ("state" NOT IN ('refused', 'appealed', 'appeal_in_review', 'appeal_refused') OR "refusal_reason" IS NOT NULL)
  ),
  ADD CONSTRAINT "ck_organisation_verifications_validity" CHECK (
    ("state" = 'approved') = ("valid_until" IS NOT NULL)
    AND ("valid_until" IS NULL OR (
      "valid_until" > coalesce("appeal_decided_at", "decided_at")
      AND ("valid_until" AT TIME ZONE 'Asia/Shanghai')
          <= (coalesce("appeal_decided_at", "decided_at") AT TIME ZONE 'Asia/Shanghai') + interval '6 months'
    ))
  ),
  ADD CONSTRAINT "ck_organisation_verifications_appeal" CHECK (
    ("appealed_at" IS NULL) = ("appeal_text" IS NULL)
    AND ("appeal_decided_by" IS NULL) = ("appeal_decided_at" IS NULL)
    AND ("appeal_decided_at" IS NULL OR "appealed_at" IS NOT NULL)
    AND ("state" NOT IN ('appealed', 'appeal_in_review', 'appeal_refused') OR "appealed_at" IS NOT NULL)
    AND ("state" <> 'appeal_refused' OR ("appeal_decided_at" IS NOT NULL AND "appeal_answer" IS NOT NULL))
  ),
  ADD CONSTRAINT "ck_organisation_verifications_appeal_officer" CHECK ("appeal_decided_by" <> "decided_by"),
  ADD CONSTRAINT "ck_organisation_verifications_due" CHECK ("due_on" >= ("submitted_at" AT TIME ZONE 'Asia/Shanghai')::date);

ALTER TABLE "organisation_recheck_reminders"
  ADD CONSTRAINT "ck_organisation_recheck_reminders_days" CHECK ("days_before" IN (30, 7, 1));

ALTER TABLE "api_keys"
  ADD CONSTRAINT "ck_api_keys_scopes" CHECK (cardinality("scopes") BETWEEN 1 AND 50),
  ADD CONSTRAINT "ck_api_keys_expiry" CHECK ("expires_at" > "created_at"),
  ADD CONSTRAINT "ck_api_keys_revoked" CHECK (("revoked_at" IS NULL) = ("revoked_by" IS NULL));

-- Deferred, so that one transaction may hand the role over in any order. The row lock makes two transactions that take
-- the last two administrators away wait for each other; the later one then counts what the earlier one left.
CREATE FUNCTION ensure_organisation_administrator() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  concerned uuid;
BEGIN
  IF TG_TABLE_NAME = 'organisations' THEN
    concerned := NEW.id;
  ELSE
    concerned := OLD.organisation_id;
  END IF;
  PERFORM 1 FROM organisations WHERE id = concerned FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  PERFORM 1 FROM organisation_members
    WHERE organisation_id = concerned AND role = 'administrator' AND ended_at IS NULL;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'organisation % has no administrator', concerned
      USING ERRCODE = 'check_violation', CONSTRAINT = 'ck_organisations_administrator',
            SCHEMA = TG_TABLE_SCHEMA, TABLE = 'organisations';
  END IF;
  RETURN NULL;
END
$$;

CREATE CONSTRAINT TRIGGER "tr_organisations_administrator"
  AFTER INSERT ON "organisations"
  DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION ensure_organisation_administrator();

CREATE CONSTRAINT TRIGGER "tr_organisation_members_administrator"
  AFTER UPDATE OR DELETE ON "organisation_members"
  DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (OLD.role = 'administrator' AND OLD.ended_at IS NULL)
  EXECUTE FUNCTION ensure_organisation_administrator();
