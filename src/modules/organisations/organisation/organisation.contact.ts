/** Columns the sealed contact is bound to. */
export const CONTACT_COLUMNS = {
  name: 'organisations.contact_name_sealed',
  phone: 'organisations.contact_phone_sealed',
  email: 'organisations.contact_email_sealed',
} as const;
