import { Injectable } from '@nestjs/common';
import {
  Command,
  type CliCommand,
  type CliInput,
  type CliOutput,
} from '../../../core/cli/index.js';
import { EvidenceSigner } from './evidence-signer.port.js';

@Command()
@Injectable()
export class EvidenceKeyCommand implements CliCommand {
  readonly name = 'evidence key';
  readonly description = 'Print the public keys with which sealed agreements are verified.';

  constructor(private readonly signer: EvidenceSigner) {}

  run(_input: CliInput, output: CliOutput): Promise<void> {
    for (const { id, algorithm, publicKey, isCurrent } of this.signer.keys()) {
      output.line(`${isCurrent ? 'signs   ' : 'retired '} ${id}  ${algorithm}  ${publicKey}`);
    }
    return Promise.resolve();
  }
}
