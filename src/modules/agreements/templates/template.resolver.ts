import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ActionRunner } from '../../../core/actions/index.js';
import { CurrentActor, RequirePermission, type Actor } from '../../../core/auth/index.js';
import { requestContext } from '../../../core/context/index.js';
import type { Connection } from '../../../core/graphql/index.js';
import { kindOf } from '../agreement-kinds.js';
import { AgreementKind, toAgreementKind } from '../agreement/agreement-kind.model.js';
import { AGREEMENT_DRAFT, AGREEMENT_READ } from '../agreement/agreement.permissions.js';
import { mayDraft } from '../agreement/agreement.policy.js';
import { TemplateFiller } from './template-filler.service.js';
import {
  AgreementTemplatesArgs,
  AgreementTemplateTextArgs,
  ArchiveAgreementTemplateInput,
  CreateAgreementTemplateInput,
  EditAgreementTemplateInput,
} from './template.inputs.js';
import {
  AgreementTemplate,
  AgreementTemplateConnection,
  AgreementTemplateGap,
  AgreementTemplatePayload,
  AgreementTemplateText,
} from './template.model.js';
import { TemplateReader } from './template.reader.js';
import { TERM_GAPS } from './template.rules.js';
import { TemplateService } from './template.service.js';

const TERM_LABELS = {
  STARTS_ON: { 'zh-CN': '起始日期', en: 'First day' },
  ENDS_ON: { 'zh-CN': '终止日期', en: 'Last day' },
} as const;

@Resolver()
export class TemplateResolver {
  constructor(
    private readonly actions: ActionRunner,
    private readonly service: TemplateService,
    private readonly filler: TemplateFiller,
    private readonly reader: TemplateReader,
  ) {}

  @RequirePermission(AGREEMENT_READ)
  @Query(() => AgreementTemplate, {
    nullable: true,
    description:
      'A template of an own organisation or of the platform; null when there is none. Requires: AGREEMENT_READ.',
  })
  agreementTemplate(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'Id of the template.' }) id: string,
    @Args('versionNumber', {
      type: () => Int,
      nullable: true,
      description: 'Number of a version; the present one unless said.',
    })
    versionNumber: number | null,
  ): Promise<AgreementTemplate | null> {
    return this.reader.find(actor, id, versionNumber ?? null);
  }

  @RequirePermission(AGREEMENT_READ)
  @Query(() => AgreementTemplateConnection, {
    description: 'Templates of an own organisation, newest first. Requires: AGREEMENT_READ.',
  })
  agreementTemplates(
    @CurrentActor() actor: Actor,
    @Args() args: AgreementTemplatesArgs,
  ): Promise<Connection<AgreementTemplate>> {
    return this.reader.list(actor, args);
  }

  @RequirePermission(AGREEMENT_READ)
  @Query(() => [AgreementTemplate], {
    description:
      'Templates of the platform, at most 50, to draft from or to copy. Requires: AGREEMENT_READ.',
  })
  builtInAgreementTemplates(): AgreementTemplate[] {
    return this.reader.builtIn();
  }

  @RequirePermission(AGREEMENT_READ)
  @Query(() => AgreementTemplateText, {
    nullable: true,
    description:
      'A template with its gaps filled, and what is missing or wrong; null when there is none in use. Requires: AGREEMENT_READ.',
  })
  agreementTemplateText(
    @CurrentActor() actor: Actor,
    @Args() args: AgreementTemplateTextArgs,
  ): Promise<AgreementTemplateText | null> {
    return this.filler.fill(actor, args);
  }

  @RequirePermission(AGREEMENT_DRAFT)
  @Mutation(() => AgreementTemplatePayload, {
    description: 'Makes a template of an own organisation. Requires: AGREEMENT_DRAFT.',
  })
  async createAgreementTemplate(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'For what, and what it says.' })
    input: CreateAgreementTemplateInput,
  ): Promise<AgreementTemplatePayload> {
    const id = await this.actions.run(actor, 'createAgreementTemplate', input, () =>
      this.service.create(actor, input),
    );
    return this.payload(actor, id);
  }

  @RequirePermission(AGREEMENT_DRAFT)
  @Mutation(() => AgreementTemplatePayload, {
    description: 'Makes a new version of a template; earlier ones stay. Requires: AGREEMENT_DRAFT.',
  })
  async editAgreementTemplate(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which template, and what it says now.' })
    input: EditAgreementTemplateInput,
  ): Promise<AgreementTemplatePayload> {
    const id = await this.actions.run(actor, 'editAgreementTemplate', input, () =>
      this.service.edit(actor, input),
    );
    return this.payload(actor, id);
  }

  @RequirePermission(AGREEMENT_DRAFT)
  @Mutation(() => AgreementTemplatePayload, {
    description: 'Takes a template out of use for good. Requires: AGREEMENT_DRAFT.',
  })
  async archiveAgreementTemplate(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which template.' }) input: ArchiveAgreementTemplateInput,
  ): Promise<AgreementTemplatePayload> {
    const id = await this.actions.run(actor, 'archiveAgreementTemplate', input, () =>
      this.service.archive(actor, input),
    );
    return this.payload(actor, id);
  }

  private async payload(actor: Actor, id: string): Promise<AgreementTemplatePayload> {
    return { agreementTemplate: await this.reader.find(actor, id), userErrors: [] };
  }
}

@Resolver(() => AgreementTemplate)
export class TemplateFieldsResolver {
  @ResolveField(() => AgreementKind, { description: 'Kind of agreements it is for.' })
  kind(@Parent() { kindCode }: AgreementTemplate): AgreementKind {
    return toAgreementKind(kindOf(kindCode), requestContext().locale);
  }

  @ResolveField(() => Boolean, { description: 'Whether it is of the platform.' })
  isBuiltIn(@Parent() { organisationId }: AgreementTemplate): boolean {
    return organisationId === null;
  }

  @ResolveField(() => [AgreementTemplateGap], {
    description: 'Gaps that the platform fills, at most 20: the parties and the term.',
  })
  builtInGaps(@Parent() { kindCode }: AgreementTemplate): AgreementTemplateGap[] {
    const { locale } = requestContext();
    return [
      ...kindOf(kindCode).parties.map(({ role, name }) => ({ name: role, label: name[locale] })),
      ...TERM_GAPS.map((name) => ({ name, label: TERM_LABELS[name][locale] })),
    ];
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer may change or archive it.' })
  viewerCanEdit(
    @CurrentActor() actor: Actor,
    @Parent() { organisationId, archivedAt }: AgreementTemplate,
  ): boolean {
    return organisationId !== null && archivedAt === null && mayDraft(actor, organisationId);
  }
}
