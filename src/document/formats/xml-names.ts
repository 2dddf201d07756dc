export interface XmlName {
  /** As written, prefix included. */
  readonly name: string;
  readonly local: string;
  /** Namespace; empty for none. */
  readonly uri: string;
}

interface Scope {
  readonly depth: number;
  readonly parent: Scope | null;
  /** Prefix → namespace, as declared here. */
  readonly namespaces: ReadonlyMap<string, string>;
  /** Names seen in this scope, resolved. */
  readonly known: Map<string, XmlName>;
}

const NAME = /^[:A-Z_a-z\u00c0-\udfff\uf900-\uffef][-.:\w\u00b7-\udfff\uf900-\uffef]*$/;
/** Names that are remembered; a file with more repeats few. */
const MOST_KNOWN = 4000;

/** Resolves the namespaces of names. Names recur: each is looked at once in a scope. */
export class Names {
  private scope: Scope = { depth: 0, parent: null, namespaces: new Map(), known: new Map() };
  private readonly valid = new Set<string>();

  /** Whether no namespace is declared below the root: what was resolved there is still so. */
  get isPlain(): boolean {
    return this.scope.depth <= 1;
  }

  /** Whether XML allows the name. */
  isName(name: string): boolean {
    if (this.valid.has(name)) return true;
    if (!NAME.test(name)) return false;
    if (this.valid.size < MOST_KNOWN) this.valid.add(name);
    return true;
  }

  /** @param attributes names, each followed by its value */
  open(name: string, attributes: readonly string[], depth: number): XmlName {
    let namespaces: Map<string, string> | null = null;
    for (let i = 0; i < attributes.length; i += 2) {
      const key = attributes[i] ?? '';
      if (!key.startsWith('xmlns')) continue;
      const prefix = key === 'xmlns' ? '' : key.startsWith('xmlns:') ? key.slice(6) : null;
      if (prefix === null) continue;
      namespaces ??= new Map();
      namespaces.set(prefix, attributes[i + 1] ?? '');
    }
    if (namespaces !== null) this.scope = { depth, parent: this.scope, namespaces, known: new Map() };
    return this.of(name);
  }

  close(depth: number): void {
    if (this.scope.depth === depth && this.scope.parent) this.scope = this.scope.parent;
  }

  private of(name: string): XmlName {
    const { known } = this.scope;
    const found = known.get(name);
    if (found) return found;
    const colon = name.indexOf(':');
    const local = name.slice(colon + 1);
    const made = { name, local, uri: this.namespaceOf(colon < 0 ? '' : name.slice(0, colon)) };
    if (known.size < MOST_KNOWN) known.set(name, made);
    return made;
  }

  private namespaceOf(prefix: string): string {
    for (let scope: Scope | null = this.scope; scope; scope = scope.parent) {
      const uri = scope.namespaces.get(prefix);
      if (uri !== undefined) return uri;
    }
    return '';
  }
}
