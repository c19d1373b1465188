import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { UnitOfWork } from '../../src/core/database/index.js';
import { FileStore } from '../../src/core/storage/index.js';
import { AgreementEvents } from '../../src/modules/agreements/evidence/agreement-events.service.js';
import { AgreementSealRepository } from '../../src/modules/agreements/evidence/agreement-seal.repository.js';
import { AgreementSealer } from '../../src/modules/agreements/evidence/agreement-sealer.service.js';
import { createAgreement } from '../factories/agreement.factory.js';
import { pdf as otherPdf } from '../integration/storage/sample-files.js';
import { keyboardOf } from './keyboard.js';
import { accessibilityViolations, openPortal, type Person, type Portal } from './portal.js';

const MEGABYTE = 1024 * 1024;

let portal: Portal;
let folder: string;
let sealed: Buffer;
let number: string;
let code: string;
beforeAll(async () => {
  portal = await openPortal();
  folder = await mkdtemp(join(tmpdir(), 'gongqiao-verify-'));
  ({ sealed, number, code } = await sealOne());
}, 120_000);
afterAll(async () => {
  await portal.close();
  await rm(folder, { recursive: true });
});

async function sealOne(): Promise<{ sealed: Buffer; number: string; code: string; id: string }> {
  const { app } = portal;
  const { id } = await createAgreement(app);
  await app.get(UnitOfWork).run(async () => {
    for (const kind of ['PROPOSED', 'SIGNED', 'SIGNED', 'COMPLETED'] as const)
      await app.get(AgreementEvents).append(id, { kind });
  });
  await app.get(AgreementSealer).seal(id);
  const seal = await app.get(AgreementSealRepository).find(id);
  if (!seal) throw new Error('It is not sealed');
  return {
    sealed: await app.get(FileStore).read(seal.fileId),
    number: seal.agreementNumber,
    code: seal.textHash.slice(0, 12),
    id,
  };
}

const named = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/pdf', buffer });
/** The bytes with one bit turned, where the text begins or at a place. */
function turned(bytes: Buffer, at: string | number): Buffer {
  const place = typeof at === 'number' ? at : bytes.indexOf(at, 0, 'latin1');
  const changed = Buffer.from(bytes);
  changed[place] = (changed[place] ?? 0) ^ 1;
  return changed;
}
const verdictOf = ({ page }: Person): Locator => page.locator('.gq-verdict');
const choose = async ({ page }: Person, file: string | ReturnType<typeof named>): Promise<void> =>
  page.locator('main input[type=file]').setInputFiles(file);
/** The one verdict, once it is another than the one before. */
async function verdictAfter(person: Person, code: string): Promise<string> {
  const verdict = verdictOf(person).and(person.page.locator(`[data-verdict=${code}]`));
  await verdict.waitFor();
  expect(await verdictOf(person).count()).toBe(1);
  return verdict.innerText();
}

describe('verification for anybody', () => {
  it('tells the sealed file, a changed one and a strange one apart', async () => {
    const person = await portal.visit();
    await person.go('/verify');
    await choose(person, named('协议.pdf', sealed));
    expect(await verdictAfter(person, 'GENUINE')).toBe(
      `真实且未被改动\n\n“协议.pdf”与平台封存的协议 ${number} 逐字节一致，各项存证核验均通过。`,
    );
    expect(await person.page.locator('.gq-verification-good').count()).toBe(4);
    expect(await accessibilityViolations(person.page)).toEqual([]);

    await choose(person, named('改过.pdf', turned(sealed, 2_000)));
    expect(await verdictAfter(person, 'CHANGED')).toBe(
      `文件已被改动\n\n本平台封存过协议 ${number}，但“改过.pdf”与封存的文件不一致，请勿作为凭据。`,
    );

    await choose(person, named('别的.pdf', otherPdf()));
    expect(await verdictAfter(person, 'UNKNOWN')).toBe(
      '不是本平台出具的文件\n\n平台没有封存过“别的.pdf”。预览件、未签署完成的协议和纸质件的扫描件也无法核验。',
    );
    expect(await person.page.getByRole('heading', { name: '核验依据' }).count()).toBe(0);
    expect(person.complaints).toEqual([]);
    await person.context.close();
  }, 90_000);

  it('finds a file whose own mark was changed by the number printed in it', async () => {
    const person = await portal.visit();
    await person.go('/verify');
    await choose(person, named('改号.pdf', turned(sealed, '"textHash":"')));
    expect(await verdictAfter(person, 'UNKNOWN')).toContain('文件带有本平台的标记');
    const { page } = person;
    await page.getByRole('textbox', { name: '协议编号' }).fill(number);
    await page.getByRole('button', { name: '核验', exact: true }).click();
    await page.getByText('请填写核验码', { exact: true }).waitFor();
    await page.getByRole('textbox', { name: '核验码' }).fill(code);
    await page.getByRole('button', { name: '核验', exact: true }).click();
    expect(await verdictAfter(person, 'CHANGED')).toContain(`本平台封存过协议 ${number}`);
    expect(person.complaints).toEqual([]);
    await person.context.close();
  }, 90_000);

  it('says what is wrong with what is no file to verify, and gives no verdict of it', async () => {
    const person = await portal.visit();
    await person.go('/verify');
    await choose(person, named('协议.pdf', sealed));
    await verdictAfter(person, 'GENUINE');
    const large = join(folder, 'large.pdf');
    await writeFile(large, '');
    await truncate(large, 20 * MEGABYTE + 1);
    const cases = [
      [named('协议.docx', sealed), '不支持该文件类型，仅支持：PDF'],
      [named('协议.pdf', Buffer.from('PK\u0003\u0004 no pdf')), '该文件不是 PDF 文件'],
      [named('空.pdf', Buffer.alloc(0)), '文件为空'],
      [large, '文件过大，最多 20 MB'],
    ] as const;
    for (const [file, said] of cases) {
      await choose(person, file);
      await person.page.getByRole('alert').filter({ hasText: said }).waitFor();
      expect(await verdictOf(person).count()).toBe(0);
    }
    await choose(person, named('协议.pdf', sealed));
    await verdictAfter(person, 'GENUINE');
    expect(await person.page.locator('main [role=alert]').count()).toBe(0);
    await person.context.close();
  }, 90_000);

  it('names the first event of a broken chain', async () => {
    const broken = await sealOne();
    const client = await portal.app.database.pool.connect();
    await client.query('SET session_replication_role = replica');
    await client.query(
      `UPDATE agreement_events SET kind = 'VIEWED' WHERE agreement_id = $1 AND sequence = 2`,
      [broken.id],
    );
    await client.query('SET session_replication_role = origin');
    client.release();
    const person = await portal.visit({ locale: 'en' });
    await person.go(`/verify?number=${broken.number}&code=${broken.code}`);
    expect(await verdictAfter(person, 'BROKEN')).toContain('Event 2 was edited.');
    await choose(person, named('agreement.pdf', broken.sealed));
    await person.page.getByText('The file you hold is the one that was sealed.').waitFor();
    expect(await verdictAfter(person, 'BROKEN')).toContain('Event 2 was edited.');
    expect(person.complaints).toEqual([]);
    await person.context.close();
  }, 90_000);

  it('needs no mouse and fits a phone', async () => {
    const person = await portal.visit({ size: 'phone' });
    const { page } = person;
    await person.go('/verify');
    const { tabTo, press, type } = keyboardOf(person);
    const chooser = page.waitForEvent('filechooser');
    const control = page.getByRole('button', { name: '协议 PDF 文件：选择文件' });
    await press(control, 'Enter');
    await (await chooser).setFiles(named('协议.pdf', sealed));
    await verdictAfter(person, 'GENUINE');
    await page
      .getByRole('button', { name: '协议 PDF 文件：更换文件' })
      .and(page.locator(':focus'))
      .waitFor();
    await press(page.getByRole('button', { name: '移除文件 协议.pdf' }));
    await verdictOf(person).waitFor({ state: 'detached' });
    await type(page.getByRole('textbox', { name: '协议编号' }), number);
    await type(page.getByRole('textbox', { name: '核验码' }), '000000000000');
    await press(page.getByRole('button', { name: '核验', exact: true }));
    expect(await verdictAfter(person, 'NOT_FOUND')).toContain('没有找到对应的已封存协议');
    await tabTo(page.getByRole('textbox', { name: '核验码' }));
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type(code);
    await page.keyboard.press('Enter');
    expect(await verdictAfter(person, 'RECORDED')).toContain('协议已封存，存证完整');
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
    expect(await accessibilityViolations(page)).toEqual([]);
    expect(person.complaints).toEqual([]);
    await person.context.close();
  }, 90_000);
});
