import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../../core/config/index.js';
import { AccountReader } from '../../identity/index.js';
import { OrganisationReader } from '../../organisations/index.js';
import { findKind, kindOf, partyRuleOf } from '../agreement-kinds.js';
import type { AgreementDocument, DocumentCertificate } from './document/agreement-document.js';
import { renderAgreement } from './document/render-agreement.js';
import { unprintableCharacters } from './document/unprintable-characters.js';
import type { ChainedEvent } from './evidence-chain.js';
import { wordsOf } from './evidence-event-kinds.js';
import { EvidenceSigner } from './evidence-signer.port.js';
import { evidenceErrors } from './evidence.errors.js';
import type { PrintedAgreement, SignatureRow } from './signed-agreement.reader.js';
import { internshipSentences } from '../internship/internship-words.js';
import { obligationSentences } from '../obligations/obligation-words.js';
import { verificationUrl } from './verification-address.js';

const LABELS = '甲乙丙丁戊己庚辛壬癸';
/** As many as a message can name. */
const MAX_SHOWN = 10;
/** Of an account that was closed since. */
const GONE = '（账号已注销）';

/** Makes the printed form of an agreement: a preview, or what is sealed. */
@Injectable()
export class AgreementDocuments {
  constructor(
    private readonly accounts: AccountReader,
    private readonly organisations: OrganisationReader,
    private readonly signer: EvidenceSigner,
    private readonly config: AppConfig,
  ) {}

  /** Throws when a character could not be printed: before a text is put forward, and again before it is sealed. */
  requirePrintable(document: Pick<AgreementDocument, 'title' | 'parties' | 'clauses'>): void {
    const found = unprintableCharacters(document);
    if (found.length === 0) return;
    const characters = [...new Set(found.map((each) => `${each.character} (${each.codePoint})`))];
    const places = [...new Set(found.map(({ path }) => placeOf(path)))];
    throw evidenceErrors.UNPRINTABLE({
      params: {
        characters: characters.slice(0, MAX_SHOWN).join('、'),
        places: places.slice(0, MAX_SHOWN).join('、'),
      },
    });
  }

  /** The document without a certificate: what a preview shows. */
  async compose(agreement: PrintedAgreement): Promise<AgreementDocument> {
    const kind = kindOf(agreement.kind);
    const form = kind.forms.find(({ code }) => code === agreement.form)?.name['zh-CN'];
    const organisationIds = agreement.parties.flatMap(({ organisationId }) => organisationId ?? []);
    const organisations = await this.organisations.findMany(organisationIds);
    const names = await this.accounts.findMany(
      agreement.signatures.flatMap(({ accountId }) => accountId ?? []),
    );
    const parties = agreement.parties.map(({ role, organisationId, name }, at) => ({
      label: labelOf(at + 1),
      role: partyRuleOf(kind, role)?.name['zh-CN'] ?? role,
      name,
      creditCode:
        organisations.find(({ id }) => id === organisationId)?.unifiedSocialCreditCode ?? null,
    }));
    return {
      number: agreement.agreementNumber,
      kind: form === undefined ? kind.name['zh-CN'] : `${kind.name['zh-CN']} · ${form}`,
      title: agreement.title,
      startsOn: agreement.startsOn,
      endsOn: agreement.endsOn,
      promisedStudents: agreement.promisedStudents,
      createdAt: agreement.versionMadeAt,
      textHash: agreement.contentHash ?? agreement.versionHash,
      parties,
      clauses: agreement.clauses,
      annexes: agreement.annexes,
      internship: agreement.internship ? internshipSentences(agreement.internship) : [],
      obligations: obligationSentences(agreement.obligations ?? [], labelOf),
      signatures: agreement.signatures.map((signature) => ({
        partyLabel: labelOf(signature.partyPosition),
        partyName: parties[signature.partyPosition - 1]?.name ?? '',
        signerName: signerName(signature, names),
        method: methodOf(signature),
        signedAt: signature.signedAt,
      })),
      isProposed: agreement.contentHash !== null,
      certificate: null,
    };
  }

  /** What the certificate says, with every event there is. */
  async certify(
    agreement: PrintedAgreement,
    events: readonly ChainedEvent[],
    sealedAt: Date,
  ): Promise<DocumentCertificate> {
    const accounts = await this.accounts.findMany([
      ...new Set(
        events.flatMap(({ actorKind, actorId }) =>
          actorKind === 'ACCOUNT' ? (actorId ?? []) : [],
        ),
      ),
    ]);
    return {
      keyId: this.signer.keyId,
      verificationUrl: verificationUrl(this.config.env.APP_ORIGIN, agreement),
      operatorName: this.config.env.OPERATOR_NAME,
      sealedAt,
      events: events.map((event) => ({
        sequence: event.sequence,
        kind: wordsOf(event.kind),
        actor: actorText(event, accounts),
        networkAddress: event.networkAddress,
        documentHash: event.documentHash,
        occurredAt: event.occurredAt,
        hash: event.hash,
      })),
    };
  }

  render(agreementId: string, document: AgreementDocument): Promise<Buffer> {
    return renderAgreement(agreementId, document);
  }

  /** Name of a kind in both languages; its code where it is described no more. */
  static kindName(code: string): { readonly 'zh-CN': string; readonly en: string } {
    return findKind(code)?.name ?? { 'zh-CN': code, en: code };
  }
}

/** `第3条 clause 3`: where people look for it, in both languages. */
function placeOf([part = '', at = '0']: readonly string[]): string {
  const number = String(Number(at) + 1);
  const names: Readonly<Record<string, string>> = {
    clauses: `第${number}条 clause ${number}`,
    parties: `第${number}方名称 name of party ${number}`,
    annexes: `附件${number} annex ${number}`,
    signatures: `签署人${number} signer ${number}`,
  };
  return names[part] ?? '标题 title';
}

type Names = ReadonlyMap<string, { readonly displayName: string }>;

function labelOf(position: number): string {
  return `${LABELS[position - 1] ?? String(position)}方`;
}

function signerName({ accountId, method }: SignatureRow, names: Names): string {
  if (accountId !== null) return names.get(accountId)?.displayName ?? GONE;
  return method === 'paper' ? '见纸质签署件' : GONE;
}

function methodOf({ method, hasCode, isDelegated }: SignatureRow): string {
  if (method === 'paper') return '纸质签署，上传扫描件并经两人核对';
  const parts = ['登录后确认全文', hasCode ? '一次性验证码' : '', isDelegated ? '受托签署' : ''];
  return parts.filter((part) => part !== '').join('，');
}

function actorText({ actorKind, actorId, partyPosition }: ChainedEvent, names: Names): string {
  const name =
    actorKind === 'ACCOUNT' ? (names.get(actorId ?? '')?.displayName ?? GONE) : ACTORS[actorKind];
  const party = partyPosition === null ? '' : `（${labelOf(partyPosition)}）`;
  return `${name ?? actorKind}${party}`;
}

const ACTORS: Readonly<Record<string, string>> = {
  SYSTEM: '平台 Platform',
  API_KEY: '接口 API',
  ANONYMOUS: '未登录者',
};
