-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "stored_file_state" AS ENUM ('awaiting_upload', 'stored', 'attached');

-- CreateTable
CREATE TABLE "outbox_events" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "subject_type" TEXT,
    "subject_id" UUID,
    "actor_id" UUID,
    "request_id" TEXT NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "pk_outbox_events" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outbox_deliveries" (
    "event_id" UUID NOT NULL,
    "listener" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "done_at" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 1,
    "failed_at" TIMESTAMPTZ(3),
    "failure" TEXT,

    CONSTRAINT "pk_outbox_deliveries" PRIMARY KEY ("event_id","listener")
);

-- CreateTable
CREATE TABLE "idempotency_keys" (
    "actor_key" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "input_hash" TEXT NOT NULL,
    "answer" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "pk_idempotency_keys" PRIMARY KEY ("actor_key","key")
);

-- CreateTable
CREATE TABLE "audit_entries" (
    "id" UUID NOT NULL,
    "action" TEXT NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "actor_id" UUID,
    "subject_type" TEXT,
    "subject_id" UUID,
    "detail" JSONB NOT NULL DEFAULT '{}',
    "request_id" TEXT NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "sequence" BIGINT,
    "previous_hash" TEXT,
    "hash" TEXT,
    "sealed_at" TIMESTAMPTZ(3),

    CONSTRAINT "pk_audit_entries" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stored_files" (
    "id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "media_type" TEXT,
    "size_bytes" INTEGER NOT NULL,
    "sha256" TEXT,
    "state" "stored_file_state" NOT NULL DEFAULT 'awaiting_upload',
    "uploaded_by" UUID,
    "subject_type" TEXT,
    "subject_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "pk_stored_files" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stored_file_chunks" (
    "file_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "pk_stored_file_chunks" PRIMARY KEY ("file_id","ordinal")
);

-- CreateTable
CREATE TABLE "rate_limits" (
    "bucket" TEXT NOT NULL,
    "key_hash" TEXT NOT NULL,
    "window_end" TIMESTAMPTZ(3) NOT NULL,
    "hits" BIGINT[],

    CONSTRAINT "pk_rate_limits" PRIMARY KEY ("bucket","key_hash")
);

-- CreateTable
CREATE TABLE "development_messages" (
    "id" UUID NOT NULL,
    "channel" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "pk_development_messages" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "demo_records" (
    "table_name" TEXT NOT NULL,
    "record_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "pk_demo_records" PRIMARY KEY ("table_name","record_id")
);

-- CreateTable
CREATE TABLE "installation_facts" (
    "name" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "pk_installation_facts" PRIMARY KEY ("name")
);

-- CreateIndex
CREATE INDEX "ix_outbox_events_sent_at" ON "outbox_events"("sent_at");

-- CreateIndex
CREATE INDEX "ix_idempotency_keys_created_at" ON "idempotency_keys"("created_at");

-- CreateIndex
CREATE INDEX "ix_audit_entries_subject" ON "audit_entries"("subject_type", "subject_id");

-- CreateIndex
CREATE INDEX "ix_audit_entries_actor" ON "audit_entries"("actor_id", "occurred_at");

-- CreateIndex
CREATE UNIQUE INDEX "uq_audit_entries_sequence" ON "audit_entries"("sequence");

-- CreateIndex
CREATE INDEX "ix_stored_files_subject" ON "stored_files"("subject_type", "subject_id");

-- CreateIndex
CREATE INDEX "ix_stored_files_state" ON "stored_files"("state", "created_at");

-- CreateIndex
CREATE INDEX "ix_rate_limits_window_end" ON "rate_limits"("window_end");

-- CreateIndex
CREATE INDEX "ix_development_messages_created_at" ON "development_messages"("created_at");

-- AddForeignKey
ALTER TABLE "outbox_deliveries" ADD CONSTRAINT "fk_outbox_deliveries_event" FOREIGN KEY ("event_id") REFERENCES "outbox_events"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stored_file_chunks" ADD CONSTRAINT "fk_stored_file_chunks_file" FOREIGN KEY ("file_id") REFERENCES "stored_files"("id") ON DELETE CASCADE ON UPDATE CASCADE;



-- What Prisma cannot say.
CREATE INDEX "ix_outbox_events_unsent" ON "outbox_events" ("id") WHERE "sent_at" IS NULL;
CREATE INDEX "ix_outbox_deliveries_open" ON "outbox_deliveries" ("sent_at")
  WHERE "done_at" IS NULL AND "failed_at" IS NULL;
CREATE INDEX "ix_outbox_deliveries_failed" ON "outbox_deliveries" ("failed_at")
  WHERE "done_at" IS NULL AND "failed_at" IS NOT NULL;
CREATE INDEX "ix_audit_entries_unsealed" ON "audit_entries" ("id") WHERE "sequence" IS NULL;

ALTER TABLE "rate_limits" SET UNLOGGED;
ALTER TABLE "stored_files" ADD CONSTRAINT "ck_stored_files_size" CHECK ("size_bytes" BETWEEN 0 AND 20971520);
ALTER TABLE "audit_entries" ADD CONSTRAINT "ck_audit_entries_sealed"
  CHECK (("sequence" IS NULL) = ("hash" IS NULL) AND ("sequence" IS NULL) = ("sealed_at" IS NULL));

-- An audit entry is written once, sealed once and never deleted.
CREATE FUNCTION "audit_entries_are_final"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'audit entries are never deleted' USING ERRCODE = 'restrict_violation';
  END IF;
  IF TG_OP = 'TRUNCATE' THEN
    RAISE EXCEPTION 'audit entries are never deleted' USING ERRCODE = 'restrict_violation';
  END IF;
  IF OLD."sequence" IS NOT NULL OR NEW."sequence" IS NULL OR NEW."previous_hash" IS NULL
     OR (OLD."id", OLD."action", OLD."actor_kind", OLD."actor_id", OLD."subject_type", OLD."subject_id",
         OLD."detail", OLD."request_id", OLD."occurred_at")
        IS DISTINCT FROM
        (NEW."id", NEW."action", NEW."actor_kind", NEW."actor_id", NEW."subject_type", NEW."subject_id",
         NEW."detail", NEW."request_id", NEW."occurred_at") THEN
    RAISE EXCEPTION 'audit entries are written once' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER "tr_audit_entries_final" BEFORE UPDATE OR DELETE ON "audit_entries"
  FOR EACH ROW EXECUTE FUNCTION "audit_entries_are_final"();
CREATE TRIGGER "tr_audit_entries_kept" BEFORE TRUNCATE ON "audit_entries"
  FOR EACH STATEMENT EXECUTE FUNCTION "audit_entries_are_final"();
