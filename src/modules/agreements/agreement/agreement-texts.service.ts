import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/auth/index.js';
import { Clock } from '../../../core/clock/index.js';
import { defineFilePurpose, FileStore, pageCountOfPdf } from '../../../core/storage/index.js';
import type { AgreementKindRules } from '../agreement-kinds.js';
import type { VersionText } from '../negotiation/agreement-version.repository.js';
import { AgreementVersionReader } from '../negotiation/agreement-version.reader.js';
import { internshipErrors } from '../internship/internship.errors.js';
import { InternshipReader } from '../internship/internship.reader.js';
import { keptObligations, obligationsFrom } from '../obligations/obligation-texts.js';
import { ObligationReader } from '../obligations/obligation.reader.js';
import { agreementErrors } from './agreement.errors.js';
import type { GivenContent } from './agreement-content.inputs.js';
import { checkTerm } from './agreement.rules.js';

export const AGREEMENT_ANNEX = defineFilePurpose('agreementAnnex', { types: ['pdf'] });
/** A signer is to read it all. */
const MAX_ANNEX_PAGES = 100;
const FIELD = ['content'];

/** The agreement a text is for; a new one has no versions yet. */
interface TextOf {
  readonly id: string;
  readonly isNew: boolean;
  readonly parties: readonly { readonly role: string }[];
}

/** Makes the text of a version from what was given. */
@Injectable()
export class AgreementTexts {
  constructor(
    private readonly versions: AgreementVersionReader,
    private readonly obligations: ObligationReader,
    private readonly internships: InternshipReader,
    private readonly files: FileStore,
    private readonly clock: Clock,
  ) {}

  /** Of a new agreement, or of one that has versions already. Attaches annexes that are new; inside a unit of work. */
  async write(
    actor: Actor,
    kind: AgreementKindRules,
    { id, isNew, parties }: TextOf,
    content: GivenContent,
  ): Promise<VersionText> {
    checkTerm(content, this.clock.today(), FIELD);
    if (content.promisedStudents != null && !kind.hasPromisedStudents) {
      throw agreementErrors.NO_PROMISED_STUDENTS({ field: [...FIELD, 'promisedStudents'] });
    }
    return {
      form: formOf(kind, content),
      title: content.title,
      promisedStudents: content.promisedStudents ?? null,
      startsOn: content.startsOn,
      endsOn: content.endsOn,
      clauses: await this.clausesOf(isNew ? null : id, content),
      annexes: await this.annexesOf(actor, { id, isNew }, content.annexes),
      obligations: await this.obligationsOf({ id, isNew, parties }, content),
      internship: await this.internshipOf(kind, isNew ? null : id, content),
    };
  }

  private async obligationsOf(
    { id, isNew, parties }: TextOf,
    { obligations, startsOn, endsOn }: GivenContent,
  ): Promise<NonNullable<VersionText['obligations']>> {
    const term = { startsOn, endsOn };
    if (!obligations)
      return isNew ? [] : keptObligations(await this.obligations.currentOf(id), term);
    const known = isNew ? [] : await this.obligations.keysOf(id);
    return obligationsFrom(obligations, { parties, term, known });
  }

  /** One that is not given stays as it is; it may still be missing in a draft. */
  private async internshipOf(
    { hasInternship }: AgreementKindRules,
    agreementId: string | null,
    { internship }: GivenContent,
  ): Promise<VersionText['internship']> {
    if (internship && !hasInternship) {
      throw internshipErrors.NOT_OF_THIS_KIND({ field: [...FIELD, 'internship'] });
    }
    if (internship) return internship;
    return agreementId === null ? null : this.internships.find(agreementId);
  }

  private async clausesOf(
    agreementId: string | null,
    { terms, clauses }: GivenContent,
  ): Promise<VersionText['clauses']> {
    const known = agreementId === null ? [] : await this.versions.clauseKeysOf(agreementId);
    if (!clauses) {
      // Terms in one piece go on in the one clause there is.
      const key = known.length === 1 ? (known[0] ?? null) : null;
      return [{ key, heading: '', body: terms ?? '' }];
    }
    const keys = clauses.flatMap(({ key }) => key ?? []);
    const isWrong = new Set(keys).size < keys.length || keys.some((key) => !known.includes(key));
    if (isWrong) throw agreementErrors.CLAUSE_UNKNOWN({ field: [...FIELD, 'clauses'] });
    return clauses.map(({ key, heading, body }) => ({
      key: key ?? null,
      heading: heading ?? '',
      body,
    }));
  }

  private async annexesOf(
    actor: Actor,
    { id, isNew }: { readonly id: string; readonly isNew: boolean },
    given: GivenContent['annexes'],
  ): Promise<VersionText['annexes']> {
    if (!given) return isNew ? [] : this.versions.currentAnnexesOf(id);
    const kept = isNew ? [] : await this.versions.annexFileIdsOf(id);
    const annexes = [];
    for (const [index, { title, fileId }] of given.entries()) {
      const field = [...FIELD, 'annexes', String(index), 'fileId'];
      if (!kept.includes(fileId)) {
        const subject = { subjectType: 'agreement', subjectId: id };
        await this.files.attach(actor, fileId, { ...subject, purpose: AGREEMENT_ANNEX, field });
        if (pageCountOfPdf(await this.files.read(fileId)) > MAX_ANNEX_PAGES) {
          throw agreementErrors.ANNEX_TOO_LONG({ field, params: { maxPages: MAX_ANNEX_PAGES } });
        }
      }
      const file = await this.files.find(fileId);
      annexes.push({ title, fileId, sha256: file?.sha256 ?? '' });
    }
    return annexes;
  }
}

function formOf({ forms }: AgreementKindRules, { form, subKind }: GivenContent): string | null {
  const code = subKind ?? (form === 'OTHER' ? null : form) ?? null;
  const fits = forms.length === 0 ? code === null : forms.some((known) => known.code === code);
  if (!fits) {
    throw agreementErrors.SUB_KIND_UNKNOWN({
      field: [...FIELD, subKind == null ? 'form' : 'subKind'],
    });
  }
  return code;
}
