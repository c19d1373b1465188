import PDFDocument from 'pdfkit';
import { fontBytes, type FontName } from './document-fonts.js';

export const INK = '#1c232b';
export const SOFT = '#545d69';
export const ACCENT = '#0d6382';
const LINE = '#d3d9df';
const GROUND = '#f1f5f7';

const MARGIN = { top: 64, bottom: 72, left: 62, right: 62 } as const;
const FOOTER_GAP = 22;
const CELL = { x: 6, y: 5 } as const;

export interface TextStyle {
  readonly font?: FontName;
  readonly size?: number;
  readonly color?: string;
  readonly align?: 'left' | 'center' | 'right';
  /** Of the first line. */
  readonly indent?: number;
  /** Between lines. */
  readonly lineGap?: number;
  /** Below the text. */
  readonly after?: number;
  /** From the left edge of the text area. */
  readonly left?: number;
  readonly width?: number;
}

export interface Column {
  readonly title: string;
  /** Share of the width; all together 1. */
  readonly share: number;
}

export interface Row {
  readonly cells: readonly string[];
  /** Small print below the cells, over the whole width. */
  readonly note?: string;
}

export interface SheetProperties {
  readonly title: string;
  readonly subject: string;
  readonly author: string;
  readonly createdAt: Date;
  /** Own entries of the document information, ASCII. */
  readonly entries?: Readonly<Record<string, string>>;
}

/** A4 pages that fill from top to bottom; the same calls give the same bytes. */
export class PdfSheet {
  private readonly pdf: PDFKit.PDFDocument;
  private readonly bytes: Promise<Buffer>;

  constructor({ title, subject, author, createdAt, entries }: SheetProperties) {
    this.pdf = new PDFDocument({
      size: 'A4',
      margins: MARGIN,
      bufferPages: true,
      lang: 'zh-CN',
      displayTitle: true,
      info: {
        Title: title,
        Subject: subject,
        Author: author,
        Producer: 'Gongqiao',
        Creator: 'Gongqiao',
        CreationDate: createdAt,
        ModDate: createdAt,
        ...entries,
      },
    });
    this.pdf.registerFont('regular', fontBytes('regular'));
    this.pdf.registerFont('bold', fontBytes('bold'));
    const chunks: Buffer[] = [];
    this.bytes = new Promise((resolve, reject) => {
      this.pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
      this.pdf.on('end', () => resolve(Buffer.concat(chunks)));
      this.pdf.on('error', reject);
    });
  }

  get width(): number {
    return this.pdf.page.width - MARGIN.left - MARGIN.right;
  }

  /** Where the next text begins, from the top of the page. */
  get y(): number {
    return this.pdf.y;
  }

  set y(value: number) {
    this.pdf.y = value;
  }

  text(text: string, style: TextStyle = {}): this {
    const { after = 0, left = 0 } = style;
    this.use(style).text(text, MARGIN.left + left, this.pdf.y, this.optionsOf(style));
    this.pdf.y += after;
    return this;
  }

  heightOf(text: string, style: TextStyle): number {
    return this.use(style).heightOfString(text, this.optionsOf(style));
  }

  space(height: number): this {
    this.pdf.y += height;
    return this;
  }

  rule(color = LINE, thickness = 0.7): this {
    const { y } = this.pdf;
    this.pdf
      .moveTo(MARGIN.left, y)
      .lineTo(MARGIN.left + this.width, y)
      .lineWidth(thickness)
      .stroke(color);
    return this;
  }

  /** Begins a new page when less than this is left of the present one. */
  keepTogether(height: number): this {
    if (this.pdf.y + height > this.pdf.page.maxY()) this.newPage();
    return this;
  }

  newPage(): this {
    this.pdf.addPage();
    return this;
  }

  /** Filled squares of one size. */
  squares(
    left: number,
    top: number,
    side: number,
    at: readonly (readonly [number, number])[],
  ): this {
    for (const [x, y] of at) {
      this.pdf.rect(MARGIN.left + left + x * side, top + y * side, side, side);
    }
    this.pdf.fill(INK);
    return this;
  }

  table(columns: readonly Column[], rows: readonly Row[], size = 9): this {
    const style: TextStyle = { size, lineGap: 1.5 };
    this.row(
      columns,
      { cells: columns.map(({ title }) => title) },
      { ...style, font: 'bold' },
      true,
    );
    for (const row of rows) this.row(columns, row, style, false);
    return this.space(10);
  }

  private row(
    columns: readonly Column[],
    { cells, note }: Row,
    style: TextStyle,
    isHeading: boolean,
  ): void {
    const widths = columns.map(({ share }) => share * this.width - 2 * CELL.x);
    const heights = cells.map((cell, at) =>
      this.heightOf(cell, { ...style, width: widths[at] ?? 0 }),
    );
    const noteStyle: TextStyle = {
      size: 6.6,
      color: SOFT,
      left: CELL.x,
      width: this.width - 2 * CELL.x,
    };
    const noteHeight = note === undefined ? 0 : this.heightOf(note, noteStyle) + 2;
    const height = Math.max(...heights) + noteHeight + 2 * CELL.y;
    this.keepTogether(height);
    const top = this.pdf.y;
    if (isHeading) this.pdf.rect(MARGIN.left, top, this.width, height).fill(GROUND);
    let left = 0;
    cells.forEach((cell, at) => {
      this.pdf.y = top + CELL.y;
      const color = isHeading ? SOFT : INK;
      this.text(cell, { ...style, color, left: left + CELL.x, width: widths[at] ?? 0 });
      left += (columns[at]?.share ?? 0) * this.width;
    });
    if (note !== undefined) {
      this.pdf.y = top + height - CELL.y - noteHeight + 2;
      this.text(note, noteStyle);
    }
    this.pdf.y = top + height;
    this.rule();
  }

  /** Writes the foot of every page and closes the file. */
  finish(
    footer: (page: number, pages: number) => readonly [left: string, right: string, below: string],
    mark: string | null,
  ): Promise<Buffer> {
    const { count } = this.pdf.bufferedPageRange();
    for (let page = 0; page < count; page += 1) {
      this.pdf.switchToPage(page);
      if (mark !== null) this.watermark(mark);
      // Text below the margin would begin a page of its own.
      this.pdf.page.margins.bottom = 0;
      const [left, right, below] = footer(page + 1, count);
      this.pdf.y = this.pdf.page.height - MARGIN.bottom + FOOTER_GAP;
      this.rule();
      const top = this.pdf.y + 5;
      const small: TextStyle = { size: 7.5, color: SOFT };
      this.pdf.y = top;
      this.text(left, { ...small, width: this.width * 0.7 });
      this.pdf.y = top;
      this.text(right, { ...small, align: 'right' });
      this.text(below, { ...small, size: 6.6 });
    }
    this.pdf.end();
    return this.bytes;
  }

  private watermark(text: string): void {
    const { width, height } = this.pdf.page;
    this.pdf.save().rotate(-38, { origin: [width / 2, height / 2] });
    this.pdf.font('bold').fontSize(84).fillColor(ACCENT).fillOpacity(0.1);
    this.pdf.text(text, 0, height / 2 - 60, { width, align: 'center', lineBreak: false });
    this.pdf.restore().fillOpacity(1);
  }

  private use({ font = 'regular', size = 10.5, color = INK }: TextStyle): PDFKit.PDFDocument {
    return this.pdf.font(font).fontSize(size).fillColor(color);
  }

  private optionsOf(style: TextStyle): PDFKit.Mixins.TextOptions {
    const { align = 'left', indent = 0, lineGap = 2, left = 0, width = this.width - left } = style;
    return { align, indent, lineGap, width };
  }
}
