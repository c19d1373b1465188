-- Of an agreement there is one renewal at a time; one that was given up makes way for another.
CREATE UNIQUE INDEX "uq_agreements_renewal" ON "agreements" ("renewed_from_id") WHERE "state" <> 'cancelled';
