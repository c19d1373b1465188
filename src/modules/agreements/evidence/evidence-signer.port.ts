export type SignatureCheck =
  | 'VALID'
  | 'INVALID'
  /** Its key is none of those the installation is configured with. */
  | 'KEY_UNKNOWN';

export interface EvidencePublicKey {
  readonly id: string;
  readonly algorithm: string;
  /** As the algorithm writes it, in base64. */
  readonly publicKey: string;
  /** Whether it still signs, or only verifies what it signed before. */
  readonly isCurrent: boolean;
}

/**
 * Port for the signature of the platform under sealed files and daily heads. The default is an Ed25519 key of the
 * configuration; SM2, PAdES or a licensed certification authority would implement the same port. A key that was ever
 * used stays known under its id, or what it signed could not be verified any more.
 */
export abstract class EvidenceSigner {
  abstract readonly keyId: string;
  abstract sign(bytes: Uint8Array): Promise<Buffer>;
  abstract check(keyId: string, bytes: Uint8Array, signature: Uint8Array): Promise<SignatureCheck>;
  abstract keys(): readonly EvidencePublicKey[];
}
