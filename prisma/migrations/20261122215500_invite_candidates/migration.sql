-- An employer invites a person it was recommended to apply; once for a posting. People may want no invitations.
ALTER TABLE "job_seeker_profiles" ADD COLUMN "takes_invitations" BOOLEAN NOT NULL DEFAULT true;

CREATE TABLE "candidate_invitations" (
    "id" UUID NOT NULL,
    "job_posting_id" UUID NOT NULL,
    "profile_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "invited_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "pk_candidate_invitations" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "uq_candidate_invitations_pair" ON "candidate_invitations"("profile_id", "job_posting_id");

CREATE INDEX "ix_candidate_invitations_profile" ON "candidate_invitations"("profile_id", "invited_at" DESC, "id" DESC);

CREATE INDEX "ix_candidate_invitations_organisation" ON "candidate_invitations"("organisation_id", "invited_at");

CREATE INDEX "ix_candidate_invitations_job_posting" ON "candidate_invitations"("job_posting_id");

ALTER TABLE "candidate_invitations" ADD CONSTRAINT "fk_candidate_invitations_job_posting" FOREIGN KEY ("job_posting_id") REFERENCES "job_postings"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "candidate_invitations" ADD CONSTRAINT "fk_candidate_invitations_profile" FOREIGN KEY ("profile_id") REFERENCES "job_seeker_profiles"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "candidate_invitations" ADD CONSTRAINT "fk_candidate_invitations_organisation" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE CASCADE ON UPDATE CASCADE;
