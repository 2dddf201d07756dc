import type { Finding, Severity } from '../analysis.js';
import { fingerprints } from '../check/fingerprint.js';
import type { Suppressed } from '../check/suppress.js';
import type { Document } from '../document/document.js';
import { placesOf } from '../document/place.js';
import { positions } from '../document/position.js';
import { type Span, slice } from '../document/span.js';
import type { Rule } from '../rules/rule.js';
import { type Checked, isFailed } from './outcome.js';
import { renderRule } from './rules.js';
import { ruleMarkdown } from './rules-markdown.js';
import { noticesOf } from './understood.js';
import type { Writer } from './writer.js';

export interface SarifOptions {
  /** All rules there are: their help goes into the file. */
  readonly rules: readonly Rule[];
  /** Of the package. */
  readonly version: string;
}

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** Changes when the way of computing it does, so that old results are not taken for the same. */
const FINGERPRINT = 'duizhaoSentence/v1';

const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

/** The findings as SARIF 2.1.0, the format in which checkers hand results to other programs: one run. */
interface SarifPart {
  readonly uri: string;
  /** Whether the document could be read. */
  readonly read: boolean;
  /** Elements of the list of results. */
  readonly results: string;
  readonly notifications: readonly object[];
}

export function sarifWriter({ rules, version }: SarifOptions): Writer<SarifPart> {
  const ruleIndex = new Map(rules.map(({ id }, i) => [id, i]));
  const artifacts: object[] = [];
  const notifications: object[] = [];
  let separator = '';
  let complete = true;
  return {
    opening: `{"$schema":${JSON.stringify(SCHEMA)},"version":"2.1.0","runs":[{"tool":${JSON.stringify({
      driver: {
        name: 'duizhao',
        fullName: '对照 duizhao',
        semanticVersion: version,
        language: 'zh-CN',
        rules: rules.map(ruleJson),
      },
    })},"language":"zh-CN","columnKind":"utf16CodeUnits","results":[`,
    part: (outcome, place) => {
      const uri = uriOf(isFailed(outcome) ? outcome.file : outcome.analysis.document.file);
      const artifact = { uri, index: place };
      const note = (level: string, message: string): object =>
        notification(level, message, [location(artifact)]);
      return isFailed(outcome)
        ? { uri, read: false, results: '', notifications: [note('error', outcome.error.message)] }
        : {
            uri,
            read: true,
            results: resultsOf(outcome, artifact, ruleIndex)
              .map((result) => JSON.stringify(result))
              .join(',\n'),
            notifications: noticesOf(outcome.analysis).map(({ message }) => note('note', message)),
          };
    },
    document: (part) => {
      artifacts.push({ location: { uri: part.uri } });
      notifications.push(...part.notifications);
      complete &&= part.read;
      if (part.results === '') return '';
      const elements = `${separator}\n${part.results}`;
      separator = ',';
      return elements;
    },
    closing: () =>
      `\n],"artifacts":${JSON.stringify(artifacts)},"invocations":${JSON.stringify([
        { executionSuccessful: complete, toolExecutionNotifications: notifications },
      ])}}]}\n`,
  };
}

const ruleJson = (rule: Rule) => ({
  id: rule.id,
  shortDescription: { text: rule.title },
  fullDescription: { text: rule.rationale },
  help: { text: renderRule(rule), markdown: ruleMarkdown(rule) },
  defaultConfiguration: { level: LEVELS[rule.severity] },
});

interface Artifact {
  readonly uri: string;
  readonly index: number;
}

function resultsOf(
  outcome: Checked,
  artifact: Artifact,
  ruleIndex: ReadonlyMap<string, number>,
): readonly object[] {
  const { analysis, findings, suppressed = [] } = outcome;
  const nameOf = fingerprints(analysis);
  const locate = locator(analysis.document, artifact);
  const result = (finding: Finding, suppressions: readonly object[]): object => ({
    ruleId: finding.rule,
    ruleIndex: ruleIndex.get(finding.rule) ?? -1,
    level: LEVELS[finding.severity],
    message: { text: `${finding.message}${finding.suggestion ? `建议：${finding.suggestion}` : ''}` },
    locations: [locate(finding.span)],
    ...(finding.related.length > 0
      ? {
          relatedLocations: finding.related.map(({ message, span }, id) => ({
            id,
            message: { text: message },
            ...locate(span),
          })),
        }
      : {}),
    partialFingerprints: { [FINGERPRINT]: nameOf(finding) },
    // An empty list says that nothing is suppressed; absent would mean that nobody looked.
    suppressions,
  });
  return [
    ...findings.map((finding) => result(finding, [])),
    ...suppressed.map((entry) => result(entry.finding, [suppression(entry)])),
  ];
}

const suppression = ({ reason, inText }: Suppressed) => ({
  kind: inText ? 'inSource' : 'external',
  justification: reason,
});

/** The document as a whole has no region; formats without lines are located by their paragraph. */
function locator(document: Document, artifact: Artifact): (span: Span) => object {
  const positionOf = positions(document.text);
  const placeOf = placesOf(document);
  return (span) => {
    if (span.start === span.end) return location(artifact);
    if (document.places)
      return { ...location(artifact), logicalLocations: [{ name: placeOf(span.start), kind: 'element' }] };
    const start = positionOf(span.start);
    const end = positionOf(span.end);
    return location(artifact, {
      startLine: start.line,
      startColumn: start.column,
      endLine: end.line,
      endColumn: end.column,
      snippet: { text: slice(document.text, span) },
    });
  };
}

const location = (artifactLocation: Artifact, region?: object) => ({
  physicalLocation: { artifactLocation, ...(region ? { region } : {}) },
});

const notification = (level: string, text: string, locations: readonly object[]) => ({
  level,
  message: { text },
  locations,
});

/** A path as a relative or file URI; standard input gets a name. */
export function uriOf(file: string): string {
  if (file === '-') return 'stdin';
  const path = file.replaceAll('\\', '/');
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  if (path.startsWith('/')) return `file://${encoded}`;
  return /^[A-Za-z]:\//.test(path) ? `file:///${encoded.replace('%3A', ':')}` : encoded;
}
