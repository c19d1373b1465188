import { Injectable } from '@nestjs/common';
import { Clock, Ids } from '../../../core/clock/index.js';
import { UnitOfWork } from '../../../core/database/index.js';
import type { TemplateContent } from './template.rules.js';

export interface NewTemplate {
  readonly organisationId: string;
  readonly kind: string;
  readonly form: string | null;
  readonly name: string;
}

interface Making {
  readonly madeBy: string | null;
  readonly note: string | null;
}

/** The only writer of templates; a version is written once, as a whole. */
@Injectable()
export class TemplateRepository {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async insert(
    template: NewTemplate,
    content: TemplateContent,
    madeBy: string | null,
  ): Promise<string> {
    const id = this.ids.next();
    const now = this.clock.now();
    await this.uow.db.agreementTemplate.create({
      data: { id, ...template, createdAt: now, updatedAt: now },
      select: { id: true },
    });
    await this.addVersion(id, 1, content, { madeBy, note: null });
    return id;
  }

  /** Whose it is, for which kind, and whether it is archived; null when there is none. */
  async find(id: string) {
    return this.uow.db.agreementTemplate.findUnique({
      where: { id },
      select: { organisationId: true, kind: true, versionNumber: true, archivedAt: true },
    });
  }

  /** False when it was changed or archived since that version. */
  async edit(
    id: string,
    { version, number, name }: { version: number; number: number; name: string },
    content: TemplateContent,
    making: Making,
  ): Promise<boolean> {
    const { count } = await this.uow.db.agreementTemplate.updateMany({
      where: { id, version, versionNumber: number, archivedAt: null },
      data: {
        name,
        versionNumber: { increment: 1 },
        version: { increment: 1 },
        updatedAt: this.clock.now(),
      },
    });
    if (count !== 1) return false;
    await this.addVersion(id, number + 1, content, making);
    return true;
  }

  /** False when it was archived before. */
  async archive(id: string): Promise<boolean> {
    const now = this.clock.now();
    const { count } = await this.uow.db.agreementTemplate.updateMany({
      where: { id, archivedAt: null },
      data: { archivedAt: now, version: { increment: 1 }, updatedAt: now },
    });
    return count === 1;
  }

  private async addVersion(
    templateId: string,
    number: number,
    { title, clauses, variables }: TemplateContent,
    making: Making,
  ): Promise<void> {
    await this.uow.db.agreementTemplateVersion.create({
      data: { templateId, number, title, ...making, madeAt: this.clock.now() },
      select: { number: true },
    });
    const placed = <T extends object>(parts: readonly T[]) =>
      parts.map((part, index) => ({
        ...part,
        templateId,
        versionNumber: number,
        position: index + 1,
      }));
    await this.uow.db.agreementTemplateClause.createMany({ data: placed(clauses) });
    await this.uow.db.agreementTemplateVariable.createMany({ data: placed(variables) });
  }
}
