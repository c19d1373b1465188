import { createContext, useContext } from 'react';

/** The body that runs this installation, and where people reach it; from the settings, in no language but its own. */
export interface Operator {
  readonly name: string;
  readonly contact: string;
}

export const OperatorContext = createContext<Operator>({ name: '', contact: '' });

export function useOperator(): Operator {
  return useContext(OperatorContext);
}

/** Where the contact can be clicked: a mail address or a phone number that stands alone. */
export function contactAddress(contact: string): string | null {
  if (/^[^\s@,;]+@[^\s@,;]+$/.test(contact)) return `mailto:${contact}`;
  return /^\+?\d[\d -]{3,}$/.test(contact) ? `tel:${contact.replaceAll(/[ -]/g, '')}` : null;
}
