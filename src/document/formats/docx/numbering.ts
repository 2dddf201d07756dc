import { attribute, scanXml, type XmlTag } from '../xml.js';
import type { Part } from './parts.js';
import { isOn, type Styles } from './styles.js';

/** One level of a list as it is defined. */
export interface Level {
  readonly start: number;
  readonly format: string;
  /** Digits that Word's own format `001, 002, …` asks for; 0 for others. */
  readonly digits: number;
  /** `%1.%2` and words around. */
  readonly text: string;
  readonly suffix: 'tab' | 'space' | 'nothing';
  /** Level, from 1, whose use restarts this one; 0 never; null any above. */
  readonly restart: number | null;
  readonly legal: boolean;
  readonly style: string | null;
}

/** A list that paragraphs refer to by `numId`. */
export interface NumberedList {
  /** What counts: lists of one definition go on with each other's numbers. */
  readonly definition: string;
  readonly levels: ReadonlyMap<number, Level>;
  /** Level → number it begins with anew when this list is used first. */
  readonly starts: ReadonlyMap<number, number>;
}

type Draft<T> = { -readonly [K in keyof T]: T[K] };

interface Definition {
  readonly levels: Map<number, Level>;
  styleLink: string | null;
}

interface Instance {
  definition: string;
  readonly levels: Map<number, Level>;
  readonly starts: Map<number, number>;
}

/** Reads the numbering part. */
export function readNumbering(
  part: Part | null,
  styles: Styles,
  file: string,
): (numId: number) => NumberedList | null {
  if (!part) return () => null;
  const { definitions, instances } = scanNumbering(part, file);
  const lists = new Map<number, NumberedList | null>();
  const resolve = (numId: number, depth: number): NumberedList | null => {
    const instance = instances.get(numId);
    const definition = instance && definitions.get(instance.definition);
    if (!instance || !definition) return null;
    const { definition: id, levels, starts } = instance;
    if (definition.styleLink === null || depth > 5)
      return { definition: id, levels: new Map([...definition.levels, ...levels]), starts };
    // The list is defined by a list style: through the style to the list it names.
    const linked = styles.chain(definition.styleLink).find((style) => style.numId !== null)?.numId;
    const target = linked === undefined || linked === null ? null : resolve(linked, depth + 1);
    return target && { ...target, levels: new Map([...target.levels, ...levels]), starts };
  };
  return (numId) => {
    if (!lists.has(numId)) lists.set(numId, resolve(numId, 0));
    return lists.get(numId) ?? null;
  };
}

function scanNumbering(
  { xml, entry }: Part,
  file: string,
): { readonly definitions: Map<string, Definition>; readonly instances: Map<number, Instance> } {
  const definitions = new Map<string, Definition>();
  const instances = new Map<number, Instance>();
  let definition: Definition | null = null;
  let instance: Instance | null = null;
  let override = 0;
  let level: { readonly at: number; readonly draft: Draft<Level> } | null = null;
  let custom = false;
  const open = (tag: XmlTag): void => {
    const value = attribute(tag, 'val');
    switch (tag.local) {
      case 'abstractNum':
        definition = { levels: new Map(), styleLink: null };
        definitions.set(attribute(tag, 'abstractNumId') ?? '', definition);
        break;
      case 'numStyleLink':
        if (definition) definition.styleLink = value ?? null;
        break;
      case 'num':
        instance = { definition: '', levels: new Map(), starts: new Map() };
        instances.set(Number(attribute(tag, 'numId')), instance);
        break;
      case 'abstractNumId':
        if (instance) instance.definition = value ?? '';
        break;
      case 'lvlOverride':
        override = Number(attribute(tag, 'ilvl'));
        break;
      case 'startOverride':
        instance?.starts.set(override, Number(value));
        break;
      case 'lvl':
        level = { at: Number(attribute(tag, 'ilvl')), draft: { ...PLAIN } };
        custom = false;
        break;
      default:
        if (level) custom = property(tag, value, level.draft, custom);
    }
  };
  const close = ({ local }: XmlTag): void => {
    if (local === 'lvl' && level) {
      (instance ?? definition)?.levels.set(level.at, level.draft);
      level = null;
    } else if (local === 'abstractNum') definition = null;
    else if (local === 'num') instance = null;
  };
  scanXml(xml, file, entry.name, { open, close });
  return { definitions, instances };
}

/** Takes a property of a level; tells whether a format of Word's own was given, which its stand-in must not replace. */
function property(tag: XmlTag, value: string | undefined, draft: Draft<Level>, custom: boolean): boolean {
  switch (tag.local) {
    case 'start':
      draft.start = Number(value ?? 1);
      break;
    case 'numFmt':
      if (value === 'custom') {
        draft.digits = /^(0*)1\b/.exec(attribute(tag, 'format') ?? '')?.[0].length ?? 0;
        return true;
      }
      if (!custom) draft.format = value ?? 'decimal';
      break;
    case 'lvlText':
      draft.text = value ?? '';
      break;
    case 'suff':
      draft.suffix = value === 'space' || value === 'nothing' ? value : 'tab';
      break;
    case 'lvlRestart':
      draft.restart = Number(value ?? 0);
      break;
    case 'isLgl':
      draft.legal = isOn(value);
      break;
    case 'pStyle':
      draft.style = value ?? null;
      break;
  }
  return custom;
}

const PLAIN: Level = {
  start: 0,
  format: 'decimal',
  digits: 0,
  text: '',
  suffix: 'tab',
  restart: null,
  legal: false,
  style: null,
};
