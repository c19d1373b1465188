-- What a person sees first takes account of seats and of who else is sent there.
ALTER TABLE "recommendations"
  ADD COLUMN "is_first" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "seat_price" SMALLINT NOT NULL DEFAULT 0,
  ADD CONSTRAINT "ck_recommendations_seat_price" CHECK ("seat_price" >= 0);

-- First places given away, by posting.
CREATE INDEX "ix_recommendations_first" ON "recommendations" ("job_posting_id") INCLUDE ("profile_id", "seat_price")
  WHERE "is_first" AND "dismissed_at" IS NULL;
