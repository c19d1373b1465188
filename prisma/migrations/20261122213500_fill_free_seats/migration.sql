-- A run may fill the seats that a committed one left free; of one run one such run at a time is under way.
ALTER TABLE "allocation_runs" ADD COLUMN "follows_id" UUID;

CREATE INDEX "ix_allocation_runs_follows" ON "allocation_runs"("follows_id");

CREATE UNIQUE INDEX "uq_allocation_runs_follow_up" ON "allocation_runs"("follows_id")
  WHERE "state" IN ('draft', 'running', 'previewed');

ALTER TABLE "allocation_runs" ADD CONSTRAINT "fk_allocation_runs_follows" FOREIGN KEY ("follows_id") REFERENCES "allocation_runs"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "allocation_runs" ADD CONSTRAINT "ck_allocation_runs_follows" CHECK ("follows_id" <> "id");
