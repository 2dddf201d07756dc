import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { DuizhaoError } from '../../../src/document/error.js';
import { attribute, scanXml } from '../../../src/document/formats/xml.js';

interface Events {
  readonly tags: readonly string[];
  readonly text: string;
}

/** What the scan sees, with every position looked at; null where it refuses. */
function scanned(xml: string): Events | null {
  const tags: string[] = [];
  let text = '';
  try {
    scanXml(xml, '甲.docx', 'x.xml', {
      open: (tag, start, end) => {
        expect(xml.startsWith(`<${tag.name}`, start)).toBe(true);
        expect(xml.charAt(end - 1)).toBe('>');
        tags.push(`<${tag.name} ${tag.attributes.join(' ')}`);
      },
      close: (tag, end) => {
        expect(xml.charAt(end - 1)).toBe('>');
        tags.push(`</${tag.name}`);
      },
      text: (words, start, end, exact) => {
        if (exact && !/[&\r]/.test(xml.slice(start, end))) expect(xml.slice(start, end)).toBe(words);
        text += words;
      },
    });
  } catch (error) {
    if (error instanceof DuizhaoError) return null;
    throw error;
  }
  return { tags, text };
}

/** The same of another parser. */
function oracle(xml: string): Events | null {
  const tags: string[] = [];
  let text = '';
  const parser = new SaxesParser({ xmlns: false });
  const refuse = (): never => {
    throw new RangeError();
  };
  parser.on('error', refuse);
  parser.on('doctype', refuse);
  parser.on('opentag', ({ name, attributes }) => {
    tags.push(`<${name} ${Object.entries(attributes).flat().join(' ')}`);
  });
  parser.on('closetag', ({ name }) => {
    tags.push(`</${name}`);
  });
  parser.on('text', (words) => {
    if (tags.length > 0) text += words;
  });
  parser.on('cdata', (words) => {
    text += words;
  });
  try {
    parser.write(xml).close();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
  return { tags, text: text.replace(/\s+$/, '') };
}

const content = fc.letrec<{ node: string; nodes: string }>((tie) => ({
  nodes: fc.array(tie('node'), { maxLength: 4 }).map((all) => all.join('')),
  node: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom(
      '学习',
      'a&amp;b',
      '&#x4E00;',
      '&#20108;',
      '\r\n',
      ' ',
      '😀',
      '<!-- 注 -->',
      '<![CDATA[<&]]>',
      '<?pi x?>',
    ),
    tie('nodes').map((inner) => `<w:p>${inner}</w:p>`),
    tie('nodes').map((inner) => `<w:r w:id="1" a='&lt;"'>${inner}</w:r >`),
    fc.constantFrom('<a/>', '<w:b w:val="0" />', '<c d = "e\tf"/>', '<x xmlns:w="urn:y"><w:z/></x>'),
  ),
})).nodes;
/** Signs that spoil XML, or do not. */
const spoiling = fc.constantFrom(
  '',
  '<',
  '>',
  '&',
  '"',
  "'",
  '/',
  ']]>',
  '<!',
  '<?',
  '</',
  '=',
  '\u0001',
  '--',
  ' ',
);

describe('scanXml', () => {
  it('sees what another parser sees, in whole and in spoiled documents', () => {
    let refused = 0;
    fc.assert(
      fc.property(content, fc.nat(), spoiling, fc.nat({ max: 2 }), (inner, place, sign, cut) => {
        const declaration = '<?xml version="1.0"?>\n';
        const whole = `${declaration}<d xmlns:w="urn:w">${inner}</d>`;
        const at = declaration.length + (place % (whole.length + 1 - declaration.length));
        const xml = whole.slice(0, at) + sign + whole.slice(at + cut);
        // No decoder gives half a character.
        fc.pre(xml.isWellFormed());
        const seen = scanned(xml);
        if (seen === null) refused++;
        const expected = oracle(xml);
        expect(seen && { ...seen, text: seen.text.replace(/\s+$/, '') }, xml).toEqual(expected);
      }),
      { numRuns: 2000 },
    );
    expect(refused).toBeGreaterThan(200);
  });

  it.each([
    ['nothing', ''],
    ['words only', '学习'],
    ['two roots', '<a/><b/>'],
    ['words behind the root', '<a/>学习'],
    ['an open element', '<a><b></b>'],
    ['elements across each other', '<a><b></a></b>'],
    ['a longer closing name', '<a></ab>'],
    ['an attribute twice', '<a b="1" b="2"/>'],
    ['an attribute without quotes', '<a b=1/>'],
    ['attributes without space', '<a b="1"c="2"/>'],
    ['a tag without end', '<a b="1"'],
    ['an unknown entity', '<a>&nbsp;</a>'],
    ['an entity that is no character', '<a>&#0;</a>'],
    ['a surrogate as entity', '<a>&#xD800;</a>'],
    ['a control', '<a>\u0001</a>'],
    ['a control in a comment', '<a><!--\u0001--></a>'],
    ['a name that begins with a digit', '<1/>'],
    ['a late declaration', '<a/><?xml version="1.0"?>'],
  ])('refuses %s', (_, xml) => {
    expect(scanned(xml)).toBeNull();
  });

  it('knows namespaces, also where they are declared anew', () => {
    const seen: string[] = [];
    const xml =
      '<w:a xmlns:w="urn:1" xmlns="urn:d"><w:b/><x xmlns:w="urn:2"><w:b/></x><w:b/><b/><u:b/></w:a>';
    scanXml(xml, '', '', { open: ({ local, uri }) => seen.push(`${local} ${uri}`), close: () => {} });
    expect(seen).toEqual(['a urn:1', 'b urn:1', 'x urn:d', 'b urn:2', 'b urn:1', 'b urn:d', 'b ']);
  });

  it('finds attributes by their name without prefix', () => {
    scanXml('<a w:xval="1" w:val="2"/>', '', '', {
      open: (tag) => {
        expect(attribute(tag, 'val')).toBe('2');
        expect(attribute(tag, 'none')).toBeUndefined();
      },
      close: () => {},
    });
  });
});
