import type { Band, ContentScore } from './content-mapping.js';
import { MEASURES, type MeasureId, measureIds } from './measures.js';
import { printPairs } from './print-pairs.js';
import { GROUPS, type GroupScore, type Results, type ScoredDocument } from './results.js';
import { sum } from './score.js';
import { rulePrecision, ruleRecall, strictPrecision } from './score-findings.js';
import { table } from './table.js';
import { type Figure, headline, precision, recall, type Tally } from './tally.js';

/** The results as Markdown that a terminal shows well. */
export function printResults(results: Results): string {
  const sections = [
    ['Extraction', printMeasures(results), LEGEND],
    ['Documents', printDocuments(results.documents)],
    ['Rules', printRules(results), RULES_LEGEND],
    ...(results.content === null ? [] : [['Dimension by content', printContent(results.content)]]),
    ...(results.pairs.length === 0 ? [] : [['Year over year', printPairs(results.pairs)]]),
  ];
  return sections.map(([title, ...body]) => [`## ${title}`, ...body].join('\n\n')).join('\n\n');
}

const LEGEND =
  'F1 (precision/recall), or the share that is right with its number of cases; – where nothing was to be measured.';

const RULES_LEGEND =
  'Marks of a careful reader: hits and misses where a fault is marked, false alarms and quiet where its absence is. ' +
  'Unmarked: reports where nothing is marked either way. Strict precision counts them as false for rules whose ' +
  'faults are all marked.';

/** Every measure by group of documents. */
export function printMeasures({ groups }: Results): string {
  const shown = GROUPS.filter((group) => groups[group].documents > 0);
  const head = ['measure', ...shown.map((group) => `${group} (${groups[group].documents})`), 'wanted'];
  return table(
    head,
    measureIds.map((id) => {
      const { label, wanted } = MEASURES[id];
      return [label, ...shown.map((group) => cell(groups[group].tallies[id])), wanted?.toFixed(2) ?? ''];
    }),
  );
}

function cell(tally: Tally | undefined): string {
  if (tally === undefined || headline(tally) === null) return '–';
  const detail =
    tally.kind === 'hits' ? `${show(precision(tally), 2)}/${show(recall(tally), 2)}` : `of ${tally.total}`;
  return `${show(headline(tally))} (${detail})`;
}

/** Rounded down, so that 1.000 means all. */
function show(figure: Figure, digits = 3): string {
  if (figure === null) return '–';
  const scale = 10 ** digits;
  return (Math.floor(figure * scale + 1e-9) / scale).toFixed(digits);
}

const COLUMNS: readonly (readonly [head: string, id: MeasureId])[] = [
  ['parts', 'parts'],
  ['probl.', 'problems'],
  ['dim.', 'dimension'],
  ['exampl.', 'examples'],
  ['grade', 'grade'],
  ['poles', 'poles'],
  ['in-c.', 'problemCauses'],
  ['in-m.', 'problemMeasures'],
  ['causes', 'causes'],
  ['meas.', 'measures'],
  ['commit.', 'commitments'],
  ['→cause', 'causeLinks'],
  ['→meas.', 'measureLinks'],
  ['w/o', 'withoutMeasure'],
  ['rectif.', 'rectification'],
];

function printDocuments(documents: readonly ScoredDocument[]): string {
  const right = ({ score }: ScoredDocument, id: 'profile' | 'kind'): string => {
    const tally = score.tallies[id];
    return tally !== undefined && headline(tally) === 1 ? 'yes' : 'NO';
  };
  return table(
    ['document', 'split', 'profile', 'kind', ...COLUMNS.map(([head]) => head)],
    documents.map((document) => [
      document.name,
      document.origin,
      right(document, 'profile'),
      right(document, 'kind'),
      ...COLUMNS.map(([, id]) => {
        const tally = document.score.tallies[id];
        return show(tally === undefined ? null : headline(tally), 2);
      }),
    ]),
  );
}

function printRules({ groups }: Results): string {
  const held = groups.held.rules;
  const all: GroupScore = { documents: 0, ...sum([groups.real, groups.synthetic]) };
  const rows = Object.entries(all.rules).map(([id, rule]) => {
    const own = held[id];
    return [
      id,
      ...[rule.hits, rule.misses, rule.falseAlarms, rule.quiet, rule.unmarked].map(String),
      show(rulePrecision(rule), 2),
      show(ruleRecall(rule), 2),
      rule.unmarkedFaults > 0 ? show(strictPrecision(rule), 2) : '',
      ...(own === undefined ? ['–', '–'] : [show(rulePrecision(own), 2), show(ruleRecall(own), 2)]),
    ];
  });
  const head = [
    'rule',
    'hits',
    'misses',
    'false',
    'quiet',
    'unmarked',
    'prec.',
    'recall',
    'strict',
    'held p.',
    'held r.',
  ];
  const left =
    all.marksLeftOut > 0 ? `\n\n${all.marksLeftOut} marks of rules that do not exist yet are left out.` : '';
  return table(head, rows) + left;
}

export function printContent(content: NonNullable<Results['content']>): string {
  const row = (label: string, score: ContentScore): readonly string[] => [
    label,
    String(score.cases),
    show(score.top1),
    show(score.top2),
    show(score.answered),
    show(score.answeredRight),
    show(score.calibrationError),
  ];
  const scores = table(
    [
      'each document left out once',
      'problems',
      'top-1',
      'top-2',
      'answered',
      'right of these',
      'calibration error',
    ],
    [
      row('classifier', content.classifier),
      row('keyword count', content.keywords),
      row('most frequent dimension of the document', content.majority),
      ...(content.held
        ? [
            row('classifier, held documents', content.held.classifier),
            row('keyword count, held documents', content.held.keywords),
            row('most frequent dimension, held documents', content.held.majority),
          ]
        : []),
      ['wanted', '', '0.750', '0.900', '', '', ''],
    ],
  );
  const band = ({ from, to, cases, confidence, right }: Band): readonly string[] => [
    `${from.toFixed(1)}–${to.toFixed(1)}`,
    String(cases),
    show(confidence, 2),
    show(right, 2),
  ];
  const reliability = (title: string, { reliability: bands }: ContentScore): string =>
    table([title, 'problems', 'mean', 'right'], bands.map(band));
  return [
    scores,
    reliability('stated confidence', content.classifier),
    ...(content.held ? [reliability('stated confidence, held documents', content.held.classifier)] : []),
  ].join('\n\n');
}

/** Everything that went wrong, by document and measure; held documents only when asked for. */
export function printErrors(documents: readonly ScoredDocument[], withHeld: boolean): string {
  return documents
    .filter(({ origin }) => withHeld || origin !== 'held')
    .map(({ name, score }) => {
      const lines = score.errors.map(({ measure, fault, line, text, note }) => {
        const place = line === null ? 'whole' : `line ${line}`;
        return `  ${fault.padEnd(6)} ${measure} · ${place} · ${[text, note].filter((words) => words !== '').join(' · ')}`;
      });
      return [`${name}: ${score.errors.length}`, ...lines].join('\n');
    })
    .join('\n\n');
}
