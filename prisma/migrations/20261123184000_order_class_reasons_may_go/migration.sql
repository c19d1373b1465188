-- Why somebody left is told by a person about a person: it may go when the account is closed. All else that is over stays.
CREATE OR REPLACE FUNCTION "order_class_enrolment_goes_on"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."state" = 'left' AND NEW."reason" IS NULL
    AND to_jsonb(NEW) - 'reason' = to_jsonb(OLD) - 'reason'
  THEN
    RETURN NEW;
  END IF;
  IF OLD."state" NOT IN ('listed', 'confirmed') OR NEW."state" = 'listed' AND OLD."state" <> 'listed'
    OR (NEW."affiliation_id", NEW."account_id", NEW."listed_at")
      IS DISTINCT FROM (OLD."affiliation_id", OLD."account_id", OLD."listed_at")
  THEN
    RAISE EXCEPTION 'enrolments that are over are final' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END
$$;
