import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** A regular expression and where the source code has it: `language/dates.ts:70`. */
export interface Located {
  readonly place: string;
  readonly source: string;
  readonly flags: string;
}

const SRC = fileURLToPath(new URL('../../src', import.meta.url));

const placeOf = (path: string, line: number): string => `${relative(SRC, path).split(sep).join('/')}:${line}`;

/** Paths of the source code. */
export const files = (): readonly string[] =>
  readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(SRC, name));

/** Every literal of the source code, and every place where it calls `RegExp`. */
export function written(): { readonly literals: readonly Located[]; readonly calls: readonly string[] } {
  const literals: Located[] = [];
  const calls: string[] = [];
  for (const path of files()) {
    const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
    const visit = (node: ts.Node): void => {
      const place = (): string =>
        placeOf(path, file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1);
      if (ts.isRegularExpressionLiteral(node)) {
        const end = node.text.lastIndexOf('/');
        literals.push({ place: place(), source: node.text.slice(1, end), flags: node.text.slice(end + 1) });
      } else if (
        (ts.isNewExpression(node) || ts.isCallExpression(node)) &&
        node.expression.getText(file) === 'RegExp'
      )
        calls.push(place());
      ts.forEachChild(node, visit);
    };
    visit(file);
  }
  return { literals, calls };
}

/** Runs something and gives the expressions that the source code makes meanwhile by calling `RegExp`. */
export async function composed(run: () => Promise<void>): Promise<readonly Located[]> {
  const made = new Map<string, Located>();
  const plain = globalThis.RegExp;
  const note = (expression: RegExp): RegExp => {
    // The caller stands below this function and the trap.
    const [, path, line] =
      /\(?(?:file:\/\/)?(\/[^()]+?|[A-Z]:[^()]+?):(\d+):\d+\)?$/.exec(
        new Error().stack?.split('\n')[3] ?? '',
      ) ?? [];
    if (path?.startsWith(SRC)) {
      const { source, flags } = expression;
      const place = placeOf(path, Number(line));
      made.set(`${place}/${source}/${flags}`, { place, source, flags });
    }
    return expression;
  };
  globalThis.RegExp = new Proxy(plain, {
    construct: (target, given, self) => note(Reflect.construct(target, given, self)),
    apply: (target, self, given) => note(Reflect.apply(target, self, given)),
  });
  try {
    await run();
  } finally {
    globalThis.RegExp = plain;
  }
  return [...made.values()];
}
