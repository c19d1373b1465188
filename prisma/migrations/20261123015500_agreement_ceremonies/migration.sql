-- Ceremonies: pairs that sign one after the other before an audience.

CREATE TYPE "agreement_ceremony_state" AS ENUM ('planned', 'open', 'ended', 'cancelled');

CREATE TABLE "agreement_ceremonies" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "state" "agreement_ceremony_state" NOT NULL DEFAULT 'planned',
    "opened_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "pk_agreement_ceremonies" PRIMARY KEY ("id"),
    CONSTRAINT "ck_agreement_ceremonies_opened_at" CHECK (("opened_at" IS NOT NULL) = ("state" IN ('open', 'ended'))),
    CONSTRAINT "ck_agreement_ceremonies_ended_at" CHECK (("ended_at" IS NOT NULL) = ("state" IN ('ended', 'cancelled')))
);

CREATE INDEX "ix_agreement_ceremonies_organisation" ON "agreement_ceremonies"("organisation_id", "starts_at", "id");

CREATE TABLE "agreement_ceremony_pairs" (
    "ceremony_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "agreement_id" UUID NOT NULL,
    "is_on_stage" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "pk_agreement_ceremony_pairs" PRIMARY KEY ("ceremony_id","position"),
    CONSTRAINT "ck_agreement_ceremony_pairs_position" CHECK ("position" BETWEEN 1 AND 50)
);

CREATE UNIQUE INDEX "uq_agreement_ceremony_pairs_agreement" ON "agreement_ceremony_pairs"("ceremony_id", "agreement_id");

CREATE INDEX "ix_agreement_ceremony_pairs_agreement" ON "agreement_ceremony_pairs"("agreement_id");

CREATE TABLE "agreement_ceremony_history" (
    "id" UUID NOT NULL,
    "ceremony_id" UUID NOT NULL,
    "from_state" "agreement_ceremony_state",
    "to_state" "agreement_ceremony_state" NOT NULL,
    "actor_id" UUID,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "pk_agreement_ceremony_history" PRIMARY KEY ("id")
);

CREATE INDEX "ix_agreement_ceremony_history_ceremony" ON "agreement_ceremony_history"("ceremony_id", "occurred_at");

ALTER TABLE "agreement_ceremonies" ADD CONSTRAINT "fk_agreement_ceremonies_organisation" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "agreement_ceremony_pairs" ADD CONSTRAINT "fk_agreement_ceremony_pairs_ceremony" FOREIGN KEY ("ceremony_id") REFERENCES "agreement_ceremonies"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "agreement_ceremony_pairs" ADD CONSTRAINT "fk_agreement_ceremony_pairs_agreement" FOREIGN KEY ("agreement_id") REFERENCES "agreements"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "agreement_ceremony_history" ADD CONSTRAINT "fk_agreement_ceremony_history_ceremony" FOREIGN KEY ("ceremony_id") REFERENCES "agreement_ceremonies"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- An agreement stands on one open stage at a time.
CREATE UNIQUE INDEX "uq_agreement_ceremony_pairs_on_stage" ON "agreement_ceremony_pairs"("agreement_id") WHERE "is_on_stage";
