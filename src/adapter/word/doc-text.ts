/** Places in the information block of a Word 97 file (MS-DOC 2.5). */
const TABLE_FLAG = 0x0200
const FLAGS = 0x0a
const FIRST_LENGTH = 0x4c
const PAIRS = 0x9a
const LONGEST_TEXT = 20_000_000

/** A table of the file, by the place of its pair (offset, length) in the information block. */
export const DOC_TABLES = {
  styles: 1,
  characters: 12,
  paragraphs: 13,
  pieces: 33,
  lists: 73,
  listUses: 74,
} as const

/** The two streams of a Word 97 file. */
export interface DocStreams {
  readonly main: DataView
  readonly table: DataView
}

/** A stretch of the text that lies in one piece in the file. */
interface Piece {
  readonly start: number
  readonly end: number
  readonly offset: number
  readonly width: 1 | 2
}

/** All text of a file in one row, its parts one after another. */
export interface DocText {
  readonly characters: string
  /** Lengths of the parts: body, footnotes, headers, unused, comments, endnotes, text boxes. */
  readonly lengths: readonly number[]
  /** Where in the main stream a character lies. */
  offsetOf(position: number): number
  /** The characters whose place in the main stream lies in a range. */
  within(start: number, end: number): readonly { readonly start: number; readonly end: number }[]
}

export function docStreams(stream: (name: string) => Uint8Array | undefined): DocStreams | undefined {
  const main = stream('WordDocument')
  if (main === undefined || main.length < 0x400) return undefined
  const view = viewOf(main)
  const table = stream((view.getUint16(FLAGS, true) & TABLE_FLAG) !== 0 ? '1Table' : '0Table')
  return table === undefined ? undefined : { main: view, table: viewOf(table) }
}

/** @returns undefined where the file has no such table */
export function docTable({ main, table }: DocStreams, place: number, beyond = 0): DataView | undefined {
  const start = main.getUint32(PAIRS + place * 8, true)
  const length = main.getUint32(PAIRS + place * 8 + 4, true)
  if (length === 0) return undefined
  if (start + length > table.byteLength) throw new RangeError('a table lies outside of its stream')
  const whole = Math.min(length + beyond, table.byteLength - start)
  return new DataView(table.buffer, table.byteOffset + start, whole)
}

/** @throws RangeError for a file whose tables contradict each other */
export function docText(streams: DocStreams): DocText {
  const { main } = streams
  const pieces = piecesOf(docTable(streams, DOC_TABLES.pieces))
  const wide = new TextDecoder('utf-16le', { ignoreBOM: true })
  const narrow = new TextDecoder('windows-1252')
  const characters = pieces.map(({ start, end, offset, width }) => {
    const bytes = new Uint8Array(main.buffer, main.byteOffset + offset, (end - start) * width)
    return (width === 2 ? wide : narrow).decode(bytes)
  })
  return {
    characters: characters.join(''),
    lengths: Array.from({ length: 7 }, (_, at) => main.getUint32(FIRST_LENGTH + at * 4, true)),
    offsetOf: (position) => {
      const piece = pieces.find(({ end }) => position < end)
      return piece === undefined ? -1 : piece.offset + (position - piece.start) * piece.width
    },
    within: (start, end) =>
      pieces.flatMap((piece) => {
        const from = piece.start + Math.max(0, Math.ceil((start - piece.offset) / piece.width))
        const to = Math.min(piece.end, piece.start + Math.ceil((end - piece.offset) / piece.width))
        return from < to ? [{ start: from, end: to }] : []
      }),
  }
}

/** The table follows blocks of properties that belong to quick saves. */
function piecesOf(table: DataView | undefined): readonly Piece[] {
  if (table === undefined) throw new RangeError('no table of pieces')
  let at = 0
  while (table.getUint8(at) === 1) at += 3 + table.getUint16(at + 1, true)
  const count = (table.getUint32(at + 1, true) - 4) / 12
  const positions = at + 5
  const pieces: Piece[] = []
  for (let index = 0; index < count; index++) {
    const start = table.getUint32(positions + index * 4, true)
    const end = table.getUint32(positions + index * 4 + 4, true)
    const place = table.getUint32(positions + (count + 1) * 4 + index * 8 + 2, true)
    if (start !== (pieces.at(-1)?.end ?? 0) || end < start || end > LONGEST_TEXT)
      throw new RangeError('pieces do not follow each other')
    const isNarrow = (place & 0x40000000) !== 0
    const offset = place & 0x3fffffff
    pieces.push({ start, end, offset: isNarrow ? offset / 2 : offset, width: isNarrow ? 1 : 2 })
  }
  return pieces
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
