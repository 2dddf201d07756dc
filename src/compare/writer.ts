import type { Analysis } from '../analysis.js';
import { overlaps } from '../document/span.js';
import type { Lexicon } from '../language/lexicon.js';
import { KIND_NAMES } from './kind-names.js';

/** Unit, posts and name that a document gives as its writer's own. */
export interface Writer {
  readonly units: ReadonlySet<string>;
  readonly posts: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
}

/** Lines of the head in which unit and post stand, and how far the closing signature is looked for, in characters. */
const HEAD_LINES = 4;
const LONGEST_LINE = 60;
/** Behind 作为, in characters. */
const BEHIND = 14;

/** Reads unit and posts from the head, and posts from 作为…. */
export function writerOf({ document, reading: { text, hits } }: Analysis, lexicon: Lexicon): Writer {
  const head = document.text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(0, HEAD_LINES)
    .filter((line) => line.length <= LONGEST_LINE && !/。/.test(line));
  const units = new Set(head.flatMap((line) => unitIn(line, lexicon) ?? []));
  const posts = new Set(
    [
      ...head,
      ...hits.in('writer-as').map(({ end }) => text.slice(end, end + BEHIND).split(/[，。；、]/, 1)[0] ?? ''),
    ].flatMap((words) => lastOf(words, 'writer-post', lexicon) ?? []),
  );
  const names = new Set(head.flatMap((line) => nameIn(line, lexicon) ?? []));
  return { units, posts, names };
}

/** A name stands alone behind the post, mostly after a blank: 副局长 李明. */
function nameIn(line: string, lexicon: Lexicon): string | null {
  const post = lexicon.scan(line).in('writer-post').at(-1);
  return (
    (post && /^[\s：]+(\p{Script=Han}{1,2}\s?\p{Script=Han}{1,2})$/u.exec(line.slice(post.end))?.[1]) ?? null
  );
}

/** The longest name that a unit's ending closes, from the start of the line. */
function unitIn(line: string, lexicon: Lexicon): string | null {
  const words = line.replace(/^(?:中共|中国共产党)/, '').replace(/^20\d\d年度?/, '');
  const hits = lexicon.scan(words);
  const posts = hits.in('writer-post');
  const last = hits.in('writer-unit').findLast((unit) => !posts.some((post) => overlaps(post, unit)));
  const name = last ? words.slice(0, last.end) : '';
  return name.length >= 3 ? name : null;
}

function lastOf(words: string, category: string, lexicon: Lexicon): string | null {
  const last = lexicon.scan(words).in(category).at(-1);
  return last ? words.slice(last.start, last.end) : null;
}

/** Reasons to think that two documents are of different writers; Chinese, empty when there are none. */
export function differences(before: Analysis, after: Analysis, lexicon: Lexicon): readonly string[] {
  if (before.kind !== after.kind)
    return [`一份是${KIND_NAMES[before.kind]}材料，一份是${KIND_NAMES[after.kind]}材料`];
  const [earlier, later] = [writerOf(before, lexicon), writerOf(after, lexicon)];
  return [
    ...difference('单位', earlier.units, later.units, related),
    ...(before.kind === 'individual'
      ? [
          ...difference('职务', earlier.posts, later.posts, (a, b) => a === b),
          ...difference('姓名', earlier.names, later.names, (a, b) => a === b),
        ]
      : []),
  ];
}

/** Names that hold one another are one unit: 县教育局 and 澄阳县教育局. */
const related = (a: string, b: string): boolean => a.includes(b) || b.includes(a);

function difference(
  what: string,
  earlier: ReadonlySet<string>,
  later: ReadonlySet<string>,
  same: (a: string, b: string) => boolean,
): readonly string[] {
  if (earlier.size === 0 || later.size === 0) return [];
  if ([...earlier].some((a) => [...later].some((b) => same(a, b)))) return [];
  return [`${what}不同（${[...earlier].join('、')}；${[...later].join('、')}）`];
}
