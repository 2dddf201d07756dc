import type { Gold } from './gold.js';
import { squeeze } from './squeezed.js';

/**
 * What is wrong between a gold file and the text it speaks of; empty when all is well. The messages name
 * fields and lines but quote nothing, so that they may be read for held documents too.
 */
export function validateGold(gold: Gold, text: string): readonly string[] {
  return [...checkLines(gold, text), ...checkQuotes(gold, text), ...checkIds(gold), ...checkDimensions(gold)];
}

/** Every non-blank line lies in exactly one part or is noise; parts are in order. */
function checkLines(gold: Gold, text: string): readonly string[] {
  const lines = text.split('\n');
  const faults: string[] = [];
  const inPart = new Set<number>();
  let last = 0;
  for (const [i, part] of gold.parts.entries()) {
    const [from, to] = part.lines;
    if (from <= last || to < from || to > lines.length)
      faults.push(`parts.${i}: lines ${from}–${to} out of order`);
    for (let line = from; line <= Math.min(to, lines.length); line++) inPart.add(line);
    last = Math.max(last, to);
  }
  const noise = new Set(gold.noise);
  for (const [i, words] of lines.entries())
    if (words.trim() !== '' && !inPart.has(i + 1) && !noise.has(i + 1))
      faults.push(`line ${i + 1} lies in no part`);
  for (const line of noise) if (line > lines.length) faults.push(`noise: the file has no line ${line}`);
  return faults;
}

/** Every quote stands in the text once, white space apart. */
function checkQuotes(gold: Gold, text: string): readonly string[] {
  const squeezed = squeeze(text);
  return quotesOf(gold).flatMap(([field, quote]) => {
    const times = squeezed.count(quote);
    return times === 1 ? [] : [`${field}: stands in the text ${times} times`];
  });
}

function quotesOf(gold: Gold): readonly (readonly [field: string, quote: string])[] {
  const { rectification, dimensions, problems, causes, measures, findings, clean } = gold;
  return [
    ...rectification.map((account, i) => [`rectification.${i}`, account.occasion] as const),
    ...dimensions.map((dimension, i) => [`dimensions.${i}`, dimension.heading] as const),
    ...problems.flatMap(({ id, title, examples, causes: own, measures: mine }) => [
      [`problem ${id}: title`, title] as const,
      ...examples.map(({ text }, i) => [`problem ${id}: example ${i}`, text] as const),
      ...own.map((quote, i) => [`problem ${id}: cause ${i}`, quote] as const),
      ...mine.map((quote, i) => [`problem ${id}: measure ${i}`, quote] as const),
    ]),
    ...causes.map(({ id, title }) => [`cause ${id}`, title] as const),
    ...measures.flatMap(({ id, title, commitments }) => [
      [`measure ${id}`, title] as const,
      ...commitments.map((quote, i) => [`measure ${id}: commitment ${i}`, quote] as const),
    ]),
    ...findings.flatMap(({ quote }, i) => (quote === null ? [] : [[`findings.${i}`, quote] as const])),
    ...clean.flatMap(({ quote }, i) => (quote === null ? [] : [[`clean.${i}`, quote] as const])),
  ];
}

/** Ids are unique, and links lead from every problem to items that exist. */
function checkIds({ problems, causes, measures, links }: Gold): readonly string[] {
  const known = new Set(problems.map(({ id }) => id));
  const faults = [problems, causes, measures].flatMap((items) =>
    items
      .filter(({ id }, i) => items.findIndex((other) => other.id === id) !== i)
      .map(({ id }) => `id ${id} twice`),
  );
  for (const [kind, items] of [
    ['cause', causes],
    ['measure', measures],
  ] as const) {
    const targets = new Set(items.map(({ id }) => id));
    for (const id of known)
      if (!(id in links[kind])) faults.push(`links.${kind}: no entry for problem ${id}`);
    for (const [from, to] of Object.entries(links[kind])) {
      if (!known.has(from)) faults.push(`links.${kind}: no problem ${from}`);
      for (const id of to) if (!targets.has(id)) faults.push(`links.${kind}.${from}: no ${kind} ${id}`);
    }
  }
  return faults;
}

/** Only the general profile has no dimensions. */
function checkDimensions({ profile, problems }: Gold): readonly string[] {
  const general = profile === 'general';
  return problems
    .filter(({ dimension }) => (dimension === null) !== general)
    .map(({ id }) => `problem ${id}: ${general ? 'a dimension in the general profile' : 'no dimension'}`);
}
