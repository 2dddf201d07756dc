import { toText } from '../document/document.js';
import type { Span } from '../document/span.js';
import { defineRule, everyKind, type Report } from './rule.js';

/** Quotation marks without partner, the wrong way round, or double ones inside double ones. */
export const quotationMarks = defineRule({
  id: 'quotation-marks',
  title: '引号不配对、方向反、嵌套未用单引号',
  severity: 'warning',
  kinds: everyKind,
  rationale: '引号错乱多半出自复制粘贴，重要提法的引号写错尤其显眼。',
  bad: [
    { text: '围绕“带头深刻感悟“两个确立”的决定性意义”进行对照检查。', marked: '“带头深刻感悟“两个确立”' },
    { text: '谋划”十五五“工作思路不清。', marked: '”十五五“' },
    { text: '做到“忠诚干净担当，始终牢记初心使命。', marked: '“忠诚干净担当' },
  ],
  good: [
    { text: '围绕“带头深刻感悟‘两个确立’的决定性意义”进行对照检查。' },
    { text: '谋划“十五五”工作思路不清，“两个确立”理解不深。' },
    { text: '他说"学得不深"，我听了很受触动。' },
  ],
  falsePositives: ['一段引文跨几个自然段、每段只写前引号的，会当成不配对。'],
  check: ({ document }, report) => {
    for (const { span } of document.reading.paragraphs) {
      const place = toText(document.reading, span);
      // Most paragraphs have none.
      if (/[“”「」]/.test(document.text.slice(place.start, place.end)))
        for (const pair of PAIRS) paired(document.text, place, pair, report);
    }
  },
});

const PAIRS = ['“”', '「」'];
/** A reversed pair encloses no more than this. */
const LONGEST_REVERSED = 40;
const SHOWN = 16;

type Reporter = (finding: Report) => void;

function paired(text: string, { start, end }: Span, pair: string, report: Reporter): void {
  const [opening, closing] = [pair.charCodeAt(0), pair.charCodeAt(1)];
  const open: number[] = [];
  const nested: Span[] = [];
  const unopened: number[] = [];
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (unit === opening) open.push(i);
    else if (unit === closing) {
      const from = open.pop();
      const outer = open.at(-1);
      if (from === undefined) unopened.push(i);
      else if (outer !== undefined) nested.push({ start: outer, end: i + 1 });
    }
  }
  // With a partner missing somewhere, what looks nested may not be.
  if (open.length === 0 && unopened.length === 0)
    for (const span of nested)
      report({ span, message: '双引号里又用了双引号。', suggestion: '里层改用单引号‘’；「」里层改用『』。' });
  lonely(
    text,
    [...unopened, ...open].sort((a, b) => a - b),
    end,
    report,
  );
}

/** Marks without partner; two of them near each other are a pair written the wrong way. */
function lonely(text: string, marks: readonly number[], end: number, report: Reporter): void {
  for (let i = 0; i < marks.length; i++) {
    const at = marks[i] ?? 0;
    const next = marks[i + 1];
    if (next !== undefined && next - at <= LONGEST_REVERSED) {
      report({
        span: { start: at, end: next + 1 },
        message: '引号方向写反了。',
        suggestion: '前引号用“，后引号用”。',
      });
      i++;
    } else
      report({
        span: { start: at, end: clauseEnd(text, at, Math.min(end, at + SHOWN)) },
        message: `引号“${text.charAt(at)}”没有配对。`,
        suggestion: '补上另一半引号，或删掉这一半。',
      });
  }
}

/** End of the clause that a mark stands in. */
function clauseEnd(text: string, from: number, limit: number): number {
  for (let i = from + 1; i < limit; i++) if (/[，。；：！？\n]/.test(text.charAt(i))) return i;
  return limit;
}
