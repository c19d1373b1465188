-- New values may not be used in the transaction that adds them: the rules that know them follow.
ALTER TYPE "agreement_state" ADD VALUE 'suspended' AFTER 'effective';
ALTER TYPE "agreement_state" ADD VALUE 'superseded' AFTER 'suspended';
