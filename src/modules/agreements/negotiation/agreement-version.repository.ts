import { Injectable } from '@nestjs/common';
import { Clock, Ids } from '../../../core/clock/index.js';
import { UnitOfWork } from '../../../core/database/index.js';
import { hashFormatOf } from '../agreement/agreement.rules.js';
import type { InternshipText } from '../internship/internship.rules.js';
import type { ObligationText } from '../obligations/obligation.rules.js';

/** What a version says: everything that is signed but the number, the kind and the parties. */
export interface VersionText {
  readonly form: string | null;
  readonly title: string;
  readonly promisedStudents: number | null;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly clauses: readonly {
    /** Null for a clause no version had before. */
    readonly key: string | null;
    readonly heading: string;
    readonly body: string;
  }[];
  readonly annexes: readonly {
    readonly title: string;
    readonly fileId: string;
    readonly sha256: string;
  }[];
  readonly obligations?: readonly ObligationText[];
  readonly internship?: InternshipText | null;
}

export interface VersionOrigin {
  readonly contentHash: string;
  readonly madeBy: string | null;
  /** Position of the party. */
  readonly madeFor: number | null;
  readonly note: string | null;
  readonly template?: { readonly id: string; readonly version: number } | null;
}

/** The only writer of versions; one is written once, as a whole. */
@Injectable()
export class AgreementVersionRepository {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async insert(
    agreementId: string,
    number: number,
    { clauses, annexes, obligations = [], internship = null, ...text }: VersionText,
    { template, ...origin }: VersionOrigin,
  ): Promise<void> {
    await this.uow.db.agreementVersion.create({
      data: {
        agreementId,
        number,
        title: text.title,
        form: text.form,
        promisedStudents: text.promisedStudents,
        startsOn: new Date(text.startsOn),
        endsOn: new Date(text.endsOn),
        clauseCount: clauses.length,
        annexCount: annexes.length,
        obligationCount: obligations.length,
        hasInternship: internship !== null,
        hashFormat: hashFormatOf({ obligations, internship }),
        ...origin,
        templateId: template?.id ?? null,
        templateVersion: template?.version ?? null,
        madeAt: this.clock.now(),
      },
      select: { number: true },
    });
    await this.uow.db.agreementClause.createMany({
      data: clauses.map(({ key, heading, body }, index) => ({
        agreementId,
        versionNumber: number,
        position: index + 1,
        clauseKey: key ?? this.ids.next(),
        heading,
        body,
      })),
    });
    await this.uow.db.agreementAnnex.createMany({
      data: annexes.map((annex, index) => ({
        agreementId,
        versionNumber: number,
        position: index + 1,
        ...annex,
      })),
    });
    await this.uow.db.agreementObligation.createMany({
      data: obligations.map(({ key, dueOn, ...obligation }, index) => ({
        ...obligation,
        agreementId,
        versionNumber: number,
        position: index + 1,
        obligationKey: key ?? this.ids.next(),
        dueOn: new Date(dueOn),
      })),
    });
    if (internship === null) return;
    await this.uow.db.agreementInternship.create({
      data: { agreementId, versionNumber: number, ...internship },
      select: { versionNumber: true },
    });
  }
}
