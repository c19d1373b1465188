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
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "pk_notifications" PRIMARY KEY ("id")
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

-- CreateIndex
CREATE INDEX "ix_notifications_account" ON "notifications"("account_id", "created_at" DESC, "id");

-- CreateIndex
CREATE UNIQUE INDEX "uq_notifications_event_receiver_kind" ON "notifications"("event_id", "account_id", "kind");

-- CreateIndex
CREATE INDEX "ix_notification_deliveries_state" ON "notification_deliveries"("state");

-- AddForeignKey
ALTER TABLE "notifications" ADD CONSTRAINT "fk_notifications_account" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification_deliveries" ADD CONSTRAINT "fk_notification_deliveries_notification" FOREIGN KEY ("notification_id") REFERENCES "notifications"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification_preferences" ADD CONSTRAINT "fk_notification_preferences_account" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;



-- The bell's number and the list of unread notices.
CREATE INDEX "ix_notifications_unread" ON "notifications" ("account_id") WHERE "read_at" IS NULL;
