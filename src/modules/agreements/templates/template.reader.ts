import { Injectable } from '@nestjs/common';
import { sql, type Kysely } from 'kysely';
import { organisationsWith, type Actor } from '../../../core/auth/index.js';
import { isUuid } from '../../../core/clock/index.js';
import { requestContext } from '../../../core/context/index.js';
import { UnitOfWork, type DB } from '../../../core/database/index.js';
import { inputErrors } from '../../../core/errors/index.js';
import { countRows, keysetPage, type Connection } from '../../../core/graphql/index.js';
import { AGREEMENT_READ } from '../agreement/agreement.permissions.js';
import { BUILT_IN_TEMPLATES, inLanguage, type BuiltInTemplate } from './built-in-templates.js';
import type { AgreementTemplatesArgs } from './template.inputs.js';
import type { AgreementTemplate, AgreementTemplateClause } from './template.model.js';
import type { TemplateVariable } from './template.rules.js';

/** Templates of organisations, and those of the platform. */
@Injectable()
export class TemplateReader {
  constructor(private readonly uow: UnitOfWork) {}

  /** One of an own organisation or of the platform, as a version has it; the present one unless said. */
  async find(
    actor: Actor,
    id: string,
    versionNumber: number | null = null,
  ): Promise<AgreementTemplate | null> {
    const builtIn = BUILT_IN_TEMPLATES.find((template) => template.id === id);
    if (builtIn) {
      const isThere = versionNumber === null || versionNumber === builtIn.versionNumber;
      return isThere ? ofPlatform(builtIn) : null;
    }
    const own = organisationsWith(actor, AGREEMENT_READ);
    if (!isUuid(id) || own.length === 0) return null;
    const row = await selectTemplates(this.uow.sql, versionNumber)
      .where('template.id', '=', id)
      .where('template.organisation_id', 'in', own)
      .executeTakeFirst();
    return row ? toTemplate(row) : null;
  }

  /** Of one own organisation, newest first. */
  list(actor: Actor, args: AgreementTemplatesArgs): Promise<Connection<AgreementTemplate>> {
    const { organisationId, isArchived } = args;
    if (!isUuid(organisationId)) throw inputErrors.MALFORMED({ field: ['organisationId'] });
    const isOwn = organisationsWith(actor, AGREEMENT_READ).includes(organisationId);
    const query = selectTemplates(this.uow.sql, null)
      .where('template.organisation_id', '=', organisationId)
      .where(sql<boolean>`${isOwn}`)
      .where('template.archived_at', isArchived === true ? 'is not' : 'is', null);
    return keysetPage(query, {
      args,
      orderBy: [
        { column: 'template.created_at', direction: 'desc', type: 'timestamptz' },
        { column: 'template.id', direction: 'desc', type: 'uuid' },
      ],
      map: toTemplate,
      count: () => countRows(query),
    });
  }

  builtIn(): AgreementTemplate[] {
    return BUILT_IN_TEMPLATES.map(ofPlatform);
  }
}

function ofPlatform({ names, variables, ...template }: BuiltInTemplate): AgreementTemplate {
  const { locale } = requestContext();
  return { ...template, name: names[locale], variables: variables.map(inLanguage(locale)) };
}

function selectTemplates(db: Kysely<DB>, versionNumber: number | null) {
  return db
    .selectFrom('agreement_templates as template')
    .innerJoin('agreement_template_versions as version', (join) =>
      join
        .onRef('version.template_id', '=', 'template.id')
        .on(
          sql<boolean>`version.number = coalesce(${versionNumber}::int, template.version_number)`,
        ),
    )
    .select([
      'template.id',
      'template.organisation_id',
      'template.kind',
      'template.form',
      'template.name',
      'template.archived_at',
      'template.version',
      'template.created_at',
      'version.number',
      'version.title',
      'version.note',
      'version.made_at',
      sql<AgreementTemplateClause[]>`(select json_agg(json_build_object(
          'position', clause.position, 'heading', clause.heading, 'body', clause.body) order by clause.position)
        from agreement_template_clauses clause
        where clause.template_id = version.template_id and clause.version_number = version.number)`.as(
        'clauses',
      ),
      sql<TemplateVariable[] | null>`(select json_agg(json_build_object(
          'name', variable.name, 'label', variable.label, 'kind', variable.kind,
          'isRequired', variable.is_required, 'maxLength', variable.max_length) order by variable.position)
        from agreement_template_variables variable
        where variable.template_id = version.template_id and variable.version_number = version.number)`.as(
        'variables',
      ),
    ]);
}

type TemplateRow = Awaited<ReturnType<ReturnType<typeof selectTemplates>['execute']>>[number];

function toTemplate(row: TemplateRow): AgreementTemplate {
  return {
    id: row.id,
    organisationId: row.organisation_id,
    kindCode: row.kind,
    subKind: row.form,
    name: row.name,
    versionNumber: row.number,
    title: row.title,
    note: row.note,
    clauses: row.clauses,
    variables: row.variables ?? [],
    archivedAt: row.archived_at,
    madeAt: row.made_at,
    version: row.version,
  };
}
