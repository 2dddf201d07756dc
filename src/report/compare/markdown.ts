import type { Change, Comparison, Step } from '../../compare/comparison.js';
import { placesOf } from '../../document/place.js';
import { yearName } from '../../pairing/year-name.js';
import { escapeMarkdown } from '../markdown.js';
import { KINDS } from '../names.js';
import { groundsOf, stepFacts, threadTitle } from './facts.js';
import { percent, RELATION_ORDER, RELATIONS, STATUSES } from './names.js';

/** The report of `duizhao compare` in Markdown. */
export function renderCompareMarkdown(comparison: Comparison): string {
  const { documents, steps, warnings } = comparison;
  const blocks = [
    `# 逐年对照：${documents.map(yearName).map(escapeMarkdown).join(' → ')}`,
    documents
      .map(({ document, kind, problems, profile }) => {
        const about = `${KINDS[kind]}材料，${problems.length}个问题`;
        return `- ${escapeMarkdown(`${yearName({ document, profile })}：${document.file}（${about}）`)}`;
      })
      .join('\n'),
    ...(warnings.length > 0
      ? [warnings.map(({ message }) => `> 警告：${escapeMarkdown(message)}`).join('\n>\n')]
      : []),
    ...trendBlocks(comparison),
    ...steps.flatMap(stepBlocks),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function trendBlocks({ documents, trend }: Comparison): readonly string[] {
  const { years, themes, threads } = trend;
  const heads = documents.map(yearName);
  return [
    '## 历年情况',
    table(
      ['', ...heads],
      [
        ['问题', ...years.map(({ problems }) => String(problems))],
        ['具体事例/全部事例', ...years.map((own) => `${own.concreteExamples}/${own.examples}`)],
        ['量化措施/全部措施', ...years.map((own) => `${own.quantifiedMeasures}/${own.measures}`)],
        ['套话占比', ...years.map(({ boilerplate }) => percent(boilerplate))],
        ...themes.map(({ theme, counts }) => [theme, ...counts.map(String)]),
      ],
    ),
    '## 问题与年度',
    table(
      ['问题', '主题', ...heads],
      threads.map((thread) => [
        `${threadTitle(thread)}${thread.everyYear ? '（年年提）' : ''}`,
        thread.theme ?? '',
        ...thread.problems.map((problem) => problem?.title.text ?? ''),
      ]),
    ),
  ];
}

function stepBlocks(step: Step): readonly string[] {
  const { before, after, problems, copiedSentences, measures, overdue } = step;
  const [earlier, later] = [placesOf(before.document), placesOf(after.document)];
  const sorted = RELATION_ORDER.flatMap((relation) => problems.filter((row) => row.relation === relation));
  return [
    `## ${escapeMarkdown(`${yearName(before)} → ${yearName(after)}`)}`,
    stepFacts(step)
      .map(({ topic, says }) => `- **${topic}**：${escapeMarkdown(says)}`)
      .join('\n'),
    table(
      ['去向', '相似', '上一份', '这一份', '依据'],
      sorted.map((row) => [
        RELATIONS[row.relation],
        row.before && row.after ? percent(row.similarity) : '',
        row.before?.title.text ?? '',
        row.after?.title.text ?? '',
        groundsOf(row).join('；'),
      ]),
    ),
    ...(copiedSentences.length > 0
      ? [
          '### 照搬的句子',
          copiedSentences
            .map(
              ({ before: first, after: second, changes }) =>
                `- ${later(second.span.start)}（上一份${earlier(first.span.start)}）：${marked(changes())}`,
            )
            .join('\n'),
        ]
      : []),
    ...(measures.length > 0
      ? [
          '### 上一份的措施',
          table(
            ['措施', '情况', '这一份的说法'],
            measures.map(({ before: measure, status, evidence }) => [
              measure.title.text,
              STATUSES[status],
              evidence?.text ?? '',
            ]),
          ),
        ]
      : []),
    ...(overdue.length > 0
      ? [
          '### 到期没有下文的承诺',
          table(
            ['承诺', '到期', '措施'],
            overdue.map(({ commitment, due, measure }) => [commitment.text, due, measure.title.text]),
          ),
        ]
      : []),
  ];
}

/** Words taken out struck through, words put in bold. */
const marked = (changes: readonly Change[]): string =>
  changes
    .map(({ kind, text }) => {
      const words = escapeMarkdown(text);
      return kind === 'removed' ? `~~${words}~~` : kind === 'added' ? `**${words}**` : words;
    })
    .join('');

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows.map((cells) => cells.map(escapeMarkdown))]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
