import type { Analysis, Quote } from '../analysis.js';
import type { Span } from '../document/span.js';
import { defineRule, everyKind } from './rule.js';

/** A cause that is the problem once more: the same object, and again 不够. */
export const causeRepeatsProblem = defineRule({
  id: 'cause-repeats-problem',
  title: '把问题当原因',
  severity: 'warning',
  kinds: everyKind,
  rationale: '“学习不够”的原因写成“学习不够”，等于没有剖析。',
  bad: [
    {
      text: '一、存在的主要问题\n1.理论学习不够深入。10月请假2次。\n二、原因剖析\n（一）理论学习不深入、不系统。满足于一知半解。',
      marked: '理论学习不深入、不系统',
    },
    {
      text: '一、存在的主要问题\n1.联系群众不够紧密。5月只去了1个村。\n二、原因剖析\n（一）联系群众少，深入群众不够。平时下去的时间不多。',
      marked: '联系群众少，深入群众不够',
    },
    {
      text: '一、存在的主要问题\n1.干部队伍建设抓得不够紧。2个岗位空了3年。\n二、原因剖析\n（一）抓干部队伍建设不够紧。压力传导不到位。',
      marked: '抓干部队伍建设不够紧',
    },
  ],
  good: [
    {
      text: '一、存在的主要问题\n1.理论学习不够深入。10月请假2次。\n二、原因剖析\n（一）把考核排名当成学习目的。学给别人看。',
    },
    {
      text: '一、存在的主要问题\n1.联系群众不够紧密。5月只去了1个村。\n二、原因剖析\n（一）宗旨意识淡薄，同群众的感情疏远了。怕听骂声。',
    },
    {
      text: '一、存在的主要问题\n1.理论学习不够深入。10月请假2次。\n二、原因剖析\n（一）对加强理论学习的重要性认识不到位。以为学习是虚的。',
    },
  ],
  falsePositives: ['原因里重提问题的名称、后面另有剖析的。'],
  options: {
    share: { description: '原因的字有多少在问题标题里出现过才算（0到1）。', default: 0.65 },
  },
  check: (analysis, report, { option }) => {
    const { problems, causes, reading } = analysis;
    const leads = new Leads(
      problems.flatMap(({ title, reading: place }) =>
        clauses(reading.text, place.title).map((clause) => ({ title, objects: objectsOf(analysis, clause) })),
      ),
    );
    for (const { title, reading: place } of causes) {
      const own = clauses(reading.text, place.title);
      const twins = own.map((clause) => {
        if (!lacks(analysis, clause)) return undefined;
        const objects = objectsOf(analysis, clause);
        // 宗旨意识淡薄 is a root, whatever problem it is like, unless it is the problem to the letter.
        const least = reading.hits.has(clause, 'thought') ? 1 : option('share');
        return leads.first(objects, least);
      });
      const found = twins.filter((twin) => twin !== undefined);
      const [twin] = found;
      if (!twin || 2 * found.length < own.length) continue;
      report({
        span: title.span,
        message: '原因和问题说的是同一句话。',
        suggestion: '再往下问一层：为什么会这样，当时心里怎么想。',
        related: [{ message: '对应的问题', span: twin.title.span }],
      });
    }
  },
});

/** Fewest characters of an object that is compared. */
const LEAST = 2;

function clauses(text: string, { start, end }: Span): readonly Span[] {
  let at = start;
  return text
    .slice(start, end)
    .split(/[，,、；。：]/)
    .map((words) => {
      const clause = { start: at, end: at + words.length };
      at = clause.end + 1;
      return clause;
    })
    .filter((clause) => clause.end > clause.start);
}

/** Whether a clause says of something that there is too little of it. */
const lacks = ({ reading: { hits } }: Analysis, clause: Span): boolean =>
  hits.has(clause, 'stock-predicate', 'vague-intensity', 'shortfall', 'complete-predicate', 'scarce');

/** The characters of a clause without those that only say how little there is. */
function objectsOf({ reading: { text, hits } }: Analysis, span: Span): string {
  const lack = ['stock-predicate', 'vague-intensity', 'stock-filler', 'scarce']
    .flatMap((category) => hits.in(category, span))
    .sort((a, b) => a.start - b.start);
  let words = '';
  let at = span.start;
  for (const { start, end } of lack) {
    if (start > at) words += text.slice(at, start);
    at = Math.max(at, end);
  }
  return words + text.slice(at, span.end);
}

interface Lead {
  readonly title: Quote;
  readonly objects: string;
}

/** Objects of problems, found by the characters that they share with another; none is compared with all. */
class Leads {
  readonly #leads: readonly Lead[];
  /** Character → leads in which it stands, in order. */
  readonly #holders = new Map<string, number[]>();

  constructor(leads: readonly Lead[]) {
    this.#leads = leads;
    leads.forEach(({ objects }, i) => {
      for (const char of objects) {
        const known = this.#holders.get(char);
        if (!known) this.#holders.set(char, [i]);
        else if (known.at(-1) !== i) known.push(i);
      }
    });
  }

  /** The first lead in which at least a share of an object's characters stand; word order is free (学习理论, 理论学习). */
  first(objects: string, least: number): Lead | undefined {
    const characters = [...objects].filter((char) => /\p{L}/u.test(char));
    if (characters.length < LEAST) return undefined;
    const holdersOf = (char: string): readonly number[] => this.#holders.get(char) ?? [];
    // So many characters may be missing; one of any greater number stands in each lead that is like enough.
    const spare = Math.floor(characters.length * (1 - least) + 1e-9);
    const rarest = [...characters]
      .sort((a, b) => holdersOf(a).length - holdersOf(b).length)
      .slice(0, spare + 1);
    const candidates = [...new Set(rarest.flatMap(holdersOf))].sort((a, b) => a - b);
    const found = candidates.find((i) => {
      const others = this.#leads[i]?.objects ?? '';
      return characters.filter((char) => others.includes(char)).length / characters.length >= least;
    });
    return found === undefined ? undefined : this.#leads[found];
  }
}
