-- What a person dismissed stays on the own list when the posting is deleted, with the title and employer it had.
ALTER TABLE "recommendation_dismissals"
  ADD COLUMN "title" TEXT,
  ADD COLUMN "employer_name" TEXT,
  ALTER COLUMN "job_posting_id" DROP NOT NULL;

UPDATE "recommendation_dismissals" dismissal
SET "title" = posting."title", "employer_name" = coalesce(organisation."name", posting."employer_name")
FROM "job_postings" posting LEFT JOIN "organisations" organisation ON organisation."id" = posting."organisation_id"
WHERE posting."id" = dismissal."job_posting_id";

ALTER TABLE "recommendation_dismissals"
  DROP CONSTRAINT "fk_recommendation_dismissals_job_posting";

ALTER TABLE "recommendation_dismissals" ADD CONSTRAINT "fk_recommendation_dismissals_job_posting" FOREIGN KEY ("job_posting_id") REFERENCES "job_postings"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Whoever writes: the title and employer as they were when it was dismissed.
CREATE FUNCTION "keep_dismissed_posting"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT posting."title", coalesce(organisation."name", posting."employer_name")
  INTO NEW."title", NEW."employer_name"
  FROM "job_postings" posting LEFT JOIN "organisations" organisation ON organisation."id" = posting."organisation_id"
  WHERE posting."id" = NEW."job_posting_id";
  RETURN NEW;
END $$;

CREATE TRIGGER "tr_recommendation_dismissals_kept" BEFORE INSERT ON "recommendation_dismissals"
  FOR EACH ROW EXECUTE FUNCTION "keep_dismissed_posting"();
