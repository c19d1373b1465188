import { Clock } from '../../src/core/clock/index.js';
import { UnitOfWork } from '../../src/core/database/index.js';
import type { AffiliationState } from '../../src/modules/affiliations/index.js';
import { AffiliationRepository } from '../../src/modules/affiliations/affiliation/affiliation.repository.js';
import type { TestApp } from '../support/app.js';
import { createAccount, type TestAccount } from './account.factory.js';

export interface AffiliationOptions {
  readonly collegeId: string;
  /** Confirmed unless said. */
  readonly state?: AffiliationState;
  /** The student; a new person unless said, nobody for a place of the roster. */
  readonly student?: TestAccount;
  readonly studentNumber?: string;
  readonly studentName?: string;
  readonly majorCode?: string | null;
  readonly majorName?: string;
  readonly className?: string | null;
  readonly graduationYear?: number;
  readonly isOnRoster?: boolean;
}

export interface TestAffiliation {
  readonly id: string;
  readonly collegeId: string;
  readonly studentNumber: string;
  readonly studentName: string;
  /** Null for a place nobody claimed. */
  readonly student: TestAccount | null;
}

let made = 0;

/** A student's place at a college, as if it had long been there: no events. */
export async function createAffiliation(
  app: Pick<TestApp, 'get'>,
  options: AffiliationOptions,
): Promise<TestAffiliation> {
  made += 1;
  const { collegeId, state = 'CONFIRMED' } = options;
  const student = state === 'ROSTERED' ? null : (options.student ?? (await createAccount(app)));
  const studentNumber = options.studentNumber ?? `2026${String(made).padStart(6, '0')}`;
  const studentName = options.studentName ?? `学生${String(made)}`;
  const now = app.get(Clock).now();
  const isDecided = state === 'CONFIRMED' || state === 'REFUSED' || state === 'LEFT';
  const id = await app.get(UnitOfWork).run(() =>
    app.get(AffiliationRepository).insert(
      {
        collegeId,
        studentNumber,
        studentName,
        majorCode: options.majorCode ?? null,
        majorName: options.majorName ?? '机电一体化技术',
        className: options.className ?? null,
        graduationYear: options.graduationYear ?? now.getFullYear() + 1,
        isOnRoster: options.isOnRoster ?? true,
        state,
        accountId: student?.account.id ?? null,
        claimedAt: student ? now : null,
        decidedAt: isDecided ? now : null,
        refusalReason: state === 'REFUSED' ? '未找到该学生' : null,
        leftAt: state === 'LEFT' ? now : null,
      },
      'scene',
      null,
    ),
  );
  return { id, collegeId, studentNumber, studentName, student };
}
