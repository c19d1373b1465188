import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../../core/config/index.js';
import {
  isSignedBy,
  privateKeyOf,
  publicKeyOf,
  signWith,
  type PrivateKey,
  type PublicKey,
} from './evidence-keys.js';
import {
  EvidenceSigner,
  type EvidencePublicKey,
  type SignatureCheck,
} from './evidence-signer.port.js';

/** Signs with the Ed25519 key of the configuration; verifies also what its predecessors signed. */
@Injectable()
export class Ed25519Signer extends EvidenceSigner {
  private readonly current: PrivateKey;
  private readonly known: ReadonlyMap<string, PublicKey>;

  constructor(config: AppConfig) {
    super();
    const { EVIDENCE_KEY, EVIDENCE_KEYS_RETIRED = [] } = config.env;
    this.current = privateKeyOf(EVIDENCE_KEY);
    const all = [this.current, ...EVIDENCE_KEYS_RETIRED.map(publicKeyOf)];
    this.known = new Map(all.map((key) => [key.id, key]));
  }

  override get keyId(): string {
    return this.current.id;
  }

  override sign(bytes: Uint8Array): Promise<Buffer> {
    return Promise.resolve(signWith(this.current, bytes));
  }

  override check(keyId: string, bytes: Uint8Array, signature: Uint8Array): Promise<SignatureCheck> {
    const key = this.known.get(keyId);
    if (!key) return Promise.resolve('KEY_UNKNOWN');
    return Promise.resolve(isSignedBy(key, bytes, signature) ? 'VALID' : 'INVALID');
  }

  override keys(): readonly EvidencePublicKey[] {
    return [...this.known.values()].map(({ id, base64 }) => ({
      id,
      algorithm: 'Ed25519',
      publicKey: base64,
      isCurrent: id === this.current.id,
    }));
  }
}
