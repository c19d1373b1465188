import { isSignedBy, privateKeyOf, publicKeyOf, signWith } from './evidence-keys.js';

const bytes = Buffer.from('校企合作协议');
const one = privateKeyOf(Buffer.alloc(32, 7));
const other = privateKeyOf(Buffer.alloc(32, 8));

describe('Ed25519 keys', () => {
  it('follow the first example of RFC 8032', () => {
    const key = privateKeyOf(
      Buffer.from('9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60', 'hex'),
    );
    expect(Buffer.from(key.base64, 'base64').toString('hex')).toBe(
      'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    );
    expect(signWith(key, Buffer.alloc(0)).toString('hex')).toBe(
      'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
    );
  });

  it('verify with the public half alone, and only the bytes and the key that were signed with', () => {
    const signature = signWith(one, bytes);
    const known = publicKeyOf(Buffer.from(one.base64, 'base64'));
    expect(known.id).toBe(one.id);
    expect(isSignedBy(known, bytes, signature)).toBe(true);
    expect(isSignedBy(other, bytes, signature)).toBe(false);
    expect(isSignedBy(known, Buffer.from('校企合作协仪'), signature)).toBe(false);
    expect(isSignedBy(known, bytes, signature.subarray(1))).toBe(false);
  });

  it('are named by a hash of the public half', () => {
    expect(one.id).toMatch(/^[0-9a-f]{32}$/);
    expect(one.id).not.toBe(other.id);
  });
});
