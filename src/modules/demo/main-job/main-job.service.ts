import { Injectable } from '@nestjs/common';
import { ActionRunner } from '../../../core/actions/index.js';
import { SYSTEM } from '../../../core/auth/index.js';
import { AccountProvisioning, parseContact } from '../../identity/index.js';
import { creditCodeCheckDigit } from '../../organisations/index.js';
import {
  TAICANG,
  register,
  registerOrganisation,
  signIn,
  verify,
  type Cast,
  type Employer,
  type Person,
  type Registration,
} from './cast.js';
import { bringIn } from './bring-in.js';
import type { CorpusFile } from './corpus.js';
import { MainJobReader } from './main-job.reader.js';
import { MarketCommands } from './market-commands.js';
import { expectedNotices } from './expected-notices.js';
import { everyoneWasTold } from './notices.js';
import { must } from './play-failed.js';
import { Play, type PlayOutput } from './play.js';
import { playHiring } from './act-hiring.js';
import { approve, claimAndComplete } from './postings.js';

export interface MainJobRequest {
  /** Address of a running API whose worker is up. */
  readonly url: string;
  /** Corpora to import first; the market is played with what is there when empty. */
  readonly files: readonly CorpusFile[];
  /** Records taken of each file; all of them when null. */
  readonly sample: number | null;
}

const CLAIMED = 5;
const PASSWORD = 'harbour-bridge-lantern-52';

/** The main job of the platform, played by several people at once over HTTP; fails with the first part that did not happen. */
@Injectable()
export class MainJob {
  constructor(
    private readonly market: MarketCommands,
    private readonly reader: MainJobReader,
    private readonly accounts: AccountProvisioning,
    private readonly actions: ActionRunner,
  ) {}

  async play(request: MainJobRequest, output: PlayOutput): Promise<void> {
    const play = new Play(request.url, output);
    await play.step('The API answers', () => play.anyone.ask('{ __typename }'));
    if (request.files.length > 0) await bringIn(play, request, this.market, this.reader);
    const claimable = await this.reader.claimable(CLAIMED);
    const cast = await this.gather(play, claimable?.employerName ?? null);
    if (claimable !== null && cast.claimant !== null)
      await this.claim(play, cast.officer, cast.claimant, claimable.ids);
    await playHiring(play, cast, this.reader);
    const expected = expectedNotices(cast, claimable?.ids.length ?? 0);
    await play.step(
      'Everybody was told what concerns him',
      () => everyoneWasTold(play, expected, this.reader),
      String,
    );
    output.line(`The main job was done in ${play.seconds} s.`);
  }

  private async gather(play: Play, claimedName: string | null): Promise<Cast> {
    const administrator = await this.administrator(play);
    const [officer, clerk, recruiter, claimantPerson, student, graduate, other] = await play.step(
      'Seven people sign up by mail at once',
      () =>
        Promise.all([
          register(play, 'officer', '钱志远'),
          register(play, 'clerk', '顾文静'),
          register(play, 'recruiter', '陆建明'),
          register(play, 'claimant', '周海洋'),
          register(play, 'student', '沈晓燕'),
          register(play, 'graduate', '吴佳怡'),
          register(play, 'other', '陈浩宇'),
        ]),
      (people) => people.map(({ displayName }) => displayName).join(', '),
    );
    await play.step('The bureau of Suzhou is registered', () =>
      administrator.act(
        'registerBureau',
        {
          name: `苏州市人力资源和社会保障局 ${play.run}`,
          regionCode: '320500',
          unifiedSocialCreditCode: newCreditCode('11320500'),
          administratorId: officer.accountId,
        },
        'organisation { id }',
      ),
    );
    const registrations: (readonly [Person, Registration])[] = [
      [recruiter, enterprise(`示例精密机械有限公司 ${play.run}`)],
      [
        clerk,
        {
          kind: 'COLLEGE',
          name: `苏州经贸职业技术学院 ${play.run}`,
          regionCode: '320500',
          unifiedSocialCreditCode: newCreditCode('12320500'),
          collegeCode: '4132012685',
        },
      ],
      ...(claimedName === null ? [] : [[claimantPerson, enterprise(claimedName)] as const]),
    ];
    const registered = await play.step(
      'Organisations register and hand in their papers',
      () =>
        Promise.all(registrations.map(([person, given]) => registerOrganisation(person, given))),
      (made) => made.map(({ employer }) => employer.name).join(', '),
    );
    await play.step('The bureau verifies them', () =>
      Promise.all(registered.map(({ verificationId }) => verify(officer.client, verificationId))),
    );
    const [own, college, claimant] = registered.map(({ employer }) => employer);
    must(own !== undefined && college !== undefined, 'an enterprise and a college are there');
    const people = { officer, clerk, recruiter, student, graduate, other };
    return { ...people, enterprise: own, college, claimant: claimant ?? null };
  }

  private async claim(
    play: Play,
    officer: Person,
    claimant: Employer,
    ids: readonly string[],
  ): Promise<void> {
    const completed = await play.step(
      `${claimant.name} claims its external postings and completes them`,
      async () => {
        const postings = [];
        for (const id of ids) postings.push(await claimAndComplete(claimant, id));
        return postings;
      },
      (postings) => `${postings.length.toString()} postings`,
    );
    await play.step('The bureau approves them', () =>
      Promise.all(completed.map((posting) => approve(officer.client, posting))),
    );
  }

  /** The first administrator is made by the operator, as everywhere. */
  private administrator(play: Play) {
    return play.step('The operator makes an administrator, who signs in', async () => {
      const identifier = `operator-${play.run.toLowerCase()}@main-job.example.invalid`;
      const contact = parseContact(identifier);
      must(contact !== null, 'an address to sign in with');
      const passwordHash = await this.accounts.hash(PASSWORD);
      const account = {
        contact,
        displayName: '平台管理员',
        passwordHash,
        isAdministrator: true,
        hasConsented: true,
      };
      await this.actions.run(SYSTEM, 'createAdministrator', {}, () =>
        this.accounts.create({ ...account, reason: 'demo main-job' }),
      );
      return signIn(play, identifier, PASSWORD);
    });
  }
}

function enterprise(name: string): Registration {
  const unifiedSocialCreditCode = newCreditCode(`91${TAICANG}`);
  return { kind: 'ENTERPRISE', name, regionCode: TAICANG, unifiedSocialCreditCode };
}

let made = 0;

/** A code that no registry would give. */
function newCreditCode(start: string): string {
  made += 1;
  const serial = ((Date.now() % 1_000_000_000) * 10 + (made % 10)).toString(31).toUpperCase();
  const digits = serial
    .replaceAll(/[IOSVZ]/g, 'Y')
    .padStart(9, '0')
    .slice(-9);
  return `${start}${digits}${creditCodeCheckDigit(start + digits)}`;
}
