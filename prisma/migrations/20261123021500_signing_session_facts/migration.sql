-- By which power of attorney a text was opened to be signed, and when it was read to its end.
ALTER TABLE "agreement_signing_sessions"
  ADD COLUMN "delegation_id" UUID,
  ADD COLUMN "viewed_at" TIMESTAMPTZ(3);
