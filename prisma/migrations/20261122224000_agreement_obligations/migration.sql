-- What each party promised, as part of a version of the text, and what was entered to prove it where the platform has no records.

ALTER TABLE "agreement_versions" ADD COLUMN "obligation_count" INTEGER NOT NULL DEFAULT 0;

CREATE TABLE "agreement_obligations" (
    "agreement_id" UUID NOT NULL,
    "version_number" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "obligation_key" UUID NOT NULL,
    "party_position" INTEGER NOT NULL,
    "metric" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,
    "due_on" DATE NOT NULL,
    "proof" TEXT NOT NULL,

    CONSTRAINT "pk_agreement_obligations" PRIMARY KEY ("agreement_id","version_number","position"),
    CONSTRAINT "ck_agreement_obligations_metric" CHECK ("metric" ~ '^[A-Z][A-Z_]{1,39}$'),
    CONSTRAINT "ck_agreement_obligations_quantity" CHECK ("quantity" BETWEEN 1 AND 1000000),
    CONSTRAINT "ck_agreement_obligations_proof" CHECK ("proof" IN ('RECORDS', 'ENTRIES'))
);

CREATE UNIQUE INDEX "uq_agreement_obligations_key" ON "agreement_obligations"("agreement_id", "version_number", "obligation_key");

CREATE INDEX "ix_agreement_obligations_party" ON "agreement_obligations"("agreement_id", "party_position");

CREATE TABLE "agreement_obligation_entries" (
    "id" UUID NOT NULL,
    "agreement_id" UUID NOT NULL,
    "obligation_key" UUID NOT NULL,
    "quantity" INTEGER NOT NULL,
    "happened_on" DATE NOT NULL,
    "note" TEXT NOT NULL,
    "party_position" INTEGER NOT NULL,
    "entered_by" UUID NOT NULL,
    "entered_at" TIMESTAMPTZ(3) NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),
    "disputed_at" TIMESTAMPTZ(3),
    "disputed_by" UUID,
    "disputing_position" INTEGER,
    "dispute_reason" TEXT,

    CONSTRAINT "pk_agreement_obligation_entries" PRIMARY KEY ("id"),
    CONSTRAINT "ck_agreement_obligation_entries_quantity" CHECK ("quantity" BETWEEN 1 AND 1000000),
    CONSTRAINT "ck_agreement_obligation_entries_dispute" CHECK (
      num_nonnulls("disputed_at", "disputed_by", "disputing_position", "dispute_reason") IN (0, 4)
      AND "disputing_position" IS DISTINCT FROM "party_position")
);

CREATE INDEX "ix_agreement_obligation_entries_obligation" ON "agreement_obligation_entries"("agreement_id", "obligation_key", "happened_on");

CREATE TABLE "agreement_notices" (
    "agreement_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "told_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "pk_agreement_notices" PRIMARY KEY ("agreement_id","kind","subject")
);

ALTER TABLE "agreement_obligations" ADD CONSTRAINT "fk_agreement_obligations_version" FOREIGN KEY ("agreement_id", "version_number") REFERENCES "agreement_versions"("agreement_id", "number") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "agreement_obligations" ADD CONSTRAINT "fk_agreement_obligations_party" FOREIGN KEY ("agreement_id", "party_position") REFERENCES "agreement_parties"("agreement_id", "position") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "agreement_obligation_entries" ADD CONSTRAINT "fk_agreement_obligation_entries_agreement" FOREIGN KEY ("agreement_id") REFERENCES "agreements"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "agreement_notices" ADD CONSTRAINT "fk_agreement_notices_agreement" FOREIGN KEY ("agreement_id") REFERENCES "agreements"("id") ON DELETE CASCADE ON UPDATE CASCADE;



-- What Prisma cannot say. Obligations are part of a version: written with it, complete, never changed.
CREATE TRIGGER "tr_agreement_obligations_final" BEFORE UPDATE ON "agreement_obligations"
  FOR EACH ROW EXECUTE FUNCTION "agreement_text_is_final"();

CREATE FUNCTION "agreement_obligations_are_complete"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  v "agreement_versions"%ROWTYPE;
BEGIN
  SELECT * INTO v FROM "agreement_versions"
  WHERE "agreement_id" = NEW."agreement_id" AND "number" = NEW."version_number";
  IF NEW."position" NOT BETWEEN 1 AND v."obligation_count" THEN
    RAISE EXCEPTION 'agreement_obligations are complete' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW."due_on" NOT BETWEEN v."starts_on" AND v."ends_on" THEN
    RAISE EXCEPTION 'an obligation is due within the term'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'ck_agreement_obligations_due_on';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER "tr_agreement_obligations_complete" BEFORE INSERT ON "agreement_obligations"
  FOR EACH ROW EXECUTE FUNCTION "agreement_obligations_are_complete"();

CREATE FUNCTION "agreement_version_has_its_obligations"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  stated integer;
  agreement uuid;
  version integer;
BEGIN
  IF TG_TABLE_NAME = 'agreement_versions' THEN
    agreement := NEW."agreement_id";
    version := NEW."number";
  ELSE
    agreement := OLD."agreement_id";
    version := OLD."version_number";
  END IF;
  SELECT v."obligation_count" INTO stated FROM "agreement_versions" v
  WHERE v."agreement_id" = agreement AND v."number" = version;
  IF FOUND AND stated <> (SELECT count(*) FROM "agreement_obligations" o
                          WHERE o."agreement_id" = agreement AND o."version_number" = version) THEN
    RAISE EXCEPTION 'a version has the obligations it was written with'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'ck_agreement_versions_obligations';
  END IF;
  RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER "tr_agreement_versions_obligations" AFTER INSERT ON "agreement_versions"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "agreement_version_has_its_obligations"();
CREATE CONSTRAINT TRIGGER "tr_agreement_obligations_whole" AFTER DELETE ON "agreement_obligations"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "agreement_version_has_its_obligations"();

-- What was entered stays as it was entered; it can be withdrawn once and disputed once.
CREATE FUNCTION "agreement_obligation_entry_is_final"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF to_jsonb(NEW) - '{withdrawn_at,disputed_at,disputed_by,disputing_position,dispute_reason}'::text[]
      <> to_jsonb(OLD) - '{withdrawn_at,disputed_at,disputed_by,disputing_position,dispute_reason}'::text[]
    OR (OLD."withdrawn_at" IS NOT NULL AND NEW."withdrawn_at" IS DISTINCT FROM OLD."withdrawn_at")
    OR (OLD."disputed_at" IS NOT NULL AND
        (NEW."disputed_at", NEW."disputed_by", NEW."disputing_position", NEW."dispute_reason")
          IS DISTINCT FROM (OLD."disputed_at", OLD."disputed_by", OLD."disputing_position", OLD."dispute_reason")) THEN
    RAISE EXCEPTION 'entries are final' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER "tr_agreement_obligation_entries_final" BEFORE UPDATE ON "agreement_obligation_entries"
  FOR EACH ROW EXECUTE FUNCTION "agreement_obligation_entry_is_final"();
