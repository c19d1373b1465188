-- What is said about a clause: seen by all parties or by one, in threads, about a clause there was.
ALTER TABLE "agreement_comments"
  ADD COLUMN "is_internal" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "reply_to_id" UUID;

CREATE INDEX "ix_agreement_comments_clause" ON "agreement_comments"("agreement_id", "version_number", "clause_key");
CREATE INDEX "ix_agreement_comments_party" ON "agreement_comments"("agreement_id", "party_position");
CREATE INDEX "ix_agreement_comments_reply_to" ON "agreement_comments"("reply_to_id");

ALTER TABLE "agreement_comments" ADD CONSTRAINT "fk_agreement_comments_clause" FOREIGN KEY ("agreement_id", "version_number", "clause_key") REFERENCES "agreement_clauses"("agreement_id", "version_number", "clause_key") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "agreement_comments" ADD CONSTRAINT "fk_agreement_comments_party" FOREIGN KEY ("agreement_id", "party_position") REFERENCES "agreement_parties"("agreement_id", "position") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "agreement_comments" ADD CONSTRAINT "fk_agreement_comments_reply_to" FOREIGN KEY ("reply_to_id") REFERENCES "agreement_comments"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma cannot say.
ALTER TABLE "agreement_comments"
  ADD CONSTRAINT "ck_agreement_comments_body" CHECK (char_length("body") BETWEEN 1 AND 2000),
  ADD CONSTRAINT "ck_agreement_comments_resolved" CHECK (num_nonnulls("resolved_at", "resolved_by") <> 1),
  ADD CONSTRAINT "ck_agreement_comments_thread" CHECK ("reply_to_id" IS NULL OR "resolved_at" IS NULL);

-- Made while the text is discussed, and before it is shared for the own party only; an answer stands where the comment
-- stands that it answers. Afterwards it is only resolved or taken up again.
CREATE FUNCTION "agreement_comment_is_kept"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF to_jsonb(NEW) - '{resolved_at,resolved_by}'::text[] <> to_jsonb(OLD) - '{resolved_at,resolved_by}'::text[] THEN
      RAISE EXCEPTION 'comments are final' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF NOT EXISTS (
    SELECT 1 FROM "agreements" a WHERE a."id" = NEW."agreement_id"
      AND a."state" IN ('draft', 'negotiating', 'in_review', 'awaiting_signatures', 'partially_signed')
      AND (NEW."is_internal" OR a."shared_at" IS NOT NULL)) THEN
    RAISE EXCEPTION 'the text is not discussed' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW."reply_to_id" IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM "agreement_comments" c WHERE c."id" = NEW."reply_to_id"
      AND c."reply_to_id" IS NULL AND c."agreement_id" = NEW."agreement_id" AND c."clause_key" = NEW."clause_key"
      AND c."is_internal" = NEW."is_internal"
      AND (NOT c."is_internal" OR c."party_position" = NEW."party_position")) THEN
    RAISE EXCEPTION 'an answer stands with what it answers' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER "tr_agreement_comments_kept" BEFORE INSERT OR UPDATE ON "agreement_comments"
  FOR EACH ROW EXECUTE FUNCTION "agreement_comment_is_kept"();
