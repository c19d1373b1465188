-- What a gap takes. No template was made before: nothing could make one.
ALTER TABLE "agreement_template_variables"
  ADD COLUMN "kind" TEXT NOT NULL,
  ADD COLUMN "max_length" INTEGER;

-- What Prisma cannot say.
ALTER TABLE "agreement_template_variables"
  ADD CONSTRAINT "ck_agreement_template_variables_kind" CHECK ("kind" IN ('TEXT', 'NUMBER', 'DATE', 'MONEY')),
  ADD CONSTRAINT "ck_agreement_template_variables_max_length"
    CHECK (CASE WHEN "kind" = 'TEXT' THEN "max_length" BETWEEN 1 AND 2000 AND "max_length" IS NOT NULL ELSE "max_length" IS NULL END),
  ADD CONSTRAINT "ck_agreement_template_variables_position" CHECK ("position" BETWEEN 1 AND 40),
  ADD CONSTRAINT "ck_agreement_template_variables_name" CHECK (char_length("name") BETWEEN 1 AND 30 AND "name" !~ '[{}]');
ALTER TABLE "agreement_template_clauses"
  ADD CONSTRAINT "ck_agreement_template_clauses_position" CHECK ("position" BETWEEN 1 AND 100);
ALTER TABLE "agreement_templates"
  ADD CONSTRAINT "ck_agreement_templates_name" CHECK (char_length("name") BETWEEN 2 AND 100),
  ADD CONSTRAINT "ck_agreement_templates_version_number" CHECK ("version_number" >= 1);

-- A version stays as it was made: agreements say which one they were drafted from.
CREATE TRIGGER "tr_agreement_template_versions_final" BEFORE UPDATE ON "agreement_template_versions"
  FOR EACH ROW EXECUTE FUNCTION "agreement_text_is_final"();
CREATE TRIGGER "tr_agreement_template_clauses_final" BEFORE UPDATE ON "agreement_template_clauses"
  FOR EACH ROW EXECUTE FUNCTION "agreement_text_is_final"();
CREATE TRIGGER "tr_agreement_template_variables_final" BEFORE UPDATE ON "agreement_template_variables"
  FOR EACH ROW EXECUTE FUNCTION "agreement_text_is_final"();

-- Nobody drafts from what was archived; it is not changed any more.
CREATE FUNCTION "agreement_template_is_kept"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."archived_at" IS NOT NULL OR NEW."version_number" NOT BETWEEN OLD."version_number" AND OLD."version_number" + 1
    OR (NEW."organisation_id", NEW."kind", NEW."form") IS DISTINCT FROM (OLD."organisation_id", OLD."kind", OLD."form") THEN
    RAISE EXCEPTION 'archived templates, owners and kinds never change' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER "tr_agreement_templates_kept" BEFORE UPDATE ON "agreement_templates"
  FOR EACH ROW EXECUTE FUNCTION "agreement_template_is_kept"();
