-- CreateTable
CREATE TABLE "recommendations" (
    "id" UUID NOT NULL,
    "profile_id" UUID NOT NULL,
    "job_posting_id" UUID NOT NULL,
    "score" SMALLINT NOT NULL,
    "terms" JSONB NOT NULL,
    "rank" INTEGER NOT NULL,
    "dismissed_at" TIMESTAMPTZ(3),
    "computed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "pk_recommendations" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ix_recommendations_profile" ON "recommendations"("profile_id", "rank");

-- CreateIndex
CREATE INDEX "ix_recommendations_job_posting" ON "recommendations"("job_posting_id", "score" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "uq_recommendations_pair" ON "recommendations"("profile_id", "job_posting_id");

-- AddForeignKey
ALTER TABLE "recommendations" ADD CONSTRAINT "fk_recommendations_profile" FOREIGN KEY ("profile_id") REFERENCES "job_seeker_profiles"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recommendations" ADD CONSTRAINT "fk_recommendations_job_posting" FOREIGN KEY ("job_posting_id") REFERENCES "job_postings"("id") ON DELETE CASCADE ON UPDATE CASCADE;



ALTER TABLE "recommendations"
  ADD CONSTRAINT "ck_recommendations_score" CHECK ("score" BETWEEN 0 AND 1000),
  ADD CONSTRAINT "ck_recommendations_rank" CHECK ("rank" >= 1);
