import { attachmentDisposition, nameForType, safeFileName } from './file-name.js';

describe('safeFileName', () => {
  it.each([
    ['简历.pdf', '简历.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\a\\简历 最终版.docx', '简历 最终版.docx'],
    ['a\u202Efdp.exe', 'afdp.exe'],
    ['a\r\nSet-Cookie: x=1.pdf', 'aSet-Cookie_ x=1.pdf'],
    ['a\u0000.pdf', 'a.pdf'],
    ['.htaccess', 'htaccess'],
    ['...', 'file'],
    ['', 'file'],
    ['/', 'file'],
    ['CON.pdf', 'file.pdf'],
    ['a;b|c?"<d>%2e.png', 'a_b_c___d__2e.png'],
    ['x  \t  y.pdf  ', 'x y.pdf'],
    [`${'长'.repeat(300)}.pdf`, `${'长'.repeat(120)}.pdf`],
    ['é.pdf'.normalize('NFD'), 'é.pdf'.normalize('NFC')],
  ])('makes %j to %j', (name, safe) => {
    expect(safeFileName(name)).toBe(safe);
  });
});

describe('nameForType', () => {
  it.each([
    ['简历.pdf', 'pdf', '简历.pdf'],
    ['photo.JPEG', 'jpeg', 'photo.JPEG'],
    ['invoice.exe', 'pdf', 'invoice.exe.pdf'],
    ['page.html', 'png', 'page.html.png'],
    ['noextension', 'xlsx', 'noextension.xlsx'],
    ['a.b.c', 'text', 'a.b.c.txt'],
  ] as const)('lets %s of type %s be called %s', (name, type, expected) => {
    expect(nameForType(name, type)).toBe(expected);
  });
});

describe('attachmentDisposition', () => {
  it('names the file in ASCII and in UTF-8, with nothing that could end the value', () => {
    expect(attachmentDisposition("简历 (1)'s*.pdf")).toBe(
      `attachment; filename="__ (1)'s*.pdf"; filename*=UTF-8''%E7%AE%80%E5%8E%86%20%281%29%27s%2A.pdf`,
    );
    expect(attachmentDisposition('a"b\\c%41.pdf')).toBe(
      `attachment; filename="a_b_c_41.pdf"; filename*=UTF-8''a%22b%5Cc%2541.pdf`,
    );
  });
});
