import { DomainError } from '../../../src/core/errors/index.js';
import { writeXlsx } from '../../../src/core/spreadsheet/index.js';
import type { FilePurpose } from '../../../src/core/storage/index.js';
import { sniffFile } from '../../../src/core/storage/sniff-file.js';
import { docx, jpeg, pdf, pdfWithPackedObjects, png, pngText, webp, zip } from './sample-files.js';

const ALL: FilePurpose = {
  name: 'specAll',
  types: ['pdf', 'png', 'jpeg', 'webp', 'docx', 'xlsx', 'csv', 'text'],
  maxBytes: 20_000_000,
  isAudited: false,
};
const PAPERS: FilePurpose = { ...ALL, name: 'specPapers', types: ['pdf', 'png'] };

async function verdict(file: Buffer | string, name: string, purpose = ALL): Promise<string> {
  try {
    return await sniffFile(Buffer.from(file), name, purpose);
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}

describe('sniffFile', () => {
  it.each<[string, Buffer | string, string]>([
    ['pdf', pdf(), 'a.pdf'],
    ['pdf', pdf('5 0 obj\n<< /S /URI /URI (https://example.org) >>\nendobj'), 'a.pdf'],
    ['pdf', pdf('5 0 obj\n<< /Title (HTML/JavaScript developer /JS /Launch) >>\nendobj'), 'a.pdf'],
    ['pdf', pdfWithPackedObjects('5 0 << /Type /Font >>'), 'a.pdf'],
    ['png', png(), 'a.png'],
    ['png', pngText('taken with a camera'), 'anything.html'],
    ['jpeg', jpeg(), 'a.jpg'],
    ['webp', webp(), 'a.webp'],
    ['docx', docx(), 'a.docx'],
    ['csv', '姓名,工种\n张三,电工\n', 'a.csv'],
    ['csv', Buffer.from('d0d5c3fb2cb9a4d6d60a', 'hex'), 'a.csv'],
    ['text', '您好，a < b 且 c > d\n', 'a.txt'],
    ['text', 'no extension at all', 'README'],
  ])('finds %s', async (type, file, name) => {
    expect(await verdict(file, name)).toBe(type);
  });

  it('finds a real workbook, whatever it is called', async () => {
    const file = await writeXlsx(['a'], [{ title: 'x', value: (row) => row }]);
    expect(await verdict(file, 'a.pdf')).toBe('xlsx');
  });

  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
  const withTail = (file: Buffer, tail: Buffer | string): Buffer =>
    Buffer.concat([file, Buffer.from(tail)]);

  it.each<[string, string, Buffer | string, string]>([
    ['a picture that is a page', 'FILE_ACTIVE_CONTENT', svg, 'a.svg'],
    ['an SVG called PNG', 'FILE_TYPE_REFUSED', `<?xml version="1.0"?>\n${svg}`, 'a.png'],
    ['an SVG behind a mark and blanks', 'FILE_ACTIVE_CONTENT', `\uFEFF \n\t${svg}`, 'a.txt'],
    ['an SVG in UTF-16', 'FILE_ACTIVE_CONTENT', Buffer.from(`\uFEFF${svg}`, 'utf16le'), 'a.txt'],
    ['a page', 'FILE_ACTIVE_CONTENT', '<!DOCTYPE html><html><body>hi</body></html>', 'a.txt'],
    ['a page called PDF', 'FILE_ACTIVE_CONTENT', '<html><script>x()</script></html>', 'a.pdf'],
    [
      'a script tag late in a text',
      'FILE_ACTIVE_CONTENT',
      `${'text\n'.repeat(500)}<ScRiPt src=x>`,
      'a.txt',
    ],
    ['PHP', 'FILE_ACTIVE_CONTENT', '<?php system($_GET["c"]);', 'a.txt'],
    ['PHP in a CSV', 'FILE_ACTIVE_CONTENT', 'a,b\n1,<?php phpinfo(); ?>\n', 'a.csv'],
    ['a shell script', 'FILE_ACTIVE_CONTENT', '#!/bin/sh\nrm -rf /\n', 'a.txt'],
    ['a link that is a script', 'FILE_ACTIVE_CONTENT', 'see javascript:alert(1)', 'a.txt'],
    [
      'an XML entity',
      'FILE_ACTIVE_CONTENT',
      '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
      'a.txt',
    ],
    [
      'PDF with a script',
      'FILE_ACTIVE_CONTENT',
      pdf('5 0 obj\n<< /S /JavaScript /JS (app.alert(1)) >>\nendobj'),
      'a.pdf',
    ],
    [
      'PDF with a script behind an escaped name',
      'FILE_ACTIVE_CONTENT',
      pdf('5 0 obj\n<< /S /J#61vaScript /JS (x) >>\nendobj'),
      'a.pdf',
    ],
    [
      'PDF with a script behind a comment',
      'FILE_ACTIVE_CONTENT',
      pdf('5 0 obj\n<< /S%x\n/JavaScript /JS (x) >>\nendobj'),
      'a.pdf',
    ],
    [
      'PDF with a script named elsewhere',
      'FILE_ACTIVE_CONTENT',
      pdf('5 0 obj\n<< /S 6 0 R /JS (x) >>\nendobj\n6 0 obj\n/JavaScript\nendobj'),
      'a.pdf',
    ],
    [
      'PDF with a packed script',
      'FILE_ACTIVE_CONTENT',
      pdfWithPackedObjects('5 0 << /S /JavaScript /JS (x) >>'),
      'a.pdf',
    ],
    [
      'PDF with a packed script in an escaped stream',
      'FILE_ACTIVE_CONTENT',
      pdfWithPackedObjects('5 0 << /S /JavaScript /JS (x) >>', '/#4fbjStm'),
      'a.pdf',
    ],
    [
      'PDF that starts programs',
      'FILE_ACTIVE_CONTENT',
      pdf('5 0 obj\n<< /S /Launch /F (cmd.exe) >>\nendobj'),
      'a.pdf',
    ],
    [
      'PDF with a file inside',
      'FILE_ACTIVE_CONTENT',
      pdf('5 0 obj\n<< /Names << /EmbeddedFiles 6 0 R >> >>\nendobj'),
      'a.pdf',
    ],
    [
      'PDF with a form that sends data',
      'FILE_ACTIVE_CONTENT',
      pdf('5 0 obj\n<< /S /SubmitForm /F (https://evil.example) >>\nendobj'),
      'a.pdf',
    ],
    [
      'PDF with an object stream that unpacks without end',
      'FILE_DAMAGED',
      pdfWithPackedObjects(' '.repeat(9_000_000)),
      'a.pdf',
    ],
    ['PDF that is encrypted', 'FILE_ENCRYPTED', pdf('', '/Encrypt 7 0 R'), 'a.pdf'],
    ['PDF without an end', 'FILE_DAMAGED', pdf().subarray(0, 90), 'a.pdf'],
    [
      'PDF that also is an archive',
      'FILE_ACTIVE_CONTENT',
      withTail(pdf(), zip({ name: 'x.class', content: 'java' })),
      'a.pdf',
    ],
    [
      'PDF that also is a page',
      'FILE_ACTIVE_CONTENT',
      Buffer.from(
        pdf().toString('latin1').replace('%PDF-1.7\n', '%PDF-1.7\n%<html><script>x()</script>\n'),
      ),
      'a.pdf',
    ],
    [
      'PDF with a page after its end',
      'FILE_ACTIVE_CONTENT',
      withTail(pdf(), '<script>x()</script>'),
      'a.pdf',
    ],
    [
      'PNG with a page in a comment',
      'FILE_ACTIVE_CONTENT',
      pngText('<script>alert(1)</script>'),
      'a.png',
    ],
    [
      'PNG with PHP after its end',
      'FILE_ACTIVE_CONTENT',
      withTail(png(), '<?php x(); ?>'),
      'a.png',
    ],
    [
      'PNG that also is an archive',
      'FILE_ACTIVE_CONTENT',
      withTail(png(), zip({ name: 'a', content: 'b' })),
      'a.png',
    ],
    ['PNG of a billion points', 'FILE_DAMAGED', png(40_000, 40_000), 'a.png'],
    ['PNG without an end', 'FILE_DAMAGED', png().subarray(0, -6), 'a.png'],
    [
      'JPEG with PHP in it',
      'FILE_ACTIVE_CONTENT',
      Buffer.concat([
        jpeg().subarray(0, -2),
        Buffer.from('<?php x(); ?>'),
        Buffer.from('ffd9', 'hex'),
      ]),
      'a.jpg',
    ],
    ['JPEG of four billion points', 'FILE_DAMAGED', jpeg(65_535, 65_535), 'a.jpg'],
    ['JPEG that is only its beginning', 'FILE_DAMAGED', jpeg().subarray(0, 40), 'a.jpg'],
    ['WebP of 200 million points', 'FILE_DAMAGED', webp(16_000, 12_500), 'a.webp'],
    [
      'a document with macros',
      'FILE_ACTIVE_CONTENT',
      docx({ name: 'word/vbaProject.bin', content: 'x' }),
      'a.docx',
    ],
    [
      'a document with a control',
      'FILE_ACTIVE_CONTENT',
      docx({ name: 'word/activeX/activeX1.xml', content: 'x' }),
      'a.docx',
    ],
    [
      'a document that is a bomb',
      'FILE_DAMAGED',
      docx({ name: 'word/media/a.xml', content: Buffer.alloc(30_000_000) }),
      'a.docx',
    ],
    [
      'a document with a path upwards',
      'FILE_DAMAGED',
      docx({ name: '../../etc/x.xml', content: 'x' }),
      'a.docx',
    ],
    [
      'a document with a password',
      'FILE_ENCRYPTED',
      docx({ name: 'word/a.xml', content: 'x', flags: 1 }),
      'a.docx',
    ],
    ['half a document', 'FILE_DAMAGED', docx().subarray(0, 120), 'a.docx'],
    [
      'an archive called DOCX',
      'FILE_TYPE_REFUSED',
      zip({ name: 'a.exe', content: 'MZ' }),
      'a.docx',
    ],
    [
      'an old document',
      'FILE_TYPE_REFUSED',
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]),
      'a.doc',
    ],
    [
      'a Windows program called PDF',
      'FILE_TYPE_REFUSED',
      Buffer.concat([Buffer.from('MZ\x90\0', 'latin1'), Buffer.alloc(200, 1)]),
      'a.pdf',
    ],
    [
      'a Linux program',
      'FILE_TYPE_REFUSED',
      Buffer.concat([Buffer.from('7f454c4602010100', 'hex'), Buffer.alloc(100)]),
      'a.txt',
    ],
    [
      'a film',
      'FILE_TYPE_REFUSED',
      Buffer.concat([
        Buffer.from('000000186674797069736f6d0000020069736f6d69736f32', 'hex'),
        Buffer.alloc(50),
      ]),
      'a.png',
    ],
    ['a GIF', 'FILE_TYPE_REFUSED', Buffer.from('GIF89a\x01\0\x01\0\0\0\0;', 'latin1'), 'a.png'],
    [
      'random bytes',
      'FILE_TYPE_REFUSED',
      Buffer.from(Array.from({ length: 500 }, (_, n) => (n * 7919) % 256)),
      'a.txt',
    ],
    ['a text of no encoding', 'FILE_TYPE_REFUSED', Buffer.from('61ff2cff0a', 'hex'), 'a.txt'],
    ['a table of no encoding', 'SPREADSHEET_ENCODING', Buffer.from('61ff2cff0a', 'hex'), 'A.CSV'],
    [
      'a table in damaged UTF-8',
      'SPREADSHEET_ENCODING',
      Buffer.from('e5a793e5908d2ce7949fe697a50ae5bca0e4b889e59b9be4ba94ff', 'hex'),
      'a.csv',
    ],
    ['nothing', 'FILE_EMPTY', '', 'a.txt'],
  ])('refuses %s as %s', async (_, code, file, name) => {
    expect(await verdict(file, name)).toBe(code);
  });

  it('refuses a sound file that the purpose does not take, and says what it takes', async () => {
    expect(await verdict(docx(), 'a.docx', PAPERS)).toBe('FILE_TYPE_REFUSED');
    expect(await verdict('text', 'a.txt', PAPERS)).toBe('FILE_TYPE_REFUSED');
    await expect(sniffFile(docx(), 'a.docx', PAPERS)).rejects.toMatchObject({
      params: { types: 'PDF, PNG' },
    });
  });

  it('says what to do about a table of no encoding, where tables are taken', async () => {
    const file = Buffer.from('61ff2cff0a', 'hex');
    expect(await verdict(file, 'a.csv', PAPERS)).toBe('FILE_TYPE_REFUSED');
    const refusal: unknown = await sniffFile(file, 'a.csv', ALL).catch((error: unknown) => error);
    const texts = refusal instanceof DomainError ? [refusal.text('zh-CN'), refusal.text('en')] : [];
    expect(texts).toEqual([
      '无法识别文件编码，请另存为 UTF-8 编码的 CSV 或 XLSX 后重试',
      'The encoding of the file cannot be read: save it as CSV in UTF-8 or as XLSX and try again',
    ]);
  });

  it('looks at 20 MB in a second or two', async () => {
    const big = withTail(
      Buffer.from(
        pdf()
          .toString('latin1')
          .replace(
            'trailer',
            `8 0 obj\n<< /Length 1 >>\nstream\n${'\u00e9x/S '.repeat(4_000_000)}\nendstream\nendobj\ntrailer`,
          ),
        'latin1',
      ),
      '',
    );
    const began = performance.now();
    expect(await verdict(big, 'a.pdf')).toBe('pdf');
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});
