-- Day on which the work of a posting begins (到岗时间); null when it is agreed with whoever comes.
ALTER TABLE "job_postings" ADD COLUMN "starts_on" DATE;
