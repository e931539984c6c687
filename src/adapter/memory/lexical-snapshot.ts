import { z } from 'zod'
import { type DocumentId, documentIdSchema, type PassageId, passageIdSchema } from '../../corpus/index.ts'
import { InvalidSnapshotError, packSnapshot, unpackSnapshot } from '../../retrieval/index.ts'
import { LEGS, type Leg } from '../../text/index.ts'
import type { LegState } from './lexical-leg.ts'
import type { Frequencies, Postings } from './postings.ts'
import { TermTable } from './term-table.ts'

/** Version 1 of the layout; another layout gets another name and old snapshots are built again. */
const KIND = 'lexical-1'
const BLOCKS_PER_LEG = 6

/** All that a sealed lexical index holds; a passage's place in `passages` is its ordinal. */
export interface LexicalState {
  readonly passages: readonly (readonly [PassageId, DocumentId])[]
  readonly legs: Readonly<Record<Leg, LegState>>
}

const passagesSchema = z.array(z.tuple([passageIdSchema, documentIdSchema]))
type LegBlocks = [Uint8Array, Uint8Array, Uint8Array, Uint8Array, Uint8Array, Uint8Array]

const termsSchema = z.array(z.string())

export function packLexicalState(state: LexicalState): Uint8Array {
  const legBlocks = LEGS.flatMap((leg) => {
    const { terms, postings, lengths } = state.legs[leg]
    const arrays = [postings.offsets, postings.passages, postings.frequencies, lengths]
    return [jsonBytes(terms.longTerms), bytesOf(terms.keys), ...arrays.map(bytesOf)]
  })
  const widths = LEGS.map((leg) => state.legs[leg].postings.frequencies.BYTES_PER_ELEMENT)
  return packSnapshot(KIND, { facts: { widths }, blocks: [jsonBytes(state.passages), ...legBlocks] })
}

/** @throws InvalidSnapshotError */
export function unpackLexicalState(bytes: Uint8Array): LexicalState {
  const { facts, blocks } = unpackSnapshot(KIND, bytes)
  const { widths } = parsed(z.object({ widths: z.tuple([z.int(), z.int(), z.int()]) }), facts)
  ensure(blocks.length === 1 + LEGS.length * BLOCKS_PER_LEG)
  const passages = parsed(passagesSchema, fromJson(blocks[0] as Uint8Array))
  ensure(new Set(passages.map(([id]) => id)).size === passages.length)
  const [character, bigram, word] = LEGS.map((_, i) => {
    const start = 1 + i * BLOCKS_PER_LEG
    return unpackLeg(blocks.slice(start, start + BLOCKS_PER_LEG), widths[i] as number, passages.length)
  }) as [LegState, LegState, LegState]
  return { passages, legs: { character, bigram, word } }
}

function unpackLeg(blocks: readonly Uint8Array[], width: number, passageCount: number): LegState {
  const [words, keys, offsets, passages, frequencies, lengths] = blocks as LegBlocks
  const longTerms = parsed(termsSchema, fromJson(words))
  const leg: LegState = {
    terms: termTable(numbers(keys), longTerms),
    postings: {
      offsets: numbers(offsets),
      passages: numbers(passages),
      frequencies: frequenciesOf(frequencies, width),
    },
    lengths: numbers(lengths),
  }
  ensure(leg.lengths.length === passageCount)
  checkPostings(leg.postings, leg.terms.size, passageCount)
  return leg
}

function termTable(keys: Uint32Array, longTerms: readonly string[]): TermTable {
  const shortKeys = keys.filter((key) => key !== 0)
  ensure(shortKeys.length + longTerms.length === keys.length)
  shortKeys.sort()
  ensure(shortKeys.every((key, i) => i === 0 || key !== shortKeys[i - 1]))
  ensure(new Set(longTerms).size === longTerms.length)
  return new TermTable(keys, longTerms)
}

/** Every place the search will read must lie inside its array. */
function checkPostings(
  { offsets, passages, frequencies }: Postings,
  terms: number,
  passageCount: number,
): void {
  ensure(offsets.length === terms + 1 && offsets[0] === 0 && offsets[terms] === passages.length)
  ensure(frequencies.length === passages.length)
  for (let row = 0; row < terms; row++) {
    ensure((offsets[row] as number) <= (offsets[row + 1] as number))
  }
  for (let i = 0; i < passages.length; i++) ensure((passages[i] as number) < passageCount)
}

function ensure(isTrue: boolean): void {
  if (!isTrue) throw new InvalidSnapshotError('检索索引快照的内容前后不符。')
}

function parsed<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value)
  if (!result.success) throw new InvalidSnapshotError('检索索引快照的内容无法读取。', { cause: result.error })
  return result.data
}

function jsonBytes(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value))
}

function fromJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch (cause) {
    throw new InvalidSnapshotError('检索索引快照的内容无法读取。', { cause })
  }
}

function bytesOf(values: Frequencies): Uint8Array {
  return new Uint8Array(values.buffer, values.byteOffset, values.byteLength)
}

function numbers(bytes: Uint8Array): Uint32Array {
  ensure(bytes.byteLength % Uint32Array.BYTES_PER_ELEMENT === 0)
  return new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / Uint32Array.BYTES_PER_ELEMENT)
}

function frequenciesOf(bytes: Uint8Array, width: number): Frequencies {
  ensure(bytes.byteLength % width === 0)
  const count = bytes.byteLength / width
  if (width === 1) return new Uint8Array(bytes.buffer, bytes.byteOffset, count)
  if (width === 2) return new Uint16Array(bytes.buffer, bytes.byteOffset, count)
  ensure(width === 4)
  return new Uint32Array(bytes.buffer, bytes.byteOffset, count)
}
