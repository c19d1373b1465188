-- Where the work is stays with the offer: a posting may be moved afterwards, what was accepted may not.
ALTER TABLE "offers" ADD COLUMN "region_id" UUID;
UPDATE "offers" SET "region_id" = "job_postings"."region_id"
FROM "applications" JOIN "job_postings" ON "job_postings"."id" = "applications"."job_posting_id"
WHERE "applications"."id" = "offers"."application_id";
ALTER TABLE "offers" ADD CONSTRAINT "fk_offers_region"
  FOREIGN KEY ("region_id") REFERENCES "regions" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX "ix_offers_region" ON "offers" ("region_id");
