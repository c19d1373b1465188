import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import { readPublishedHeads } from '../../../core/audit/index.js';
import {
  Command,
  type CliCommand,
  type CliInput,
  type CliOutput,
} from '../../../core/cli/index.js';
import type { AgreementSeal } from './agreement-seal.repository.js';
import { parseSignatureFile } from './detached-signature.js';
import { manifestOf } from './document/evidence-manifest.js';
import { EventHeadPublisher } from './event-head-publisher.service.js';
import { EventHeadVerifier } from './event-head-verifier.service.js';
import { EvidenceSigner } from './evidence-signer.port.js';
import { EVENT_FAULTS, EXIT, SIGNATURES } from './fault-words.js';
import { EvidenceVerifier, isIntact, type SealVerdict } from './evidence-verifier.service.js';

@Command()
@Injectable()
export class VerifyAgreementCommand implements CliCommand {
  readonly name = 'verify agreement';
  readonly description =
    'Check a sealed agreement: signature, hash, text, every event and the daily heads. Exit code 0: intact, 1: broken, 2: the platform does not know it.';
  readonly arguments = [{ name: '<file>', description: 'The sealed PDF.' }];
  readonly options = [
    {
      flags: '--number <number>',
      description: 'Number of the agreement; the one in the file when absent.',
    },
    {
      flags: '--signature <file>',
      description: 'Detached signature, for a file the database does not know.',
    },
    {
      flags: '--heads <file>',
      description: 'File of published heads, best a copy kept elsewhere; the own one when absent.',
    },
  ];

  constructor(
    private readonly verifier: EvidenceVerifier,
    private readonly heads: EventHeadVerifier,
    private readonly publisher: EventHeadPublisher,
    private readonly signer: EvidenceSigner,
  ) {}

  async run({ args, options }: CliInput, output: CliOutput): Promise<number> {
    const [path = ''] = args;
    const file = await readFile(path).catch((error: NodeJS.ErrnoException) => {
      output.line(`${path} cannot be read: ${error.code ?? error.message}`);
      return null;
    });
    if (!file) return EXIT.unknown;
    output.line(`SHA-256    ${createHash('sha256').update(file).digest('hex')}`);
    const seal = await this.sealOf(file, options.number);
    if (!seal) return this.withoutSeal(file, options.signature, output);
    const verdict = await this.verifier.verify(seal, file);
    tell(seal, verdict, output);
    const areHeadsIntact = await this.tellHeads(options.heads, output);
    const isWhole = isIntact(verdict) && areHeadsIntact;
    output.line(isWhole ? 'INTACT' : 'BROKEN');
    return isWhole ? EXIT.intact : EXIT.broken;
  }

  private async sealOf(
    file: Buffer,
    number: string | boolean | undefined,
  ): Promise<AgreementSeal | null> {
    if (typeof number === 'string') return this.verifier.findByNumber(number);
    const sha256 = createHash('sha256').update(file).digest('hex');
    const known = await this.verifier.findBySha256(sha256);
    const named = manifestOf(file)?.number;
    return known ?? (named === undefined ? null : this.verifier.findByNumber(named));
  }

  /** All that can be said of a file the database knows nothing of. */
  private async withoutSeal(
    file: Buffer,
    path: string | boolean | undefined,
    output: CliOutput,
  ): Promise<number> {
    output.line('No agreement sealed here has this number or this hash.');
    if (typeof path !== 'string') return EXIT.unknown;
    const detached = parseSignatureFile(await readFile(path, 'utf8'));
    if (!detached) {
      output.line(`${path} is no signature file of ours.`);
      return EXIT.unknown;
    }
    const signature = Buffer.from(detached.signature, 'base64');
    const check = await this.signer.check(detached.keyId, file, signature);
    output.line(`Signature  ${SIGNATURES[check]} (key ${detached.keyId})`);
    return check === 'INVALID' ? EXIT.broken : EXIT.unknown;
  }

  private async tellHeads(path: string | boolean | undefined, output: CliOutput): Promise<boolean> {
    const file = typeof path === 'string' ? path : this.publisher.file;
    const published = await readPublishedHeads(file);
    const { firstBad, checkedCount } = await this.heads.verifyHeads(published);
    output.line(
      firstBad
        ? `Heads      BROKEN: head ${String(firstBad.number)} ${firstBad.fault}`
        : `Heads      ${String(checkedCount)} intact, ${String(published.length)} of them published in ${file}`,
    );
    return firstBad === null;
  }
}

function tell(seal: AgreementSeal, verdict: SealVerdict, output: CliOutput): void {
  const { isFileIntact, signature, isTextIntact, firstBadEvent: bad, eventCount } = verdict;
  output.line(`Agreement  ${seal.agreementNumber}, sealed ${seal.sealedAt.toISOString()}`);
  output.line(`File       ${isFileIntact ? 'as sealed' : 'BROKEN: not the file that was sealed'}`);
  output.line(`Signature  ${SIGNATURES[signature]} (key ${seal.keyId})`);
  output.line(
    `Text       ${isTextIntact ? 'as signed' : 'BROKEN: the document differs from what was signed'}`,
  );
  output.line(
    bad
      ? `Events     BROKEN: event ${String(bad.sequence)}${bad.eventId ? ` (id ${bad.eventId})` : ''} ${EVENT_FAULTS[bad.fault]}`
      : `Events     ${String(eventCount)} intact`,
  );
}
