import { z } from 'zod';

/** Codes of the catalogue of reasons; never words somebody wrote. */
const code = z.string().regex(/^[A-Z][A-Z_]{0,59}$/);

/** What a stored notice knows: ids and codes, nothing personal. The words are made from the records they name. */
export const paramsSchema = z.object({
  /** Set where the receiver is told as a member of an organisation: who is no longer one reads no names. */
  asOrganisationId: z.uuid().optional(),
  organisationId: z.uuid().optional(),
  jobPostingId: z.uuid().optional(),
  applicationId: z.uuid().optional(),
  interviewId: z.uuid().optional(),
  offerId: z.uuid().optional(),
  agreementId: z.uuid().optional(),
  collegeId: z.uuid().optional(),
  enterpriseId: z.uuid().optional(),
  /** Organisations among the parties of the agreement. */
  partyIds: z.array(z.uuid()).max(20).optional(),
  jobFairId: z.uuid().optional(),
  affiliationId: z.uuid().optional(),
  reportId: z.uuid().optional(),
  profileId: z.uuid().optional(),
  reason: code.optional(),
  daysLeft: z.int().optional(),
});

export type NotificationParams = z.output<typeof paramsSchema>;
