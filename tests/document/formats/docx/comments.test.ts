import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Comment, commentDocx } from '../../../../src/document/formats/docx/comments.js';
import { ownComments, withoutMarks } from '../../../../src/document/formats/docx/own-marks.js';
import { openPackage } from '../../../../src/document/formats/docx/parts.js';
import { readDocx } from '../../../../src/document/formats/docx/read.js';
import { commentedWords } from './commented.js';
import { p, partsOf, r, wordFile } from './word.js';

const file = '甲.docx';

interface Outcome {
  readonly text: string;
  readonly bytes: Uint8Array;
  readonly before: string;
  readonly after: string;
  /** Words between the marks of each comment, in their order. */
  readonly words: readonly string[];
}

/** Comments on words, given as spans or as words of the text. */
async function comment(
  source: Uint8Array,
  ...on: readonly (string | readonly [number, number])[]
): Promise<Outcome> {
  const { text } = await readDocx(source, { file });
  const comments = on.map((words, i): Comment => {
    const [start, end] =
      typeof words === 'string' ? [text.indexOf(words), text.indexOf(words) + words.length] : words;
    return { span: { start, end }, says: [`第${i}条 <&>`, '建议'] };
  });
  const bytes = commentDocx(source, comments, {
    file,
    revisions: 'accepted',
    text,
    title: { start: 0, end: 2 },
  });
  const before = openPackage(source, file).main.xml;
  const after = openPackage(bytes, file).main.xml;
  return { text, bytes, before, after, words: commentedWords(after) };
}

/** The document part without our marks. */
function restored(bytes: Uint8Array): string {
  const opened = openPackage(bytes, file);
  const comments = opened.related('comments');
  return comments ? withoutMarks(opened.main, ownComments(comments, file).ids, file) : opened.main.xml;
}

describe('comments stand on the very words', () => {
  it.each<[string, string, string, string?]>([
    ['a whole run', p('学习不够'), '学习不够'],
    ['inside a run', p('学习不够深入'), '不够'],
    ['over runs', `<w:p>${r('学习')}${r('不够')}${r('深入')}</w:p>`, '习不够深'],
    ['over paragraphs', p('学习不够') + p('担当不够'), '不够\n担当', '不够担当'],
    ['behind entities', p('甲&amp;乙&lt;丙&#x1F600;丁'), '丙😀丁'],
    ['an entity itself', p('甲&amp;乙'), '&'],
    [
      'behind a tab in the run',
      '<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>甲</w:t><w:tab/><w:t>乙丙</w:t></w:r></w:p>',
      '乙丙',
    ],
    ['in a hyperlink', `<w:p>${r('见')}<w:hyperlink>${r('学习强国')}</w:hyperlink></w:p>`, '强国'],
    ['in an insertion', `<w:p>${r('学')}<w:ins w:id="1" w:author="x">${r('习不够')}</w:ins></w:p>`, '不够'],
    [
      'around deleted words',
      `<w:p>${r('学')}<w:del w:id="1" w:author="x"><w:r><w:delText>很</w:delText></w:r></w:del>${r('习')}</w:p>`,
      '学习',
    ],
    [
      'around a field',
      `<w:p>${r('在')}<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r('2024年')}<w:r><w:fldChar w:fldCharType="end"/></w:r>${r('底')}</w:p>`,
      '24年底',
      '2024年底',
    ],
    [
      'around a simple field',
      `<w:p>${r('在')}<w:fldSimple w:instr="DATE">${r('2024年')}</w:fldSimple></w:p>`,
      '24',
      '2024年',
    ],
    [
      'around a content control',
      `<w:p>${r('在')}<w:sdt><w:sdtPr/><w:sdtContent>${r('某市')}</w:sdtContent></w:sdt></w:p>`,
      '某',
      '某市',
    ],
    [
      'around ruby',
      `<w:p><w:r><w:ruby><w:rubyPr/><w:rt>${r('p')}</w:rt><w:rubyBase>${r('拼音')}</w:rubyBase></w:ruby></w:r></w:p>`,
      '音',
      '拼音',
    ],
    ['a formula', `<w:p>${r('共')}<m:oMath><m:r><m:t>3+2</m:t></m:r></m:oMath></w:p>`, '+', '3+2'],
  ])('%s', async (_, body, on, marked = on) => {
    const { words, before, bytes } = await comment(wordFile({ body }), on);
    expect(words).toEqual([marked]);
    expect(restored(bytes)).toBe(before);
  });

  it('of a text box stand on what holds the box', async () => {
    const box = `<w:r><w:pict><x xmlns="urn:x"><w:txbxContent>${p('框中')}</w:txbxContent></x></w:pict></w:r>`;
    const { words, after } = await comment(
      wordFile({ body: `<w:p>${r('前')}${box}${r('后')}</w:p>` }),
      '框中',
    );
    expect(words).toEqual(['框中']);
    expect(after).toMatch(/<w:commentRangeStart w:id="0"\/><w:r><w:pict>/);
  });

  it('on the document as a whole stand on the title', async () => {
    expect((await comment(wordFile({ body: p('标题') + p('正文') }), [0, 0])).words).toEqual(['标题']);
  });

  it('that overlap are kept apart', async () => {
    const { words } = await comment(
      wordFile({ body: p('学习不够深入') }),
      '学习不够',
      '不够深入',
      '不够',
      '学习',
    );
    expect(words).toEqual(['学习不够', '不够深入', '不够', '学习']);
  });

  it('keep the white space where they cut', async () => {
    const body = '<w:p><w:r><w:t>one two</w:t></w:r></w:p>';
    const { after, bytes, before } = await comment(wordFile({ body }), 'two');
    expect(after).toContain('<w:t xml:space="preserve">one </w:t>');
    expect(restored(bytes)).toBe(before);
  });
});

describe('the rest of the file', () => {
  it('stays as it is, byte for byte', async () => {
    const source = wordFile({ body: p('学习不够'), styles: '<w:style w:styleId="a"/>' });
    const { bytes } = await comment(source, '不够');
    const [before, after] = [openPackage(source, file).zip, openPackage(bytes, file).zip];
    for (const name of ['_rels/.rels', 'word/styles.xml']) {
      const [a, b] = [before, after].map(({ bytes: all, entries }) => {
        const entry = entries.get(name);
        return entry && Buffer.from(all.subarray(entry.at, entry.dataAt + entry.packedSize)).toString('hex');
      });
      expect(a).toBe(b);
    }
    expect([...after.entries.keys()].filter((name) => !before.entries.has(name))).toEqual([
      'word/comments.xml',
    ]);
  });

  it('keeps the comments of others, and replaces ours on a second run', async () => {
    const theirs = '<w:comment w:id="7" w:author="王某"><w:p><w:r><w:t>好</w:t></w:r></w:p></w:comment>';
    const body = `<w:p><w:commentRangeStart w:id="7"/>${r('学习不够')}<w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r></w:p>`;
    const source = wordFile({ body, comments: theirs });
    const once = await comment(source, '不够', '学习');
    const twice = await comment(once.bytes, '不够', '学习');
    expect(Buffer.compare(Buffer.from(once.bytes), Buffer.from(twice.bytes))).toBe(0);
    const other = await comment(twice.bytes, '习不');
    const comments = openPackage(other.bytes, file).related('comments')?.xml ?? '';
    expect(comments).toContain(theirs);
    expect(comments.match(/<w:comment /g)).toHaveLength(2);
    expect(comments).toContain('第0条 &lt;&amp;&gt;');
    expect(other.words).toEqual(['学习不够', '习不']);
  });

  it('is refused when it was changed in between', () => {
    const options = { file, revisions: 'accepted', text: '别的', title: { start: 0, end: 1 } } as const;
    expect(() => commentDocx(wordFile({ body: p('甲') }), [], options)).toThrow('被改动了');
  });

  it('without the part that lists its parts is damaged', async () => {
    const { '[Content_Types].xml': _, ...parts } = partsOf({ body: p('甲乙') });
    const { zipOf } = await import('../zip-of.js');
    await expect(comment(zipOf(parts), '甲')).rejects.toThrow('Content_Types');
  });
});

describe('whatever the document is made of', () => {
  const words = fc
    .array(fc.constantFrom('学', '习', ' ', '&amp;', '&#x1F600;', '😀', '。', 'a', '&lt;'), {
      minLength: 1,
      maxLength: 5,
    })
    .map((parts) => parts.join(''));
  const mark = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
  const inline = fc.oneof(
    {
      weight: 5,
      arbitrary: words.map(
        (text) => `<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`,
      ),
    },
    words.map((text) => `<w:r><w:t>${text}</w:t><w:tab/><w:t>${text}</w:t></w:r>`),
    words.map((text) => `<w:hyperlink>${r(text)}</w:hyperlink>`),
    words.map((text) => `<w:ins w:id="90" w:author="x">${r(text)}</w:ins>`),
    words.map((text) => `<w:del w:id="91" w:author="x"><w:r><w:delText>${text}</w:delText></w:r></w:del>`),
    words.map(
      (text) =>
        `${mark('begin')}<w:r><w:instrText>X</w:instrText></w:r>${mark('separate')}${r(text)}${mark('end')}`,
    ),
    words.map((text) => `<w:sdt><w:sdtPr/><w:sdtContent>${r(text)}</w:sdtContent></w:sdt>`),
    words.map((text) => `<w:r><w:t>${text}<![CDATA[<]]></w:t></w:r>`),
    fc.constant('<w:bookmarkStart w:id="92" w:name="x"/><w:proofErr w:type="spellStart"/>'),
  );
  const paragraph = fc.array(inline, { maxLength: 4 }).map((parts) => `<w:p>${parts.join('')}</w:p>`);
  const table = fc
    .array(paragraph, { minLength: 2, maxLength: 3 })
    .map((cells) => `<w:tbl><w:tr>${cells.map((cell) => `<w:tc>${cell}</w:tc>`).join('')}</w:tr></w:tbl>`);
  const body = fc
    .array(fc.oneof({ weight: 3, arbitrary: paragraph }, table), { minLength: 1, maxLength: 4 })
    .map((parts) => parts.join(''));
  const points = fc.array(fc.tuple(fc.nat(200), fc.nat(200)), { minLength: 1, maxLength: 4 });

  it('the words between the marks hold those meant, and taking the marks out restores the document', async () => {
    await fc.assert(
      fc.asyncProperty(body, points, async (content, pairs) => {
        const source = wordFile({ body: content });
        const { text } = await readDocx(source, { file });
        fc.pre(text.trim() !== '');
        const spans = pairs.map(([a, b]): readonly [number, number] => {
          const start = Math.min(a, b) % text.length;
          return [start, Math.min(text.length, start + 1 + (Math.max(a, b) % 6))];
        });
        const outcome = await comment(source, ...spans);
        const plain = (given: string): string => given.replace(/\s/g, '');
        outcome.words.forEach((marked, i) => {
          const [start, end] = spans[i] ?? [0, 0];
          expect(plain(marked)).toContain(
            plain(text.slice(start, end).toWellFormed().replaceAll('\ufffd', '')),
          );
        });
        expect(outcome.words).toHaveLength(spans.length);
        expect(restored(outcome.bytes)).toBe(outcome.before);
        expect((await readDocx(outcome.bytes, { file })).text).toBe(text);
      }),
      { numRuns: 150 },
    );
  });
});
