import { DOC_TABLES, type DocStreams, docTable } from './doc-text.ts'

/** Codes of properties (MS-DOC 2.6). */
export const PROPERTY = {
  deleted: 0x0800,
  inserted: 0x0801,
  hidden: 0x083c,
  listLevel: 0x260a,
  list: 0x460b,
  inTable: 0x2416,
  rowEnd: 0x2417,
  tableDepth: 0x6649,
  rowLayout: 0xd608,
} as const

/** Values of properties by their code, each at its place in the file. */
export type Properties = ReadonlyMap<number, DataView>

/** What is set for the characters at these places of the main stream. */
export interface PropertyRun {
  readonly start: number
  readonly end: number
  readonly style: number
  readonly properties: Properties
}

const PAGE = 512
const NO_STYLE = 0xfff
const LONGEST_CHAIN = 20
/** Bytes of a value by the three highest bits of its code; six is a length of its own. */
const VALUE_LENGTHS = [1, 1, 2, 4, 2, 2, 0, 3]

export function characterRuns(streams: DocStreams): readonly PropertyRun[] {
  return runsOf(streams, DOC_TABLES.characters, 1, (page, at) => ({
    style: NO_STYLE,
    properties: propertiesOf(page, at + 1, page.getUint8(at)),
  }))
}

export function paragraphRuns(streams: DocStreams): readonly PropertyRun[] {
  return runsOf(streams, DOC_TABLES.paragraphs, 13, (page, at) => {
    const words = page.getUint8(at)
    const [start, length] = words === 0 ? [at + 2, page.getUint8(at + 1) * 2] : [at + 1, words * 2 - 1]
    if (length < 2) return { style: 0, properties: new Map() }
    return { style: page.getUint16(start, true), properties: propertiesOf(page, start + 2, length - 2) }
  })
}

/** Runs lie on pages: their places, then for each where on the page its properties are (in words). */
function runsOf(
  streams: DocStreams,
  place: number,
  step: number,
  read: (page: DataView, at: number) => Pick<PropertyRun, 'style' | 'properties'>,
): readonly PropertyRun[] {
  const table = docTable(streams, place)
  if (table === undefined) return []
  const count = Math.floor((table.byteLength - 4) / 8)
  const { main } = streams
  return Array.from({ length: count }, (_, at) => table.getUint32((count + 1) * 4 + at * 4, true) & 0x3fffff)
    .map((number) => new DataView(main.buffer, main.byteOffset + number * PAGE, PAGE))
    .flatMap((page) => {
      const runs = page.getUint8(PAGE - 1)
      return Array.from({ length: runs }, (_, at) => {
        const where = page.getUint8((runs + 1) * 4 + at * step) * 2
        const own = where === 0 ? { style: 0, properties: new Map() } : read(page, where)
        return { start: page.getUint32(at * 4, true), end: page.getUint32(at * 4 + 4, true), ...own }
      })
    })
    .sort((a, b) => a.start - b.start)
}

function propertiesOf(view: DataView, start: number, length: number): Properties {
  const found = new Map<number, DataView>()
  const end = start + length
  for (let at = start; at + 3 <= end; ) {
    const code = view.getUint16(at, true)
    const kind = code >> 13
    // The layout of a row is the one value whose length takes two bytes and counts one too many.
    const [head, size] =
      code === PROPERTY.rowLayout
        ? [2, view.getUint16(at + 2, true) - 1]
        : kind === 6
          ? [1, view.getUint8(at + 2)]
          : [0, VALUE_LENGTHS[kind] ?? 1]
    const value = at + 2 + head
    if (size < 0 || value + size > end) break
    found.set(code, new DataView(view.buffer, view.byteOffset + value, size))
    at = value + size
  }
  return found
}

/** What each style sets for its paragraphs, what it takes over from its base included. */
export function styleProperties(streams: DocStreams): (style: number) => Properties {
  const sheet = docTable(streams, DOC_TABLES.styles)
  const styles = sheet === undefined ? [] : stylesOf(sheet)
  return (style) => {
    const merged = new Map<number, DataView>()
    for (let at = style, hops = 0; at !== NO_STYLE && hops < LONGEST_CHAIN; hops++) {
      const found = styles[at]
      if (found === undefined) break
      for (const [code, value] of found.properties) if (!merged.has(code)) merged.set(code, value)
      at = found.base
    }
    return merged
  }
}

interface Style {
  readonly base: number
  readonly properties: Properties
}

function stylesOf(sheet: DataView): readonly (Style | undefined)[] {
  const styles: (Style | undefined)[] = []
  const headLength = sheet.getUint16(4, true)
  for (let at = 2 + sheet.getUint16(0, true); at + 2 <= sheet.byteLength; ) {
    const length = sheet.getUint16(at, true)
    styles.push(length === 0 ? undefined : styleAt(sheet, at + 2, headLength))
    at += 2 + length
  }
  return styles
}

/** A paragraph style's own properties follow its name. */
function styleAt(sheet: DataView, start: number, headLength: number): Style {
  const kinds = sheet.getUint16(start + 2, true)
  const name = start + headLength
  const own = name + 4 + sheet.getUint16(name, true) * 2
  const isParagraph = (kinds & 0xf) === 1
  return {
    base: kinds >> 4,
    properties: isParagraph ? propertiesOf(sheet, own + 4, sheet.getUint16(own, true) - 2) : new Map(),
  }
}
