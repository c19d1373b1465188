import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ActionRunner } from '../../../core/actions/index.js';
import { CurrentActor, RequirePermission, type Actor } from '../../../core/auth/index.js';
import type { Connection } from '../../../core/graphql/index.js';
import { AGREEMENT_READ } from '../agreement/agreement.permissions.js';
import {
  AgreementRegistryArgs,
  AgreementRegistryCountsArgs,
  ExportAgreementRegistryInput,
} from './registry.inputs.js';
import {
  AgreementRegistryConnection,
  AgreementRegistryCounts,
  AgreementRegistryEntry,
  AgreementRegistryExportPayload,
} from './registry.model.js';
import { RegistryCounts } from './registry-counts.service.js';
import { RegistryExport } from './registry-export.service.js';
import { RegistryService } from './registry.service.js';

@Resolver()
export class RegistryResolver {
  constructor(
    private readonly actions: ActionRunner,
    private readonly service: RegistryService,
    private readonly counts: RegistryCounts,
    private readonly exports: RegistryExport,
  ) {}

  @RequirePermission(AGREEMENT_READ)
  @Query(() => AgreementRegistryConnection, {
    nullable: true,
    description:
      'The register (台账) of an own organisation; of a bureau also what organisations of its region have put forward or signed. Null when the organisation is not one’s own. Requires: AGREEMENT_READ.',
  })
  agreementRegistry(
    @CurrentActor() actor: Actor,
    @Args() args: AgreementRegistryArgs,
  ): Promise<Connection<AgreementRegistryEntry> | null> {
    return this.service.list(actor, args);
  }

  @RequirePermission(AGREEMENT_READ)
  @Query(() => AgreementRegistryCounts, {
    nullable: true,
    description:
      'The register in numbers by province, kind and year of signing, counted from the records now. Null when the organisation is not one’s own. Requires: AGREEMENT_READ.',
  })
  agreementRegistryCounts(
    @CurrentActor() actor: Actor,
    @Args() args: AgreementRegistryCountsArgs,
  ): Promise<AgreementRegistryCounts | null> {
    return this.counts.of(actor, args);
  }

  @RequirePermission(AGREEMENT_READ)
  @Mutation(() => AgreementRegistryExportPayload, {
    description:
      'Writes the register into a workbook or a document; the export is recorded. Requires: AGREEMENT_READ.',
  })
  async exportAgreementRegistry(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which part of it, and as what.' })
    input: ExportAgreementRegistryInput,
  ): Promise<AgreementRegistryExportPayload> {
    const { fileId } = await this.actions.run(actor, 'exportAgreementRegistry', input, () =>
      this.exports.write(actor, input),
    );
    return { downloadUrl: this.exports.link(fileId), userErrors: [] };
  }
}
