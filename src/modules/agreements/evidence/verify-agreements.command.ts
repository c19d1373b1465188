import { Injectable } from '@nestjs/common';
import { readPublishedHeads } from '../../../core/audit/index.js';
import {
  Command,
  type CliCommand,
  type CliInput,
  type CliOutput,
} from '../../../core/cli/index.js';
import { AllEventsVerifier } from './all-events-verifier.service.js';
import { AllSealsVerifier } from './all-seals-verifier.service.js';
import { EventHeadPublisher } from './event-head-publisher.service.js';
import { EventHeadVerifier } from './event-head-verifier.service.js';
import { EVENT_FAULTS, SEAL_FAULTS } from './fault-words.js';

/** A report names so many of each sort and counts the others. */
const NAMED = 50;

@Command()
@Injectable()
export class VerifyAgreementsCommand implements CliCommand {
  readonly name = 'verify agreements';
  readonly description =
    'Check every event of every agreement, every sealed file with its signature, and the daily heads. Exit code 0: intact, 1: broken.';
  readonly options = [
    {
      flags: '--heads <file>',
      description: 'File of published heads, best a copy kept elsewhere; the own one when absent.',
    },
  ];

  constructor(
    private readonly events: AllEventsVerifier,
    private readonly seals: AllSealsVerifier,
    private readonly heads: EventHeadVerifier,
    private readonly publisher: EventHeadPublisher,
  ) {}

  async run({ options }: CliInput, output: CliOutput): Promise<number> {
    const chains = await this.events.verifyAll((count) => {
      output.note(`Checked ${String(count)} events`);
    });
    const { eventCount, agreementCount } = chains;
    output.line(`Events     ${String(eventCount)} of ${String(agreementCount)} agreements`);
    tell(
      output,
      chains.bad.map(({ agreementId, sequence, eventId, fault }) => {
        const id = eventId === null ? '' : ` (id ${eventId})`;
        return `agreement ${agreementId}: event ${String(sequence)}${id} ${EVENT_FAULTS[fault]}`;
      }),
    );
    const sealed = await this.seals.verifyAll((count) => {
      output.note(`Checked ${String(count)} sealed files`);
    });
    output.line(`Files      ${String(sealed.sealCount)} sealed`);
    tell(
      output,
      sealed.bad.map(({ agreementId, fault }) => `agreement ${agreementId}: ${SEAL_FAULTS[fault]}`),
    );
    const file = typeof options.heads === 'string' ? options.heads : this.publisher.file;
    const { firstBad, checkedCount } = await this.heads.verifyHeads(await readPublishedHeads(file));
    output.line(`Heads      ${String(checkedCount)}`);
    tell(output, firstBad ? [`head ${String(firstBad.number)} ${firstBad.fault}`] : []);
    const isBroken = chains.bad.length + sealed.bad.length > 0 || firstBad !== null;
    output.line(isBroken ? 'BROKEN' : 'INTACT');
    return isBroken ? 1 : 0;
  }
}

function tell(output: CliOutput, faults: readonly string[]): void {
  for (const fault of faults.slice(0, NAMED)) output.line(`BROKEN     ${fault}`);
  if (faults.length > NAMED) output.line(`BROKEN     and ${String(faults.length - NAMED)} more`);
}
