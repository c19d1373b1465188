CREATE TABLE "agreement_events" (
    "id" UUID NOT NULL,
    "agreement_id" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "actor_id" UUID,
    "party_position" INTEGER,
    "network_address" TEXT,
    "document_hash" TEXT,
    "detail" TEXT NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "previous_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "pk_agreement_events" PRIMARY KEY ("id"),
    CONSTRAINT "ck_agreement_events_sequence" CHECK ("sequence" > 0),
    CONSTRAINT "ck_agreement_events_kind" CHECK ("kind" ~ '^[A-Z][A-Z_]{1,39}$'),
    CONSTRAINT "ck_agreement_events_detail" CHECK ("detail" IS JSON OBJECT),
    CONSTRAINT "ck_agreement_events_hashes" CHECK (
      "hash" ~ '^[0-9a-f]{64}$' AND "previous_hash" ~ '^[0-9a-f]{64}$'
      AND ("document_hash" IS NULL OR "document_hash" ~ '^[0-9a-f]{64}$'))
);

CREATE UNIQUE INDEX "uq_agreement_events_sequence" ON "agreement_events"("agreement_id", "sequence");

CREATE TABLE "agreement_seals" (
    "agreement_id" UUID NOT NULL,
    "agreement_number" TEXT NOT NULL,
    "file_id" UUID NOT NULL,
    "signature_file_id" UUID NOT NULL,
    "sha256" TEXT NOT NULL,
    "text_hash" TEXT NOT NULL,
    "key_id" TEXT NOT NULL,
    "signature" TEXT NOT NULL,
    "event_sequence" INTEGER NOT NULL,
    "event_hash" TEXT NOT NULL,
    "signed_at" TIMESTAMPTZ(3) NOT NULL,
    "sealed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "pk_agreement_seals" PRIMARY KEY ("agreement_id"),
    CONSTRAINT "ck_agreement_seals_hashes" CHECK (
      "sha256" ~ '^[0-9a-f]{64}$' AND "text_hash" ~ '^[0-9a-f]{64}$' AND "event_hash" ~ '^[0-9a-f]{64}$')
);

CREATE UNIQUE INDEX "uq_agreement_seals_number" ON "agreement_seals"("agreement_number");

CREATE UNIQUE INDEX "uq_agreement_seals_sha256" ON "agreement_seals"("sha256");

CREATE TABLE "agreement_event_heads" (
    "number" INTEGER NOT NULL,
    "previous_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "leaf_count" INTEGER NOT NULL,
    "key_id" TEXT NOT NULL,
    "signature" TEXT NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "pk_agreement_event_heads" PRIMARY KEY ("number")
);

CREATE UNIQUE INDEX "uq_agreement_event_heads_hash" ON "agreement_event_heads"("hash");

CREATE TABLE "agreement_event_head_leaves" (
    "head_number" INTEGER NOT NULL,
    "agreement_id" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "event_hash" TEXT NOT NULL,

    CONSTRAINT "pk_agreement_event_head_leaves" PRIMARY KEY ("head_number","agreement_id")
);

CREATE INDEX "ix_agreement_event_head_leaves_agreement" ON "agreement_event_head_leaves"("agreement_id", "sequence");

ALTER TABLE "agreement_event_head_leaves" ADD CONSTRAINT "fk_agreement_event_head_leaves_head" FOREIGN KEY ("head_number") REFERENCES "agreement_event_heads"("number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Evidence is written once.
CREATE FUNCTION "agreement_evidence_is_final"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is written once', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER "tr_agreement_events_final" BEFORE UPDATE OR DELETE OR TRUNCATE ON "agreement_events"
  FOR EACH STATEMENT EXECUTE FUNCTION "agreement_evidence_is_final"();
CREATE TRIGGER "tr_agreement_seals_final" BEFORE UPDATE OR DELETE OR TRUNCATE ON "agreement_seals"
  FOR EACH STATEMENT EXECUTE FUNCTION "agreement_evidence_is_final"();
CREATE TRIGGER "tr_agreement_event_heads_final" BEFORE UPDATE OR DELETE OR TRUNCATE ON "agreement_event_heads"
  FOR EACH STATEMENT EXECUTE FUNCTION "agreement_evidence_is_final"();
CREATE TRIGGER "tr_agreement_event_head_leaves_final" BEFORE UPDATE OR DELETE OR TRUNCATE ON "agreement_event_head_leaves"
  FOR EACH STATEMENT EXECUTE FUNCTION "agreement_evidence_is_final"();
