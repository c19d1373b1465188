-- CreateEnum
CREATE TYPE "agreement_state" AS ENUM ('draft', 'awaiting_signatures', 'partially_signed', 'signed', 'effective', 'expired', 'terminated', 'cancelled');

-- CreateEnum
CREATE TYPE "cooperation_form" AS ENUM ('order_class', 'internship_base', 'recruitment_base', 'training_base');

-- CreateTable
CREATE TABLE "agreements" (
    "id" UUID NOT NULL,
    "agreement_number" TEXT NOT NULL,
    "form" "cooperation_form" NOT NULL,
    "college_id" UUID NOT NULL,
    "enterprise_id" UUID NOT NULL,
    "drafter_id" UUID NOT NULL,
    "state" "agreement_state" NOT NULL DEFAULT 'draft',
    "title" TEXT NOT NULL,
    "terms" TEXT NOT NULL,
    "promised_students" INTEGER,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "content_hash" TEXT,
    "effective_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "end_reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "pk_agreements" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agreement_signatures" (
    "agreement_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "content_hash" TEXT NOT NULL,
    "signed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "pk_agreement_signatures" PRIMARY KEY ("agreement_id","organisation_id")
);

-- CreateTable
CREATE TABLE "agreement_history" (
    "id" UUID NOT NULL,
    "agreement_id" UUID NOT NULL,
    "from_state" "agreement_state",
    "to_state" "agreement_state" NOT NULL,
    "transition" TEXT NOT NULL,
    "reason" TEXT,
    "actor_id" UUID,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "pk_agreement_history" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agreement_postings" (
    "agreement_id" UUID NOT NULL,
    "job_posting_id" UUID NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "pk_agreement_postings" PRIMARY KEY ("agreement_id","job_posting_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "uq_agreements_number" ON "agreements"("agreement_number");

-- CreateIndex
CREATE INDEX "ix_agreements_college" ON "agreements"("college_id", "state");

-- CreateIndex
CREATE INDEX "ix_agreements_enterprise" ON "agreements"("enterprise_id", "state");

-- CreateIndex
CREATE INDEX "ix_agreements_ends_on" ON "agreements"("state", "ends_on");

-- CreateIndex
CREATE INDEX "ix_agreement_history_agreement" ON "agreement_history"("agreement_id", "occurred_at");

-- CreateIndex
CREATE INDEX "ix_agreement_postings_job_posting" ON "agreement_postings"("job_posting_id");

-- AddForeignKey
ALTER TABLE "agreements" ADD CONSTRAINT "fk_agreements_college" FOREIGN KEY ("college_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreements" ADD CONSTRAINT "fk_agreements_enterprise" FOREIGN KEY ("enterprise_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_signatures" ADD CONSTRAINT "fk_agreement_signatures_agreement" FOREIGN KEY ("agreement_id") REFERENCES "agreements"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_history" ADD CONSTRAINT "fk_agreement_history_agreement" FOREIGN KEY ("agreement_id") REFERENCES "agreements"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_postings" ADD CONSTRAINT "fk_agreement_postings_agreement" FOREIGN KEY ("agreement_id") REFERENCES "agreements"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_postings" ADD CONSTRAINT "fk_agreement_postings_job_posting" FOREIGN KEY ("job_posting_id") REFERENCES "job_postings"("id") ON DELETE CASCADE ON UPDATE CASCADE;



-- What Prisma cannot say.
ALTER TABLE "agreements"
  ADD CONSTRAINT "ck_agreements_parties" CHECK ("college_id" <> "enterprise_id" AND "drafter_id" IN ("college_id", "enterprise_id")),
  ADD CONSTRAINT "ck_agreements_dates" CHECK ("starts_on" <= "ends_on"),
  ADD CONSTRAINT "ck_agreements_students" CHECK ("promised_students" BETWEEN 1 AND 100000),
  ADD CONSTRAINT "ck_agreements_content_hash" CHECK ("state" IN ('draft', 'cancelled') OR "content_hash" IS NOT NULL),
  ADD CONSTRAINT "ck_agreements_effective" CHECK ("state" <> 'effective' OR "effective_at" IS NOT NULL);

-- A signature is of exactly the text the agreement holds, by one of its two parties, and never changes.
CREATE FUNCTION "agreement_signature_is_of_its_text"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    RAISE EXCEPTION 'signatures are final' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM "agreements" a WHERE a."id" = NEW."agreement_id"
                 AND a."content_hash" = NEW."content_hash"
                 AND NEW."organisation_id" IN (a."college_id", a."enterprise_id")) THEN
    RAISE EXCEPTION 'a signature must be of the agreement''s text by one of its parties' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER "tr_agreement_signatures_final" BEFORE INSERT OR UPDATE ON "agreement_signatures"
  FOR EACH ROW EXECUTE FUNCTION "agreement_signature_is_of_its_text"();

CREATE SEQUENCE "agreement_numbers";
