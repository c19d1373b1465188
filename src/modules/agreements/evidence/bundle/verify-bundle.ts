import { readFile } from 'node:fs/promises';
import type { CliOutput } from '../../../../core/cli/index.js';
import { EVENT_FAULTS, EXIT, SIGNATURES } from '../fault-words.js';
import { isBundleIntact, verifyBundle } from './bundle-verdict.js';
import { parseBundle, parsePublicKeys } from './evidence-bundle.js';

/** Checks a bundle without database or configuration and says what was found. Answers the exit code. */
export async function verifyBundleFile(
  path: string,
  keysPath: string | null,
  output: CliOutput,
): Promise<number> {
  const text = await read(path, output);
  if (text === null) return EXIT.unknown;
  const bundle = parseBundle(text);
  if (!bundle) {
    output.line(`${path} is no evidence of an agreement.`);
    return EXIT.unknown;
  }
  const keysText = keysPath === null ? null : await read(keysPath, output);
  const keys = keysText === null ? null : parsePublicKeys(keysText);
  if (keysPath !== null && keys === null) {
    output.line(`${keysPath} has no public keys.`);
    return EXIT.unknown;
  }
  const verdict = verifyBundle(bundle, keys ?? bundle.keys);
  const { sha256, signature, isOfAgreement, firstBadEvent: bad } = verdict;
  output.line(`Agreement  ${bundle.agreementNumber}`);
  output.line(`SHA-256    ${sha256}`);
  output.line(`Signature  ${SIGNATURES[signature]} (key ${bundle.signature.keyId})`);
  if (keys === null) {
    output.line('Key        as the file has it: compare its id with what the platform publishes');
  }
  output.line(
    `File       ${isOfAgreement ? 'of this agreement' : 'BROKEN: of another agreement, or of none'}`,
  );
  output.line(
    bad
      ? `Events     BROKEN: event ${String(bad.sequence)}${bad.eventId ? ` (id ${bad.eventId})` : ''} ${EVENT_FAULTS[bad.fault]}`
      : `Events     ${String(bundle.events.length)} intact`,
  );
  if (signature === 'KEY_UNKNOWN') return EXIT.unknown;
  output.line(isBundleIntact(verdict) ? 'INTACT' : 'BROKEN');
  return isBundleIntact(verdict) ? EXIT.intact : EXIT.broken;
}

async function read(path: string, output: CliOutput): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    output.line(`${path} cannot be read: ${(error as NodeJS.ErrnoException).code ?? 'unknown'}`);
    return null;
  }
}
