import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/auth/index.js';
import { requestErrors } from '../../../core/errors/index.js';
import { parseInput } from '../../../core/validation/index.js';
import { findKind, kindOf } from '../agreement-kinds.js';
import { agreementErrors } from '../agreement/agreement.errors.js';
import { mayDraft } from '../agreement/agreement.policy.js';
import { templateErrors } from './template.errors.js';
import {
  createTemplateSchema,
  editTemplateSchema,
  templateIdSchema,
  type ArchiveAgreementTemplateInput,
  type CreateAgreementTemplateInput,
  type EditAgreementTemplateInput,
} from './template.inputs.js';
import { TemplateRepository } from './template.repository.js';
import { checkContent } from './template.rules.js';

/** Templates of organisations: a change makes a new version, and none is ever deleted. */
@Injectable()
export class TemplateService {
  constructor(private readonly templates: TemplateRepository) {}

  async create(actor: Actor, input: CreateAgreementTemplateInput): Promise<string> {
    const given = parseInput(createTemplateSchema, input);
    const { organisationId, name, content, subKind: form = null } = given;
    if (!mayDraft(actor, organisationId)) {
      throw requestErrors.NOT_FOUND({ field: ['organisationId'] });
    }
    const kind = findKind(given.kind);
    if (!kind) throw agreementErrors.KIND_UNKNOWN({ field: ['kind'] });
    if (form !== null && !kind.forms.some(({ code }) => code === form)) {
      throw agreementErrors.SUB_KIND_UNKNOWN({ field: ['subKind'] });
    }
    checkContent(kind, content, ['content']);
    const template = { organisationId, kind: kind.code, form, name };
    return this.templates.insert(template, content, actor.accountId);
  }

  async edit(actor: Actor, input: EditAgreementTemplateInput): Promise<string> {
    const given = parseInput(editTemplateSchema, input);
    const { templateId, version, name, content } = given;
    const { kind, versionNumber: number } = await this.own(actor, templateId);
    checkContent(kindOf(kind), content, ['content']);
    const making = { madeBy: actor.accountId, note: given.note ?? null };
    if (!(await this.templates.edit(templateId, { version, number, name }, content, making))) {
      throw requestErrors.STALE({ field: ['version'] });
    }
    return templateId;
  }

  async archive(actor: Actor, input: ArchiveAgreementTemplateInput): Promise<string> {
    const { templateId } = parseInput(templateIdSchema, input);
    await this.own(actor, templateId);
    if (!(await this.templates.archive(templateId))) {
      throw templateErrors.ARCHIVED({ field: ['templateId'] });
    }
    return templateId;
  }

  /** One the actor may change, that is in use. */
  private async own(actor: Actor, templateId: string) {
    const template = await this.templates.find(templateId);
    if (!template || !mayDraft(actor, template.organisationId)) {
      throw requestErrors.NOT_FOUND({ field: ['templateId'] });
    }
    if (template.archivedAt !== null) throw templateErrors.ARCHIVED({ field: ['templateId'] });
    return template;
  }
}
