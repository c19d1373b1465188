-- What a person does not want is kept apart from what is recommended, so that no recomputation can lose it.
CREATE TYPE "dismissal_reason" AS ENUM ('work', 'pay', 'place', 'employer', 'requirements', 'already_known', 'other');

CREATE TABLE "recommendation_dismissals" (
    "id" UUID NOT NULL,
    "profile_id" UUID NOT NULL,
    "job_posting_id" UUID NOT NULL,
    "reason" "dismissal_reason",
    "dismissed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "pk_recommendation_dismissals" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "uq_recommendation_dismissals_pair" ON "recommendation_dismissals"("profile_id", "job_posting_id");

CREATE INDEX "ix_recommendation_dismissals_profile" ON "recommendation_dismissals"("profile_id", "dismissed_at" DESC, "id" DESC);

CREATE INDEX "ix_recommendation_dismissals_job_posting" ON "recommendation_dismissals"("job_posting_id");

ALTER TABLE "recommendation_dismissals" ADD CONSTRAINT "fk_recommendation_dismissals_profile" FOREIGN KEY ("profile_id") REFERENCES "job_seeker_profiles"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "recommendation_dismissals" ADD CONSTRAINT "fk_recommendation_dismissals_job_posting" FOREIGN KEY ("job_posting_id") REFERENCES "job_postings"("id") ON DELETE CASCADE ON UPDATE CASCADE;

INSERT INTO "recommendation_dismissals" ("id", "profile_id", "job_posting_id", "dismissed_at")
SELECT "id", "profile_id", "job_posting_id", "dismissed_at" FROM "recommendations" WHERE "dismissed_at" IS NOT NULL;

DELETE FROM "recommendations" WHERE "dismissed_at" IS NOT NULL;

DROP INDEX "ix_recommendations_first";

ALTER TABLE "recommendations" DROP COLUMN "dismissed_at";

CREATE INDEX "ix_recommendations_first" ON "recommendations" ("job_posting_id") INCLUDE ("profile_id", "seat_price")
  WHERE "is_first";

-- Postings of an employer that is known by its name only.
CREATE INDEX "ix_job_postings_employer_name" ON "job_postings" ("employer_name") WHERE "organisation_id" IS NULL;

-- What is dismissed leaves the list, whoever writes. The lock makes recommendations that are being written wait for the
-- dismissal or the dismissal for them: each of them holds its profile by the foreign key.
CREATE FUNCTION "take_dismissed_off"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM "job_seeker_profiles" WHERE "id" = NEW."profile_id" FOR UPDATE;
  DELETE FROM "recommendations" WHERE "profile_id" = NEW."profile_id" AND "job_posting_id" = NEW."job_posting_id";
  RETURN NULL;
END $$;

CREATE TRIGGER "tr_recommendation_dismissals_listed" AFTER INSERT ON "recommendation_dismissals"
  FOR EACH ROW EXECUTE FUNCTION "take_dismissed_off"();

-- After the check of the foreign key, whose lock makes a dismissal under way visible.
CREATE FUNCTION "guard_recommendation_dismissed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "recommendation_dismissals" WHERE "profile_id" = NEW."profile_id" AND "job_posting_id" = NEW."job_posting_id") THEN
    RAISE EXCEPTION 'the person dismissed this posting'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'ck_recommendations_dismissed';
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER "tr_recommendations_dismissed" AFTER INSERT OR UPDATE OF "profile_id", "job_posting_id" ON "recommendations"
  FOR EACH ROW EXECUTE FUNCTION "guard_recommendation_dismissed"();
