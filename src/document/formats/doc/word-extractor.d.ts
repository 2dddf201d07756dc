declare module 'word-extractor' {
  /** What is used of the package; it has no types of its own. */
  export default class WordExtractor {
    extract(source: Buffer): Promise<{ getBody(): string }>;
  }
}
