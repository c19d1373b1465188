import { registerEnumType } from '@nestjs/graphql';
import {
  AgreementSignatoryRole,
  AgreementSignatoryState,
  AgreementSignatureMethod,
  AgreementState,
} from '../../../generated/prisma/enums.js';

export {
  AgreementSignatoryRole,
  AgreementSignatoryState,
  AgreementSignatureMethod,
  AgreementState,
};

/** What the API called sub-kinds before kinds came out of a file. */
export const CooperationForm = {
  ORDER_CLASS: 'ORDER_CLASS',
  INTERNSHIP_BASE: 'INTERNSHIP_BASE',
  RECRUITMENT_BASE: 'RECRUITMENT_BASE',
  TRAINING_BASE: 'TRAINING_BASE',
  OTHER: 'OTHER',
} as const;
export type CooperationForm = keyof typeof CooperationForm;

registerEnumType(AgreementState, {
  name: 'AgreementState',
  description: 'Where an agreement stands.',
  valuesMap: {
    DRAFT: { description: 'Being drawn up by one party.' },
    NEGOTIATING: { description: 'Shared with the other parties, who may change it as well.' },
    IN_REVIEW: { description: 'Put forward; reviewers look at it before it is signed.' },
    AWAITING_SIGNATURES: { description: 'Put before the parties; nobody has signed.' },
    PARTIALLY_SIGNED: { description: 'Signed by some, not by all.' },
    SIGNED: { description: 'Signed by all; its first day lies ahead.' },
    EFFECTIVE: { description: 'In force.' },
    SUSPENDED: { description: 'Held up by a party, with a reason, until it resumes it.' },
    SUPERSEDED: { description: 'Replaced by an amendment that all have signed.' },
    EXPIRED: { description: 'Its last day is over.' },
    TERMINATED: { description: 'Ended early by a party.' },
    CANCELLED: { description: 'Given up before all had signed.' },
  },
});

registerEnumType(CooperationForm, {
  name: 'CooperationForm',
  description: 'What the parties of a school–enterprise cooperation do together.',
  valuesMap: {
    ORDER_CLASS: { description: 'A class trained for the enterprise (订单班).' },
    INTERNSHIP_BASE: { description: 'A base for internships (实习基地).' },
    RECRUITMENT_BASE: { description: 'A base for recruiting graduates (就业基地).' },
    TRAINING_BASE: { description: 'A base for practical training (实训基地).' },
    OTHER: { description: 'None of these: the kind of the agreement says what it is about.' },
  },
});

registerEnumType(AgreementSignatoryRole, {
  name: 'AgreementSignatoryRole',
  description: 'What is asked of somebody before an agreement is made.',
  valuesMap: {
    REVIEWER: { description: 'Approves the text before anybody signs.' },
    SIGNATORY: { description: 'Signs for a party.' },
    GUARDIAN: { description: 'Signs beside a person who is not of age.' },
  },
});

registerEnumType(AgreementSignatoryState, {
  name: 'AgreementSignatoryState',
  description: 'Where the turn of a signatory stands.',
  valuesMap: {
    PENDING: { description: 'Others come first.' },
    READY: { description: 'It is his turn.' },
    OPENED: { description: 'It is his turn, and he has opened the text to sign it.' },
    APPROVED: { description: 'Approved by a reviewer.' },
    SIGNED: { description: 'Signed.' },
    DECLINED: { description: 'Refused, with a reason; the drafter may ask again.' },
    EXPIRED: { description: 'Not used in time; the drafter may extend it.' },
    VOID: { description: 'No longer asked of anybody.' },
  },
});

registerEnumType(AgreementSignatureMethod, {
  name: 'AgreementSignatureMethod',
  description: 'How a signature was given.',
  valuesMap: {
    ONLINE: { description: 'Confirmed here, signed in.' },
    PAPER: { description: 'On paper; two people checked the scan.' },
  },
});
