import type { Revisions } from '../extracted.js';
import { attribute, scanXml, type XmlTag } from '../xml.js';
import { Blocks } from './blocks.js';
import type { Part } from './parts.js';
import { type Block, isBlank, type Piece, type Run, type Source, unwritten, type Zone } from './piece.js';
import { isOn } from './styles.js';

/** What a paragraph says of itself. */
export interface ParagraphProperties {
  style: string | null;
  numId: number | null;
  level: number | null;
  /** As Word counts, from 0; 9 is text. */
  outlineLevel: number | null;
}

/** What styles and numbering say of a paragraph. */
export interface Paragraphs {
  /** Automatic number with what stands behind it; called once for each paragraph, in their order. */
  readonly numberOf: (properties: ParagraphProperties) => string;
  readonly headingLevelOf: (properties: ParagraphProperties) => number | null;
  /** Whether it is a line of the table of contents. */
  readonly isContents: (properties: ParagraphProperties) => boolean;
}

export interface Scanned {
  readonly blocks: readonly Block[];
  /** References to footnotes and endnotes, documents embedded as a whole: none of them is read. */
  readonly notes: number;
  readonly embedded: number;
}

/**
 * Reads the document part in one pass: words with their place in the XML, paragraphs, rows of tables.
 *
 * Left out: deleted text, hidden text, codes of fields, the table of contents, what stands in for newer elements
 * (`mc:Fallback`), the small signs of ruby. Text boxes come behind the paragraph they hang on.
 *
 * @throws DuizhaoError `damaged`
 */
export function scanDocument(
  part: Part,
  file: string,
  revisions: Revisions,
  paragraphs: Paragraphs,
): Scanned {
  const scan = new Scan(revisions, paragraphs);
  scanXml(part.xml, file, part.entry.name, scan);
  return { blocks: scan.blocks.all, notes: scan.notes, embedded: scan.embedded };
}

/** Passed over with all they hold. */
const SKIPPED = new Set([
  'Fallback',
  'rt',
  'sdtPr',
  'sdtEndPr',
  'tblPr',
  'tblPrEx',
  'sectPr',
  'pPrChange',
  'rPrChange',
  'trPrChange',
  'tcPrChange',
]);
/** Only the other side of the tracked changes has them. */
const GONE: Readonly<Record<Revisions, ReadonlySet<string>>> = {
  accepted: new Set(['del', 'moveFrom']),
  original: new Set(['ins', 'moveTo']),
};
/** Beside the runs of a paragraph no mark may stand in these. */
const CLOSED = new Set(['sdt', 'fldSimple', 'oMath', 'oMathPara', 'AlternateContent', 'del', 'moveFrom']);
const SPECIAL = new Set([...SKIPPED, ...GONE.accepted, ...GONE.original, ...CLOSED]);
/** Elements of a run that stand for a sign. */
const SIGNS: Readonly<Record<string, string>> = {
  tab: '\t',
  ptab: '\t',
  br: '\n',
  cr: '\n',
  noBreakHyphen: '-',
};

interface OpenParagraph {
  readonly properties: ParagraphProperties;
  readonly pieces: Piece[];
  /** Paragraphs of text boxes that hang on it. */
  readonly boxes: Block[];
  /** Its end was deleted: the next one goes on with it. */
  goesOn: boolean;
}

interface Field {
  readonly zone: Zone;
  /** Its words are code, not text. */
  code: boolean;
  instruction: string;
}

class Scan {
  readonly blocks = new Blocks();
  notes = 0;
  embedded = 0;
  private depth = 0;
  /** Depth of the element that is passed over; 0 for none. */
  private skipped = 0;
  /** Runs inside each other: a text box and ruby hold runs and stand in one. */
  private readonly runs: Run[] = [];
  private readonly opened: OpenParagraph[] = [];
  private readonly fields: Field[] = [];
  private readonly zones: { readonly zone: Zone; readonly depth: number }[] = [];
  /** Zones that end with the outermost run. */
  private readonly untilRun: Zone[] = [];
  private element: { readonly name: string; readonly start: number; end: number } | null = null;
  private context: 'text' | 'paragraph' | 'mark' | 'run' | 'row' | 'instruction' = 'text';
  private hidden = false;
  /** Pieces of paragraphs whose end was deleted. */
  private carried: readonly Piece[] = [];

  constructor(
    private readonly revisions: Revisions,
    private readonly paragraphs: Paragraphs,
  ) {}

  readonly open = (tag: XmlTag, start: number, end: number): void => {
    this.depth++;
    if (this.skipped > 0) return;
    const { local } = tag;
    if (this.context !== 'text' && this.property(tag)) return;
    // Most elements are none of these: one look tells.
    if (SPECIAL.has(local)) {
      if (SKIPPED.has(local) || GONE[this.revisions].has(local)) {
        this.skipped = this.depth;
        return;
      }
      if (CLOSED.has(local) && this.opened.length > 0 && this.runs.length === 0) {
        this.zones.push({ zone: { start, end: -1 }, depth: this.depth });
        return;
      }
    }
    if (isMath(tag)) {
      if (local === 't') this.element = { name: tag.name, start, end: -1 };
      return;
    }
    if (isWord(tag)) this.openWord(tag, start, end);
  };

  readonly close = (tag: XmlTag, end: number): void => {
    const depth = this.depth--;
    if (this.skipped > 0) {
      if (this.skipped === depth) this.skipped = 0;
      return;
    }
    const zone = this.zones.length > 0 ? this.zones.at(-1) : undefined;
    if (zone?.depth === depth) {
      if (zone.zone.end < 0 && !this.untilRun.includes(zone.zone)) zone.zone.end = end;
      this.zones.pop();
    }
    if (tag.local === 't' || tag.local === 'delText') {
      if (this.element) this.element.end = end;
      this.element = null;
    } else if (isWord(tag)) this.closeWord(tag, end);
  };

  readonly text = (words: string, start: number, end: number, exact: boolean): void => {
    if (this.skipped > 0) return;
    if (this.context === 'instruction') {
      const field = this.fields.at(-1);
      if (field) field.instruction += words;
    } else if (this.element) {
      // Line ends in the XML are white space to Word.
      const text = /[\t\n\r]/.test(words) ? words.replace(/[\t\n\r]/g, ' ') : words;
      if (exact) {
        const { run, zone } = this.place();
        this.add(text, { run, zone, element: this.element, words: { start, end } });
      } else {
        const zone = this.runZone() ?? this.place().zone;
        this.add(text, { ...this.place(), zone, element: this.element, words: null });
      }
    }
  };

  private openWord(tag: XmlTag, start: number, end: number): void {
    const run = this.runs.at(-1);
    switch (tag.local) {
      case 'p':
        this.opened.push({
          properties: { style: null, numId: null, level: null, outlineLevel: null },
          pieces: [],
          boxes: [],
          goesOn: false,
        });
        break;
      case 'pPr':
        this.context = 'paragraph';
        break;
      case 'r':
        this.runs.push({ name: tag.name, start, propertiesStart: end, propertiesEnd: end, end: -1 });
        this.hidden = false;
        break;
      case 'rPr':
        this.context = 'run';
        if (run) run.propertiesStart = start;
        break;
      case 't':
      case 'delText':
        this.element = { name: tag.name, start, end: -1 };
        break;
      case 'instrText':
      case 'delInstrText':
        this.context = 'instruction';
        break;
      case 'fldChar':
        this.fieldMark(attribute(tag, 'fldCharType'));
        break;
      case 'sym':
        this.sign(tag, symbolOf(tag), start, end);
        break;
      case 'footnoteReference':
      case 'endnoteReference':
        this.notes++;
        break;
      case 'altChunk':
        this.embedded++;
        break;
      case 'ruby':
        this.pushRunZone();
        break;
      case 'txbxContent':
        this.pushRunZone();
        this.blocks.openList(this.opened.at(-1)?.boxes ?? []);
        break;
      case 'tbl':
        this.blocks.openTable();
        break;
      case 'tr':
        this.blocks.openRow();
        break;
      case 'trPr':
        this.context = 'row';
        break;
      case 'tc':
        this.blocks.openCell();
        break;
      case 'gridSpan':
        if (this.blocks.row) this.blocks.row.columns = columnsOf(tag);
        break;
      default:
        if (run) this.sign(tag, SIGNS[tag.local] ?? '', start, end);
    }
  }

  private closeWord(tag: XmlTag, end: number): void {
    switch (tag.local) {
      case 'p':
        this.endParagraph();
        break;
      case 'r':
        this.endRun(end);
        break;
      case 'rPr':
        this.endProperties(end);
        break;
      case 'pPr':
      case 'trPr':
      case 'instrText':
      case 'delInstrText':
        this.context = 'text';
        break;
      case 'txbxContent':
        this.blocks.closeList();
        break;
      case 'tc':
        this.blocks.closeCell();
        break;
      case 'tr':
        this.blocks.closeRow();
        break;
      case 'tbl':
        this.blocks.closeTable();
        break;
    }
  }

  private endProperties(end: number): void {
    const run = this.runs.at(-1);
    if (run && this.context === 'run') run.propertiesEnd = end;
    this.context = this.context === 'mark' ? 'paragraph' : 'text';
  }

  /** Takes an element inside properties; false where it is none of them. */
  private property(tag: XmlTag): boolean {
    const { local } = tag;
    if (this.context === 'instruction') return true;
    if (SKIPPED.has(local)) return false;
    const changed = local === (this.revisions === 'accepted' ? 'del' : 'ins');
    if (this.context === 'row') {
      const { row } = this.blocks;
      if (row && changed) row.dropped = true;
      if (row && local === 'gridBefore') row.before = columnsOf(tag);
      return true;
    }
    if (this.context === 'run') {
      if (local === 'vanish') this.hidden = isOn(attribute(tag, 'val'));
      return true;
    }
    const paragraph = this.opened.at(-1);
    if (!paragraph) return true;
    const { properties } = paragraph;
    const value = attribute(tag, 'val');
    if (local === 'rPr') this.context = 'mark';
    else if (this.context === 'mark') paragraph.goesOn ||= changed;
    else if (local === 'pStyle') properties.style = value ?? null;
    else if (local === 'numId') properties.numId = Number(value);
    else if (local === 'ilvl') properties.level = Number(value);
    else if (local === 'outlineLvl') properties.outlineLevel = Number(value);
    return true;
  }

  private sign(tag: XmlTag, text: string, start: number, end: number): void {
    if (text !== '')
      this.add(text, { ...this.place(), element: { name: tag.name, start, end }, words: null });
  }

  private add(text: string, source: Source): void {
    if (this.hidden || (this.fields.length > 0 && this.fields.some(isSilent))) return;
    this.opened.at(-1)?.pieces.push({ text, source, start: 0 });
  }

  /** The run, and the outermost zone around. */
  private place(): { readonly run: Run | null; readonly zone: Zone | null } {
    const run = this.runs.at(-1) ?? null;
    if (this.zones.length === 0 && this.fields.length === 0) return { run, zone: null };
    const closed = this.zones[0]?.zone ?? null;
    const field = this.fields[0]?.zone ?? null;
    const zone = closed && field ? (closed.start < field.start ? closed : field) : (closed ?? field);
    return { run, zone };
  }

  private fieldMark(type: string | undefined): void {
    const field = this.fields.at(-1);
    if (type === 'begin') {
      const zone = { start: this.runs[0]?.start ?? 0, end: -1 };
      this.fields.push({ zone, code: true, instruction: '' });
    } else if (type === 'separate' && field) field.code = false;
    else if (type === 'end' && field) {
      this.fields.pop();
      this.untilRun.push(field.zone);
    }
  }

  /** A zone of the outermost run. */
  private runZone(): Zone | null {
    const [run] = this.runs;
    if (!run) return null;
    const zone = { start: run.start, end: -1 };
    this.untilRun.push(zone);
    return zone;
  }

  private pushRunZone(): void {
    const zone = this.runZone();
    if (zone) this.zones.push({ zone, depth: this.depth });
  }

  private endRun(end: number): void {
    const run = this.runs.pop();
    if (run) run.end = end;
    this.hidden = false;
    if (this.runs.length > 0) return;
    for (const zone of this.untilRun) zone.end = end;
    this.untilRun.length = 0;
  }

  private endParagraph(): void {
    const paragraph = this.opened.pop();
    if (!paragraph) return;
    const { properties, boxes, goesOn } = paragraph;
    // A field whose code has no end within its paragraph is broken: what follows is text.
    for (const field of this.fields) field.code = false;
    const outermost = this.opened.length === 0;
    const carried = outermost && this.carried.length > 0;
    const pieces = carried ? [...this.carried, ...paragraph.pieces] : paragraph.pieces;
    if (outermost) this.carried = goesOn ? pieces : [];
    if (!(goesOn && outermost)) {
      const number = this.paragraphs.numberOf(properties);
      if (!this.paragraphs.isContents(properties)) {
        const headingLevel = this.paragraphs.headingLevelOf(properties);
        // A number alone is shown in a table only, where it may be a column of its own.
        const alone = isBlank(pieces) && !this.blocks.row;
        const numbered = number === '' || alone ? pieces : [unwritten(number), ...pieces];
        this.blocks.add({ pieces: numbered, headingLevel, row: false });
      }
    }
    this.blocks.add(...boxes);
  }
}

/** Code, or a table of contents. */
const isSilent = ({ code, instruction }: Field): boolean => code || /^\s*TOC\b/i.test(instruction);

const columnsOf = (tag: XmlTag): number => Math.min(Math.max(Number(attribute(tag, 'val')) || 1, 1), 64);

/** Signs of symbol fonts stand in the private area; they mean nothing without their font. */
function symbolOf(tag: XmlTag): string {
  const code = Number.parseInt(attribute(tag, 'char') ?? '', 16);
  return code > 32 && code < 0xd800 ? String.fromCharCode(code) : '';
}

const WORD = [
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'http://purl.oclc.org/ooxml/wordprocessingml/main',
];
const MATH = [
  'http://schemas.openxmlformats.org/officeDocument/2006/math',
  'http://purl.oclc.org/ooxml/officeDocument/math',
];
const isWord = ({ uri }: XmlTag): boolean => uri === WORD[0] || uri === WORD[1];
const isMath = ({ uri }: XmlTag): boolean => uri === MATH[0] || uri === MATH[1];
