import type { DimensionCoverage, Grade, Problem, ReportedAnalysis } from '../../analysis.js';
import { GRADES } from '../names.js';
import { clip, padEnd, padStart } from '../width.js';
import type { Style } from './style.js';

const GRADE_ORDER: readonly Grade[] = ['concrete', 'partial', 'vague'];
const BAR = 16;
const COLUMNS = { problems: 4, characters: 6, grade: 4 };

/** One row a dimension: problems, characters with a bar, examples by grade. */
export function coverage(analysis: ReportedAnalysis, style: Style): readonly string[] {
  const { dimensions, problems } = analysis;
  const { paint } = style;
  const loose = problems.filter(({ dimension }) => dimension === null);
  if (problems.length === 0 && dimensions.length === 0) return [];
  const name = style.width - 2 - BAR - COLUMNS.problems - COLUMNS.characters - 3 * COLUMNS.grade - 6;
  const nameWidth = Math.min(Math.max(name, 12), 30);
  const most = Math.max(1, ...dimensions.map(({ characters }) => characters));
  const row = (title: string, own: readonly Problem[], characters: number | null): string => {
    const cells = [
      padEnd(clip(title, nameWidth), nameWidth),
      padStart(String(own.length), COLUMNS.problems),
      padStart(characters === null ? '' : String(characters), COLUMNS.characters),
      own.length === 0 ? padEnd('没有问题', BAR) : bar(characters ?? 0, most),
      ...GRADE_ORDER.map((grade) => padStart(String(countExamples(own, grade)), COLUMNS.grade)),
    ];
    const line = `  ${cells.join(' ')}`;
    return own.length === 0 ? paint.yellow(line) : line;
  };
  const header = [
    padEnd(dimensions.length > 0 ? '维度' : '', nameWidth),
    padStart('问题', COLUMNS.problems),
    padStart('字数', COLUMNS.characters),
    padStart('事例：', BAR),
    ...GRADE_ORDER.map((grade) => padStart(GRADES[grade], COLUMNS.grade)),
  ];
  return [
    paint.dim(`  ${header.join(' ')}`),
    ...dimensions.map((entry) => row(dimensionTitle(entry), entry.problems, entry.characters)),
    ...(loose.length > 0 ? [row(dimensions.length > 0 ? '未归入维度' : '全部问题', loose, null)] : []),
  ];
}

const dimensionTitle = ({ dimension }: DimensionCoverage): string =>
  `${dimension.ordinal} ${dimension.short}`;

const countExamples = (problems: readonly Problem[], grade: Grade): number =>
  problems.reduce(
    (sum, { examples }) => sum + examples.filter((example) => example.grade === grade).length,
    0,
  );

/** Always as wide as BAR, so that columns agree whatever the terminal takes for the width of a block. */
function bar(value: number, most: number): string {
  const filled = value === 0 ? 0 : Math.max(1, Math.round((BAR * value) / most));
  return '█'.repeat(filled) + '░'.repeat(BAR - filled);
}
