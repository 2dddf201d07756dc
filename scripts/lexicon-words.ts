import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { literals, parsePattern } from '../src/language/pattern.js';

/** A word that the dictionaries of the project name. */
export interface LexiconWord {
  readonly word: string;
  /** A term names a thing (fields, profiles, expressions); a phrase is a turn of speech (categories). */
  readonly role: 'term' | 'phrase';
  /** Written out in the file, not one of many combinations of a pattern. */
  readonly plain: boolean;
}

/** Words that web pages leave behind; no analysis looks at them. */
const NOISE = /^(page-noise|site-name)/;
/** Keys under which the YAML files hold terms, whatever the file. */
const TERM_KEYS: ReadonlySet<string> = new Set(['terms', 'signals']);

/**
 * Reads every literal word of two to eight Han characters from the YAML files of a folder: lexicons, fields,
 * expressions and terms of profiles, patterns expanded; phrases with a gap are left out.
 *
 * @throws Error naming the file when YAML or a pattern in it cannot be read
 */
export function lexiconWords(folder: URL): readonly LexiconWord[] {
  const found = new Map<string, LexiconWord>();
  const add = (pattern: string, role: LexiconWord['role']): void => {
    const plain = !/[(…]/.test(pattern);
    for (const piece of literals(parsePattern(pattern))) {
      if (!/^[\u4e00-\u9fff]{2,8}$/.test(piece)) continue;
      const known = found.get(piece);
      const asTerm = role === 'term' || known?.role === 'term';
      found.set(piece, {
        word: piece,
        role: asTerm ? 'term' : 'phrase',
        plain: plain || known?.plain === true,
      });
    }
  };
  const visit = (node: unknown, key: string): void => {
    if (typeof node === 'string') {
      if (TERM_KEYS.has(key)) add(node, 'term');
      else if (key === 'phrases') add(node, 'phrase');
    } else if (Array.isArray(node)) {
      for (const entry of node) visit(entry, key);
    } else if (node !== null && typeof node === 'object') {
      for (const [name, value] of Object.entries(node)) {
        if (NOISE.test(name)) continue;
        // `phrase` stands in expressions (terms) and in annotated phrases of a category.
        if (name === 'phrase' && typeof value === 'string')
          add(value, key === 'expressions' ? 'term' : 'phrase');
        else visit(value, name);
      }
    }
  };
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  for (const file of files.filter((name) => name.endsWith('.yaml')).sort()) {
    try {
      visit(parse(readFileSync(new URL(file.replaceAll('\\', '/'), folder), 'utf8')), '');
    } catch (error) {
      throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return [...found.values()].sort((a, b) => (a.word < b.word ? -1 : 1));
}
