import { DOC_TABLES, type DocStreams, docTable } from './doc-text.ts'
import type { List, ListLevel } from './numbering.ts'

/** Formats of numbers by their code (MS-OSHARED 2.2.1.3), in the names of docx. */
const FORMATS =
  'decimal upperRoman lowerRoman upperLetter lowerLetter ordinal cardinalText ordinalText hex chicago ideographDigital japaneseCounting aiueo iroha decimalFullWidth decimalHalfWidth japaneseLegal japaneseDigitalTenThousand decimalEnclosedCircle decimalFullWidth2 aiueoFullWidth irohaFullWidth decimalZero bullet ganada chosung decimalEnclosedFullstop decimalEnclosedParen decimalEnclosedCircleChinese ideographEnclosedCircle ideographTraditional ideographZodiac ideographZodiacTraditional taiwaneseCounting ideographLegalTraditional taiwaneseCountingThousand taiwaneseDigital chineseCounting chineseLegalSimplified chineseCountingThousand'.split(
    ' ',
  )
const NO_NUMBER = 255
const SUFFIXES = ['tab', 'space', 'nothing']
const DEFINITION_LENGTH = 28
const LEVEL_LENGTH = 28
const USE_LENGTH = 16

/** The lists of a file by the number (from 1) under which its paragraphs use them. */
export function docLists(streams: DocStreams): ReadonlyMap<number, List> {
  const definitions = docTable(streams, DOC_TABLES.lists, streams.table.byteLength)
  const uses = docTable(streams, DOC_TABLES.listUses)
  return definitions === undefined || uses === undefined
    ? new Map()
    : usesOf(uses, definitionsOf(definitions))
}

/** Levels stand behind the table that the information block delimits. */
function definitionsOf(table: DataView): ReadonlyMap<number, List> {
  const count = table.getUint16(0, true)
  const lists = new Map<number, List>()
  let at = 2 + count * DEFINITION_LENGTH
  for (let index = 0; index < count; index++) {
    const start = 2 + index * DEFINITION_LENGTH
    const id = table.getInt32(start, true)
    const levelCount = (table.getUint8(start + 26) & 1) === 1 ? 1 : 9
    const levels = new Map<number, ListLevel>()
    for (let level = 0; level < levelCount; level++) {
      const read = levelAt(table, at)
      levels.set(level, read.level)
      at = read.end
    }
    lists.set(id, { abstractId: String(id), levels, startOverrides: new Map() })
  }
  return lists
}

function usesOf(table: DataView, definitions: ReadonlyMap<number, List>): ReadonlyMap<number, List> {
  const count = table.getUint32(0, true)
  const lists = new Map<number, List>()
  let at = 4 + count * USE_LENGTH
  for (let index = 0; index < count; index++) {
    const start = 4 + index * USE_LENGTH
    const base = definitions.get(table.getInt32(start, true))
    const overrideCount = table.getUint8(start + 12)
    const levels = new Map(base?.levels)
    const startOverrides = new Map<number, number>()
    at += 4
    for (let override = 0; override < overrideCount; override++) {
      const flags = table.getUint32(at + 4, true)
      if ((flags & 0x10) !== 0) startOverrides.set(flags & 0xf, table.getInt32(at, true))
      at += 8
      if ((flags & 0x20) === 0) continue
      const read = levelAt(table, at)
      levels.set(flags & 0xf, read.level)
      at = read.end
    }
    if (base !== undefined) lists.set(index + 1, { ...base, levels, startOverrides })
  }
  return lists
}

function levelAt(table: DataView, at: number): { readonly level: ListLevel; readonly end: number } {
  const format = table.getUint8(at + 4)
  const flags = table.getUint8(at + 5)
  const text = at + LEVEL_LENGTH + table.getUint8(at + 24) + table.getUint8(at + 25)
  const length = table.getUint16(text, true)
  const units = Array.from({ length }, (_, unit) => table.getUint16(text + 2 + unit * 2, true))
  return {
    level: {
      start: table.getInt32(at, true),
      format: format === NO_NUMBER ? 'none' : (FORMATS[format] ?? 'decimal'),
      // A counter's place is the number of its level as a character.
      text: units.map((unit) => (unit < 9 ? `%${unit + 1}` : String.fromCharCode(unit))).join(''),
      suffix: SUFFIXES[table.getUint8(at + 15)] ?? 'tab',
      restartAfter: (flags & 8) === 0 ? undefined : table.getUint8(at + 26),
      isLegal: (flags & 4) !== 0,
      styleId: undefined,
    },
    end: text + 2 + length * 2,
  }
}
