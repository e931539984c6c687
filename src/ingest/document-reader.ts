import type { Exclusion } from '../corpus/index.ts'
import type { PageLayout } from './page-layout.ts'

/** The text of one file as a format's reader gives it; all later reading works on this text alone. */
export interface DecodedText {
  /** Unchanged from here on; every span points into it. */
  readonly text: string
  /** WHATWG name of the character encoding, with `-bom` where a byte order mark said so; else the format's name. */
  readonly encoding: string
  /** What the format itself marks as not being the document, such as a page's navigation or a running header. */
  readonly exclusions?: readonly Exclusion[]
  /** Every page of a format that has pages, with the place of each character. */
  readonly pages?: readonly PageLayout[]
  /** What the reader was not sure of, each a plain Chinese sentence for the person who has the file. */
  readonly doubts?: readonly string[]
}

/** Turns the bytes of one family of formats into text. */
export interface DocumentReader {
  /** Whether these bytes are of this format, by content first and by name only where content cannot tell. */
  accepts(file: string, bytes: Uint8Array): boolean
  /** @throws UnreadableFileError with a reason in plain Chinese */
  read(file: string, bytes: Uint8Array): Promise<DecodedText>
}
