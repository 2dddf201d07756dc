/**
 * Everything that is measured, in the order of the table. `wanted` is the figure that the project has set
 * itself for documents that it was not developed on.
 */
export const MEASURES = {
  profile: { label: 'profile', wanted: 1 },
  kind: { label: 'kind', wanted: null },
  parts: { label: 'part of line', wanted: 0.97 },
  headings: { label: 'dimension headings', wanted: null },
  problems: { label: 'problems', wanted: 0.97 },
  titles: { label: '· title to the letter', wanted: null },
  dimension: { label: '· dimension', wanted: null },
  dimensionByHeading: { label: '· dimension, by heading', wanted: 0.98 },
  dimensionByContent: { label: '· dimension, by content', wanted: null },
  examples: { label: 'examples', wanted: 0.9 },
  examplesPlaced: { label: '· in the right problem', wanted: null },
  grade: { label: '· grade (of three)', wanted: null },
  poles: { label: '· concrete or vague', wanted: 0.9 },
  polesLenient: { label: '· not the opposite pole', wanted: null },
  problemCauses: { label: 'causes in problems', wanted: 0.85 },
  problemMeasures: { label: 'measures in problems', wanted: null },
  causes: { label: 'cause items', wanted: 0.97 },
  measures: { label: 'measure items', wanted: 0.97 },
  commitments: { label: 'commitments', wanted: 0.9 },
  commitmentQuotes: { label: '· quoted alike by half', wanted: null },
  causeLinks: { label: 'links to causes', wanted: null },
  measureLinks: { label: 'links to measures', wanted: 0.75 },
  withoutMeasure: { label: 'problems without measure', wanted: 0.75 },
  rectification: { label: 'rectification, all figures', wanted: 0.95 },
  rectificationFigures: { label: '· each figure', wanted: null },
} as const satisfies Record<string, Measure>;

export interface Measure {
  readonly label: string;
  readonly wanted: number | null;
}

export type MeasureId = keyof typeof MEASURES;

export const measureIds = Object.keys(MEASURES).filter((id): id is MeasureId => id in MEASURES);
