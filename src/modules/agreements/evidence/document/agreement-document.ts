/** A party as it stands in the text. */
export interface DocumentParty {
  /** `甲方`, `乙方` … */
  readonly label: string;
  /** What it is: `院校`, `企业`, `学生`. */
  readonly role: string;
  readonly name: string;
  /** Unified social credit code of an organisation; null for a person. */
  readonly creditCode: string | null;
}

export interface DocumentClause {
  readonly heading: string;
  readonly body: string;
}

export interface DocumentAnnex {
  readonly title: string;
  readonly sha256: string;
}

export interface DocumentSignature {
  readonly partyLabel: string;
  readonly partyName: string;
  readonly signerName: string;
  /** How it was confirmed, in words. */
  readonly method: string;
  readonly signedAt: Date;
}

/** An event of the chain as the certificate lists it. */
export interface DocumentEvent {
  readonly sequence: number;
  /** What happened, in Chinese and English. */
  readonly kind: { readonly zh: string; readonly en: string };
  /** Who did it, for whom. */
  readonly actor: string;
  readonly networkAddress: string | null;
  readonly documentHash: string | null;
  readonly occurredAt: Date;
  readonly hash: string;
}

/** What the certificate says beside the events. */
export interface DocumentCertificate {
  readonly events: readonly DocumentEvent[];
  readonly keyId: string;
  readonly verificationUrl: string;
  readonly operatorName: string;
  readonly sealedAt: Date;
}

/** Everything that stands in the printed agreement: the same document gives the same bytes. */
export interface AgreementDocument {
  readonly number: string;
  /** `校企合作协议`. */
  readonly kind: string;
  readonly title: string;
  readonly startsOn: string;
  readonly endsOn: string;
  /** Students a year that the enterprise promises to take; null when it promises none. */
  readonly promisedStudents: number | null;
  /** When the text was made. */
  readonly createdAt: Date;
  /** SHA-256 of the text that was confirmed. */
  readonly textHash: string;
  readonly parties: readonly DocumentParty[];
  readonly clauses: readonly DocumentClause[];
  /** Files that belong to the text, by their hashes. */
  readonly annexes: readonly DocumentAnnex[];
  /** What the parties promised, one sentence each; left out when it is nothing. */
  readonly obligations?: readonly string[];
  /** How a student works and is paid, one sentence each; left out when it is no internship. */
  readonly internship?: readonly string[];
  readonly signatures: readonly DocumentSignature[];
  /** Whether it was put forward to be signed: a preview then says that it is not signed, and not that it is a draft. */
  readonly isProposed?: boolean;
  /** Null while it is not sealed: a preview, marked as such. */
  readonly certificate: DocumentCertificate | null;
}
