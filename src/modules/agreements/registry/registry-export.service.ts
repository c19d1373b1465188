import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../../core/audit/index.js';
import type { Actor } from '../../../core/auth/index.js';
import { Clock } from '../../../core/clock/index.js';
import { requestContext } from '../../../core/context/index.js';
import { requestErrors } from '../../../core/errors/index.js';
import { defineFilePurpose, FileStore } from '../../../core/storage/index.js';
import { parseInput } from '../../../core/validation/index.js';
import { OrganisationReader } from '../../organisations/index.js';
import type { RegistryFormat } from './registry.enums.js';
import { registryErrors } from './registry.errors.js';
import { exportRegistrySchema, type ExportAgreementRegistryInput } from './registry.inputs.js';
import type { AgreementRegistryEntry } from './registry.model.js';
import type { RegistryConditions, RegistryScope } from './registry.query.js';
import { RegistryCounts } from './registry-counts.service.js';
import { registryReport } from './registry-report.js';
import { registryWorkbook } from './registry-workbook.js';
import { REGISTRY_WORDS } from './registry-words.js';
import { RegistryReader } from './registry.reader.js';
import { RegistryService } from './registry.service.js';

const AGREEMENT_REGISTRY = defineFilePurpose('agreementRegistry', { types: ['xlsx', 'pdf'] });

/** How many agreements one file holds: what is made while somebody waits, and read by people. */
export const REGISTRY_LIMITS: Readonly<Record<RegistryFormat, number>> = {
  XLSX: 5_000,
  PDF: 1_000,
};

/** The register as a file. */
@Injectable()
export class RegistryExport {
  constructor(
    private readonly registry: RegistryService,
    private readonly reader: RegistryReader,
    private readonly counts: RegistryCounts,
    private readonly organisations: OrganisationReader,
    private readonly files: FileStore,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async write(actor: Actor, input: ExportAgreementRegistryInput): Promise<{ fileId: string }> {
    const { organisationId, format } = parseInput(exportRegistrySchema, input);
    const scope = this.registry.scopeOf(actor, organisationId);
    if (!scope) throw requestErrors.NOT_FOUND({ field: ['organisationId'] });
    const conditions = await this.registry.conditionsOf(input.filter);
    const max = REGISTRY_LIMITS[format];
    const found = await this.reader.count(scope, conditions);
    if (found > max) throw registryErrors.TOO_MANY({ params: { found, max } });
    const rows = await this.reader.all(scope, conditions, max);
    const entries = await Promise.all(rows.map((row) => this.registry.shown(row)));
    const subject = { subjectType: 'organisation', subjectId: organisationId };
    const { title } = REGISTRY_WORDS[requestContext().locale];
    const type = format === 'XLSX' ? 'xlsx' : 'pdf';
    const fileId = await this.files.save({
      ...subject,
      purpose: AGREEMENT_REGISTRY,
      fileName: `${title}-${this.clock.today()}.${type}`,
      type,
      bytes: await this.bytesOf(format, scope, conditions, entries),
    });
    await this.audit.append({
      ...subject,
      action: 'takeOutAgreementRegistry',
      detail: { fileId, format, agreements: rows.length },
    });
    return { fileId };
  }

  link(fileId: string): string {
    return this.files.signedDownloadUrl(fileId);
  }

  private async bytesOf(
    format: RegistryFormat,
    scope: RegistryScope,
    conditions: RegistryConditions,
    entries: readonly AgreementRegistryEntry[],
  ): Promise<Buffer> {
    const { locale } = requestContext();
    if (format === 'XLSX') return registryWorkbook(entries, locale);
    const [owner] = await this.organisations.findMany([scope.organisationId]);
    const counts = await this.counts.within(scope, conditions);
    return registryReport(owner?.name ?? '', counts, entries, locale);
  }
}
