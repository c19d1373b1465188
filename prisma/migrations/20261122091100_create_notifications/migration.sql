-- CreateEnum
CREATE TYPE "notification_channel" AS ENUM ('email');

-- CreateEnum
CREATE TYPE "notification_delivery_state" AS ENUM ('pending', 'sent', 'skipped', 'failed');

-- CreateTable
CREATE TABLE "notifications" (
    "id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "params" JSONB NOT NULL,
    "position" BIGINT NOT NULL,
    "once_on" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "pk_notifications" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notification_inboxes" (
    "account_id" UUID NOT NULL,
    "last_position" BIGINT NOT NULL,

    CONSTRAINT "pk_notification_inboxes" PRIMARY KEY ("account_id")
);

-- CreateTable
CREATE TABLE "notification_deliveries" (
    "notification_id" UUID NOT NULL,
    "channel" "notification_channel" NOT NULL,
    "state" "notification_delivery_state" NOT NULL DEFAULT 'pending',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "sent_at" TIMESTAMPTZ(3),
    "failure" TEXT,

    CONSTRAINT "pk_notification_deliveries" PRIMARY KEY ("notification_id","channel")
);

-- CreateTable
CREATE TABLE "notification_preferences" (
    "account_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "channel" "notification_channel" NOT NULL,
    "is_enabled" BOOLEAN NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "pk_notification_preferences" PRIMARY KEY ("account_id","kind","channel")
);

-- CreateTable
CREATE TABLE "notification_streams" (
    "account_id" UUID NOT NULL,
    "slot" SMALLINT NOT NULL,
    "holder_id" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "pk_notification_streams" PRIMARY KEY ("account_id","slot")
);

-- CreateIndex
CREATE UNIQUE INDEX "uq_notifications_event_receiver_kind" ON "notifications"("event_id", "account_id", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "uq_notifications_account_position" ON "notifications"("account_id", "position");

-- AddForeignKey
ALTER TABLE "notifications" ADD CONSTRAINT "fk_notifications_account" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification_inboxes" ADD CONSTRAINT "fk_notification_inboxes_account" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification_deliveries" ADD CONSTRAINT "fk_notification_deliveries_notification" FOREIGN KEY ("notification_id") REFERENCES "notifications"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification_preferences" ADD CONSTRAINT "fk_notification_preferences_account" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification_streams" ADD CONSTRAINT "fk_notification_streams_account" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;



-- Kinds that are told at most once a day.
CREATE UNIQUE INDEX "uq_notifications_once_a_day" ON "notifications" ("account_id", "kind", "once_on") WHERE "once_on" IS NOT NULL;

-- The bell's number and the list of unread notices.
CREATE INDEX "ix_notifications_unread" ON "notifications" ("account_id", "position") WHERE "read_at" IS NULL;

-- Read notices are purged by age.
CREATE INDEX "ix_notifications_read_at" ON "notifications" ("read_at") WHERE "read_at" IS NOT NULL;

-- What is still to be sent.
CREATE INDEX "ix_notification_deliveries_pending" ON "notification_deliveries" ("notification_id") WHERE "state" = 'pending';

ALTER TABLE "notifications" ADD CONSTRAINT "ck_notifications_kind" CHECK ("kind" ~ '^[A-Z]+(_[A-Z]+)*$');
ALTER TABLE "notifications" ADD CONSTRAINT "ck_notifications_params" CHECK (jsonb_typeof("params") = 'object');
ALTER TABLE "notification_deliveries" ADD CONSTRAINT "ck_notification_deliveries_sent" CHECK (("state" = 'sent') = ("sent_at" IS NOT NULL));
ALTER TABLE "notification_streams" ADD CONSTRAINT "ck_notification_streams_slot" CHECK ("slot" BETWEEN 1 AND 5);
