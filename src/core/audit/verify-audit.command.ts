import { Injectable } from '@nestjs/common';
import { Command, type CliCommand, type CliInput, type CliOutput } from '../cli/index.js';
import { AuditHeadPublisher } from './audit-head-publisher.js';
import { readPublishedHeads } from './audit-heads.js';
import { AuditVerifier } from './audit-verifier.js';

const FAULTS = {
  MISSING: 'is missing',
  CHANGED: 'is not what was sealed',
  NOT_AS_PUBLISHED: 'is not the one that was published',
} as const;

@Command()
@Injectable()
export class VerifyAuditCommand implements CliCommand {
  readonly name = 'verify-audit';
  readonly description =
    'Check that no audit entry was changed, removed or moved since it was sealed.';
  readonly options = [
    {
      flags: '--heads <file>',
      description: 'File of published heads, best a copy kept elsewhere; the own one when absent.',
    },
  ];

  constructor(
    private readonly verifier: AuditVerifier,
    private readonly publisher: AuditHeadPublisher,
  ) {}

  async run({ options }: CliInput, output: CliOutput): Promise<number> {
    const file = typeof options.heads === 'string' ? options.heads : this.publisher.file;
    const published = await readPublishedHeads(file);
    output.note(`Published heads: ${String(published.length)} in ${file}`);
    const verdict = await this.verifier.verifyAudit(published, (count) => {
      output.note(`Checked ${String(count)}`);
    });
    if (verdict.overdueCount > 0) {
      output.line(`${String(verdict.overdueCount)} entries older than a minute are not sealed.`);
    }
    const { firstBad, head } = verdict;
    if (firstBad) {
      const id = firstBad.entryId === null ? '' : ` (id ${firstBad.entryId})`;
      output.line(`BROKEN: entry ${String(firstBad.sequence)}${id} ${FAULTS[firstBad.fault]}.`);
      return 1;
    }
    output.line(
      `Intact: ${String(verdict.checkedCount)} entries, head ${String(head.sequence)} ${head.hash}`,
    );
    return verdict.overdueCount > 0 ? 1 : 0;
  }
}
