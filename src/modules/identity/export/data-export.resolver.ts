import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { ActionRunner } from '../../../core/actions/index.js';
import {
  AllowedWithoutConsent,
  Authenticated,
  CurrentActor,
  type Actor,
} from '../../../core/auth/index.js';
import { parseInput } from '../../../core/validation/index.js';
import { ProofService } from '../proof/proof.service.js';
import { ExportMyDataInput, ExportMyDataPayload, exportMyData } from './data-export.model.js';
import { DataExportService } from './data-export.service.js';

@Resolver()
export class DataExportResolver {
  constructor(
    private readonly actions: ActionRunner,
    private readonly exports: DataExportService,
    private readonly proofs: ProofService,
  ) {}

  @Mutation(() => ExportMyDataPayload, {
    description: 'Prepares a download of everything kept about oneself. Requires: being signed in.',
  })
  @Authenticated()
  @AllowedWithoutConsent()
  async exportMyData(
    @Args('input', { description: 'Proof that the owner asks.' }) input: ExportMyDataInput,
    @CurrentActor() actor: Actor,
  ): Promise<ExportMyDataPayload> {
    const { idempotencyKey, proof: given } = parseInput(exportMyData, input);
    const proof = await this.proofs.ofOwner(actor, given);
    const { dataExportId } = await this.actions.run(actor, 'exportMyData', { idempotencyKey }, () =>
      this.exports.permit(proof),
    );
    return { dataExport: await this.exports.linkOf(dataExportId) };
  }
}
