CREATE TYPE "order_class_enrolment_state" AS ENUM ('listed', 'confirmed', 'refused', 'left', 'ended');

CREATE TABLE "order_class_enrolments" (
    "id" UUID NOT NULL,
    "agreement_id" UUID NOT NULL,
    "affiliation_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "state" "order_class_enrolment_state" NOT NULL DEFAULT 'listed',
    "listed_at" TIMESTAMPTZ(3) NOT NULL,
    "listed_by" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by" UUID,
    "ended_at" TIMESTAMPTZ(3),
    "reason" TEXT,

    CONSTRAINT "pk_order_class_enrolments" PRIMARY KEY ("id"),
    CONSTRAINT "ck_order_class_enrolments_times" CHECK (
      CASE "state"
        WHEN 'listed' THEN num_nonnulls("decided_at", "ended_at", "reason") = 0
        WHEN 'confirmed' THEN "decided_at" IS NOT NULL AND num_nonnulls("ended_at", "reason") = 0
        WHEN 'refused' THEN "decided_at" IS NOT NULL AND "reason" IS NOT NULL AND "ended_at" IS NULL
        WHEN 'left' THEN "ended_at" IS NOT NULL
        ELSE "ended_at" IS NOT NULL AND "reason" IS NULL
      END)
);

CREATE INDEX "ix_order_class_enrolments_agreement" ON "order_class_enrolments"("agreement_id", "listed_at");

CREATE INDEX "ix_order_class_enrolments_account" ON "order_class_enrolments"("account_id", "listed_at");

CREATE INDEX "ix_order_class_enrolments_affiliation" ON "order_class_enrolments"("affiliation_id");

ALTER TABLE "order_class_enrolments" ADD CONSTRAINT "fk_order_class_enrolments_agreement" FOREIGN KEY ("agreement_id") REFERENCES "agreements"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "order_class_enrolments" ADD CONSTRAINT "fk_order_class_enrolments_affiliation" FOREIGN KEY ("affiliation_id") REFERENCES "affiliations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "order_class_enrolments" ADD CONSTRAINT "fk_order_class_enrolments_account" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma cannot say. A student is in one order class at a time.
CREATE UNIQUE INDEX "uq_order_class_enrolments_open" ON "order_class_enrolments"("account_id")
  WHERE "state" IN ('listed', 'confirmed');

-- No more than the seats that were promised: whoever adds one holds the agreement, so that the next one counts him.
CREATE FUNCTION "order_class_has_a_seat"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  seats INTEGER;
BEGIN
  SELECT "promised_students" INTO seats FROM "agreements" WHERE "id" = NEW."agreement_id" FOR NO KEY UPDATE;
  IF seats IS NOT NULL AND seats <= (
    SELECT count(*) FROM "order_class_enrolments"
    WHERE "agreement_id" = NEW."agreement_id" AND "state" IN ('listed', 'confirmed')
  ) THEN
    RAISE EXCEPTION 'the order class is full: "ck_order_class_enrolments_seats"'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'ck_order_class_enrolments_seats';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER "tr_order_class_enrolments_seats" BEFORE INSERT ON "order_class_enrolments"
  FOR EACH ROW EXECUTE FUNCTION "order_class_has_a_seat"();

-- Who is on the list for what never changes, and what is over stays so.
CREATE FUNCTION "order_class_enrolment_goes_on"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."state" NOT IN ('listed', 'confirmed') OR NEW."state" = 'listed' AND OLD."state" <> 'listed'
    OR (NEW."affiliation_id", NEW."account_id", NEW."listed_at")
      IS DISTINCT FROM (OLD."affiliation_id", OLD."account_id", OLD."listed_at")
  THEN
    RAISE EXCEPTION 'enrolments that are over are final' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER "tr_order_class_enrolments_goes_on" BEFORE UPDATE ON "order_class_enrolments"
  FOR EACH ROW EXECUTE FUNCTION "order_class_enrolment_goes_on"();
