import { useState } from 'react';

export type FileHash =
  | { readonly state: 'none' | 'hashing' | 'unsupported' }
  | { readonly state: 'known'; readonly sha256: string };

/** SHA-256 of a file that the reader chose, calculated here: the file stays on the device. */
export function useFileHash(): readonly [FileHash, (file: File) => Promise<void>] {
  const [hash, setHash] = useState<FileHash>({ state: 'none' });
  const calculate = async (file: File): Promise<void> => {
    // Only pages that came over a safe connection may calculate.
    if (!window.isSecureContext) {
      setHash({ state: 'unsupported' });
      return;
    }
    setHash({ state: 'hashing' });
    const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
    const bytes = [...new Uint8Array(digest)];
    const sha256 = bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
    setHash({ state: 'known', sha256 });
  };
  return [hash, calculate];
}
