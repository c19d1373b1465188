import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/auth/index.js';
import { requestContext } from '../../../core/context/index.js';
import { requestErrors, type DomainError } from '../../../core/errors/index.js';
import { parseInput } from '../../../core/validation/index.js';
import { OrganisationReader } from '../../organisations/index.js';
import { kindOf } from '../agreement-kinds.js';
import { templateErrors } from './template.errors.js';
import { templateTextSchema, type AgreementTemplateTextArgs } from './template.inputs.js';
import type { AgreementTemplate, AgreementTemplateText } from './template.model.js';
import { TemplateReader } from './template.reader.js';
import { dayInWords, fillGaps, wordsOf } from './template.rules.js';

type Given = ReturnType<typeof templateTextSchema.parse>;

/** Fills the gaps of a template; writes nothing. */
@Injectable()
export class TemplateFiller {
  constructor(
    private readonly templates: TemplateReader,
    private readonly organisations: OrganisationReader,
  ) {}

  /** Null when there is no such template, or the actor may not see it. */
  async fill(actor: Actor, args: AgreementTemplateTextArgs): Promise<AgreementTemplateText | null> {
    const given = parseInput(templateTextSchema, args);
    const template = await this.templates.find(actor, given.id, given.versionNumber ?? null);
    if (!template || template.archivedAt !== null) return null;
    const values = await this.builtInValues(template, given);
    const problems: DomainError[] = [];
    for (const variable of template.variables) {
      const { name, kind, isRequired } = variable;
      const value = given.values.find((each) => each.name === name)?.value.trim() ?? '';
      const words = wordsOf(variable, value);
      if (words !== null) values.set(name, words);
      else if (value === '' && isRequired) {
        problems.push(templateErrors.VALUE_MISSING({ field: ['values', name] }));
      } else {
        problems.push(templateErrors.VALUE_WRONG({ field: ['values', name], params: { kind } }));
      }
    }
    const known = new Set(template.variables.map(({ name }) => name));
    for (const { name } of given.values)
      if (!known.has(name)) problems.push(requestErrors.NOT_FOUND({ field: ['values', name] }));
    for (const name of builtInUsed(template))
      if (!values.has(name)) {
        problems.push(templateErrors.VALUE_MISSING({ field: ['values', name] }));
      }
    const { locale } = requestContext();
    return {
      templateId: template.id,
      versionNumber: template.versionNumber,
      title: fillGaps(template.title, values),
      clauses: template.clauses.map(({ heading, body }) => ({
        heading: fillGaps(heading, values),
        body: fillGaps(body, values),
      })),
      problems: problems.slice(0, 60).map((problem) => ({
        code: problem.code,
        field: [...(problem.field ?? [])],
        message: problem.text(locale),
      })),
    };
  }

  /** Names of the parties by role, several joined, and the term in words. */
  private async builtInValues(
    { kindCode }: AgreementTemplate,
    { parties, startsOn, endsOn }: Given,
  ): Promise<Map<string, string>> {
    const values = new Map<string, string>();
    const found = await this.organisations.findMany(
      (parties ?? []).flatMap(({ organisationId }) => organisationId ?? []),
    );
    for (const { role } of kindOf(kindCode).parties) {
      const names = (parties ?? []).flatMap((party) => {
        if (party.role !== role) return [];
        return found.find(({ id }) => id === party.organisationId)?.name ?? party.name ?? [];
      });
      if (names.length > 0) values.set(role, names.join('、'));
    }
    const days = { STARTS_ON: startsOn, ENDS_ON: endsOn };
    for (const [name, day] of Object.entries(days)) {
      const words = dayInWords(day ?? '');
      if (words !== null) values.set(name, words);
    }
    return values;
  }
}

/** Gaps of the text that the platform fills. */
function builtInUsed({ title, clauses, variables }: AgreementTemplate): string[] {
  const asked = new Set(variables.map(({ name }) => name));
  const text = [title, ...clauses.flatMap(({ heading, body }) => [heading, body])].join('\n');
  const used = [...text.matchAll(/\{\{\s*([^{}\s]+)\s*\}\}/g)].map(([, name = '']) => name);
  return [...new Set(used)].filter((name) => !asked.has(name));
}
