ALTER TABLE "agreements" DROP COLUMN "sealed_at";
