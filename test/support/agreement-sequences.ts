import { randomUUID } from 'node:crypto';
import { Clock } from '../../src/core/clock/index.js';
import { AgreementClock } from '../../src/modules/agreements/agreement/agreement-clock.service.js';
import { agreementMachine } from '../../src/modules/agreements/agreement/agreement.machine.js';
import { AgreementEventsRepository } from '../../src/modules/agreements/evidence/agreement-events.repository.js';
import {
  firstBadEvent,
  type ChainedEvent,
} from '../../src/modules/agreements/evidence/evidence-chain.js';
import { act, begin, codeFor, CONTENT, SIGN } from '../e2e/agreements.support.js';
import { createAccount, type TestAccount } from '../factories/account.factory.js';
import { createAffiliation } from '../factories/affiliation.factory.js';
import { createOrganisation } from '../factories/organisation.factory.js';
import type { TestApp } from './app.js';

/** What each of the three does in each round; all three at the same instant. */
export type AgreementSequence = readonly (readonly AgreementCommand[])[];

export const AGREEMENT_COMMANDS = [
  'share',
  'propose',
  'edit',
  'amend',
  'return',
  'cancel',
  'sign',
  'open',
  'decline',
  'extend',
  'suspend',
  'resume',
  'terminate',
  'advance',
] as const;
export type AgreementCommand = (typeof AGREEMENT_COMMANDS)[number];

/** How often each is chosen: most of the time people sign, or the sequences would end in nothing. */
const WEIGHTS: Readonly<Record<AgreementCommand, number>> = {
  share: 1,
  propose: 4,
  edit: 1,
  amend: 2,
  return: 1,
  cancel: 0.3,
  sign: 14,
  open: 2,
  decline: 0.5,
  extend: 1,
  suspend: 1,
  resume: 1,
  terminate: 0.5,
  advance: 1,
};

/** A sequence from numbers in [0, 1): the drafter puts the text forward first, then anything may happen. */
export function agreementSequence(random: () => number, rounds = 6): AgreementSequence {
  const total = Object.values(WEIGHTS).reduce((sum, weight) => sum + weight, 0);
  const choose = (): AgreementCommand => {
    let left = random() * total;
    for (const command of AGREEMENT_COMMANDS) {
      left -= WEIGHTS[command];
      if (left < 0) return command;
    }
    return 'sign';
  };
  return Array.from({ length: rounds }, (_, round) =>
    Array.from({ length: 3 }, (_, actor) => (round + actor === 0 ? 'propose' : choose())),
  );
}

interface Cast {
  readonly app: TestApp;
  readonly agreementId: string;
  /** Employer, graduate and college, in the order they are to sign. */
  readonly actors: readonly TestAccount[];
  readonly signed: { readonly accountId: string; readonly contentHash: string }[];
}

interface Snapshot {
  readonly version: number;
  readonly contentHash: string | null;
  readonly turns: readonly { readonly id: string; readonly partyPosition: number }[];
}

const payload = (name: string, type: string): string =>
  `mutation ($input: ${type}!) { ${name}(input: $input) { userErrors { code } } }`;
const STEPS = {
  share: payload('shareAgreement', 'ShareAgreementInput'),
  propose: payload('proposeAgreement', 'ProposeAgreementInput'),
  edit: payload('editAgreement', 'EditAgreementInput'),
  amend: payload('editAgreement', 'EditAgreementInput'),
  return: payload('returnAgreement', 'AgreementReasonInput'),
  cancel: payload('cancelAgreement', 'AgreementReasonInput'),
  suspend: payload('suspendAgreement', 'AgreementReasonInput'),
  resume: payload('resumeAgreement', 'ResumeAgreementInput'),
  terminate: payload('terminateAgreement', 'AgreementReasonInput'),
  decline: payload('declineAgreementTurn', 'DeclineAgreementTurnInput'),
  extend: payload('extendAgreementTurn', 'ExtendAgreementTurnInput'),
};

export interface PlayedSequence {
  /** What was broken, in words; nothing, when all is well. */
  readonly breaches: readonly string[];
  readonly signatures: number;
  /** All had signed at some time. */
  readonly isCompleted: boolean;
}

type Stage = Pick<TestApp, 'get' | 'gql'> & {
  readonly database: Pick<TestApp['database'], 'pool'>;
};

/** Plays a sequence over HTTP. */
export async function playAgreementSequence(
  stage: Stage,
  sequence: AgreementSequence,
): Promise<PlayedSequence> {
  const app = stage as TestApp;
  const cast = await gather(app);
  for (const round of sequence) {
    const seen = await look(cast);
    await Promise.all(round.map((command, actor) => perform(cast, actor, command, seen)));
  }
  const events = await app.get(AgreementEventsRepository).listOf(cast.agreementId);
  return {
    breaches: await breaches(cast, events),
    signatures: cast.signed.length,
    isCompleted: events.some(({ kind }) => kind === 'COMPLETED'),
  };
}

async function gather(app: TestApp): Promise<Cast> {
  const [enterprise, college, graduate] = await Promise.all([
    createOrganisation(app),
    createOrganisation(app, { kind: 'COLLEGE' }),
    createAccount(app),
  ]);
  await createAffiliation(app, { collegeId: college.id, student: graduate });
  const today = app.get(Clock).today();
  const input = {
    idempotencyKey: randomUUID(),
    organisationId: enterprise.id,
    kind: 'GRADUATE_EMPLOYMENT',
    parties: [
      { role: 'STUDENT', accountId: graduate.account.id },
      { role: 'ENTERPRISE', organisationId: enterprise.id },
      { role: 'COLLEGE', organisationId: college.id },
    ],
    content: content('就业协议', today),
  };
  const created = await act(
    app,
    `mutation ($input: CreateAgreementInput!) { createAgreement(input: $input) { agreement { id } userErrors { code field } } }`,
    input,
    enterprise.administrator,
  );
  if (created.userErrors[0]) throw new Error(JSON.stringify(created.userErrors));
  return {
    app,
    agreementId: created.agreement.id,
    actors: [enterprise.administrator, graduate, college.administrator],
    signed: [],
  };
}

function content(title: string, startsOn: string): object {
  const { terms, endsOn } = CONTENT;
  return { title, terms, startsOn, endsOn };
}

async function look({ app, agreementId }: Cast): Promise<Snapshot> {
  const { rows } = await app.database.pool.query<Snapshot>(
    `select version, content_hash as "contentHash",
       (select coalesce(json_agg(json_build_object('id', s.id, 'partyPosition', s.party_position)), '[]')
          from agreement_signatories s where s.agreement_id = a.id and s.state <> 'void') as turns
     from agreements a where id = $1`,
    [agreementId],
  );
  const [snapshot] = rows;
  if (!snapshot) throw new Error('The agreement is gone');
  return snapshot;
}

/** Position of each actor's party in the text. */
const POSITIONS = [2, 1, 3];

async function perform(
  cast: Cast,
  actor: number,
  command: AgreementCommand,
  seen: Snapshot,
): Promise<void> {
  const { app, agreementId } = cast;
  const as = cast.actors[actor];
  const signatoryId = seen.turns.find((turn) => turn.partyPosition === POSITIONS[actor])?.id;
  if (!as) return;
  if (command === 'advance') {
    await app.get(AgreementClock).run(new AbortController().signal);
    return;
  }
  if (command === 'sign' || command === 'open') {
    if (signatoryId !== undefined) await sign(cast, as, signatoryId, command, seen);
    return;
  }
  const inputs: Record<keyof typeof STEPS, object> = {
    share: { agreementId, idempotencyKey: randomUUID() },
    propose: { agreementId, idempotencyKey: randomUUID() },
    edit: {
      agreementId,
      version: seen.version,
      content: content('改过的协议', app.get(Clock).today()),
    },
    amend: {
      agreementId,
      version: seen.version,
      content: content(`修订的协议${String(actor)}`, app.get(Clock).today()),
      resetsSignatures: actor !== 2,
    },
    return: { agreementId, reason: '需要修改' },
    cancel: { agreementId, reason: '不再合作' },
    suspend: { agreementId, reason: '对方未履约' },
    resume: { agreementId },
    terminate: { agreementId, reason: '提前解除' },
    decline: { signatoryId: signatoryId ?? randomUUID(), reason: '不同意' },
    extend: { signatoryId: signatoryId ?? randomUUID(), days: 10 },
  };
  await ask(app, STEPS[command], inputs[command], as);
}

/** Whoever may not do something at all is told so; any other failure is a defect. */
async function ask(app: TestApp, query: string, input: object, as: TestAccount): Promise<void> {
  const { errors } = await app.gql(query, { input }, { as });
  const unexpected = errors?.find(({ extensions }) => extensions.code !== 'FORBIDDEN');
  if (unexpected) throw new Error(JSON.stringify(unexpected));
}

async function sign(
  { app, agreementId, signed }: Cast,
  as: TestAccount,
  signatoryId: string,
  command: 'sign' | 'open',
  { contentHash }: Snapshot,
): Promise<void> {
  const { signingSession: session } = await begin(app, { signatoryId }, as);
  if (!session || command === 'open' || contentHash === null) return;
  const code = session.needsCode ? await codeFor(app, session.id, as) : null;
  const input = {
    idempotencyKey: randomUUID(),
    agreementId,
    signingSessionId: session.id,
    contentHash,
    isConfirmed: true,
    code,
  };
  const { userErrors } = await act(app, SIGN, input, as);
  if (userErrors.length === 0) signed.push({ accountId: as.account.id, contentHash });
}

/** Whatever must not be, in words. */
async function breaches(
  { app, agreementId, signed }: Cast,
  events: readonly ChainedEvent[],
): Promise<string[]> {
  const { pool } = app.database;
  const { rows: faults } = await pool.query<{ fault: string }>(
    `select 'the database finds fault: ' || agreement_fault($1) as fault where agreement_fault($1) is not null
     union all
     select 'in force without the signature of party ' || p.position
     from agreements a join agreement_parties p on p.agreement_id = a.id
     where a.id = $1 and (a.state in ('signed', 'effective') or a.effective_at is not null)
       and not exists (select 1 from agreement_signatures s where s.agreement_id = a.id and s.voided_at is null
         and s.party_position = p.position and s.content_hash = a.content_hash)
     union all
     select 'a signature of the present text is void' from agreements a join agreement_signatures s on s.agreement_id = a.id
     where a.id = $1 and s.voided_at is not null and s.signing_round = a.signing_round and a.state not in ('draft', 'negotiating', 'cancelled')`,
    [agreementId],
  );
  const found = faults.map(({ fault }) => fault);
  const { rows: history } = await pool.query<{ transition: string; from: string; to: string }>(
    `select transition, upper(from_state::text) as "from", upper(to_state::text) as "to" from agreement_history
     where agreement_id = $1 and from_state is not null`,
    [agreementId],
  );
  for (const { transition, from, to } of history) {
    const rule = Object.entries(agreementMachine.transitions).find(([name]) => name === transition);
    const isLegal = rule?.[1].from.some((state) => state === from) && rule[1].to === to;
    if (!isLegal) found.push(`illegal ${transition} from ${from} to ${to}`);
  }
  const { rows: kept } = await pool.query<{ account_id: string; content_hash: string }>(
    `select account_id, content_hash from agreement_signatures where agreement_id = $1`,
    [agreementId],
  );
  for (const { accountId, contentHash } of signed) {
    const isKept = kept.some(
      (row) => row.account_id === accountId && row.content_hash === contentHash,
    );
    if (!isKept) found.push('an acknowledged signature is lost');
  }
  if (kept.length !== signed.length) {
    found.push(`${String(kept.length)} signatures, ${String(signed.length)} acknowledged`);
  }
  const bad = firstBadEvent(events, []);
  if (bad) found.push(`event ${String(bad.sequence)} is ${bad.fault}`);
  const told = events.filter(({ kind }) => kind === 'SIGNED').length;
  if (told !== kept.length) found.push(`${String(told)} signatures in the chain`);
  return found;
}
