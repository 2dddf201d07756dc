/** Objects of a PDF by their number: a dictionary, or a dictionary and the stream behind it. */
export type PdfObjects = Readonly<Record<number, string | readonly [string, Uint8Array | string]>>;

/** Builds a PDF by hand; object 1 is the catalogue. */
export function pdfOf(objects: PdfObjects, trailer = ''): Buffer {
  const pieces: Buffer[] = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
  const offsets = new Map<number, number>();
  let at = pieces[0]?.length ?? 0;
  const put = (bytes: Buffer): void => {
    pieces.push(bytes);
    at += bytes.length;
  };
  for (const [number, object] of Object.entries(objects)) {
    offsets.set(Number(number), at);
    const [dictionary, stream] = typeof object === 'string' ? [object, null] : object;
    if (stream === null) put(Buffer.from(`${number} 0 obj\n${dictionary}\nendobj\n`, 'latin1'));
    else {
      const data = Buffer.from(stream);
      put(
        Buffer.from(
          `${number} 0 obj\n${dictionary.replace(/>>$/, `/Length ${data.length}>>`)}\nstream\n`,
          'latin1',
        ),
      );
      put(data);
      put(Buffer.from('\nendstream\nendobj\n'));
    }
  }
  const start = at;
  const size = Math.max(...offsets.keys()) + 1;
  const rows = Array.from({ length: size - 1 }, (_, i) => {
    const offset = offsets.get(i + 1);
    return offset === undefined ? '0000000000 00000 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  put(
    Buffer.from(
      `xref\n0 ${size}\n0000000000 65535 f \n${rows.join('')}trailer\n<</Size ${size}/Root 1 0 R${trailer}>>\nstartxref\n${start}\n%%EOF\n`,
      'latin1',
    ),
  );
  return Buffer.concat(pieces);
}

const FONT = {
  5: '<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[6 0 R]>>',
  6: '<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/DW 1000/FontDescriptor 7 0 R>>',
  7: '<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>',
};

/** One page with what a content stream draws, in a Chinese font that is not in the file. */
export const onePage = (
  content: readonly [string, Uint8Array | string],
  more: PdfObjects = {},
): PdfObjects => ({
  1: '<</Type/Catalog/Pages 2 0 R>>',
  2: '<</Type/Pages/Kids[3 0 R]/Count 1>>',
  3: '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>/XObject<</X1 8 0 R>>>>>>',
  4: content,
  ...FONT,
  ...more,
});

/** Draws lines from the top of the page. */
export const drawn = (...lines: readonly string[]): string =>
  lines
    .map((words, i) => {
      const hex = Buffer.from(words, 'utf16le').swap16().toString('hex');
      return `BT /F1 16 Tf 72 ${760 - i * 28} Td <${hex}> Tj ET`;
    })
    .join('\n');
