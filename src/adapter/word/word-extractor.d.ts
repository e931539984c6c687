declare module 'word-extractor' {
  interface TextOptions {
    readonly filterUnicode?: boolean
    readonly includeHeadersAndFooters?: boolean
  }
  export interface WordDocument {
    getBody(options?: TextOptions): string
    getFootnotes(options?: TextOptions): string
    getEndnotes(options?: TextOptions): string
    getTextboxes(options?: TextOptions): string
  }
  export default class WordExtractor {
    extract(source: Buffer): Promise<WordDocument>
  }
}
