import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { CorpusFile } from '../evals/corpus-file.ts'
import { administrativeDivisions } from '../src/adapter/division/division.ts'
import type { Document } from '../src/corpus/index.ts'
import { decodeStrictly } from '../src/ingest/encoding/index.ts'
import { readDocument } from '../src/ingest/read-document.ts'
import { createGazetteer } from '../src/text/index.ts'

export const SEED_FOLDER = join(import.meta.dirname, '../seeds')
export const PLAN_FOLDER = join(import.meta.dirname, 'fixture/plan')

export const SEEDS = {
  qingdao2022: 'qingdao-2022-annual-plan.txt',
  qingdao2021: 'qingdao-2021-annual-plan.txt',
  cixi: 'cixi-2022-annual-plan.txt',
  qingdaoAction: 'qingdao-2022-2024-action-plan.txt',
  jizhou: 'jizhou-2022-annual-plan.txt',
} as const

export const divisions = administrativeDivisions()
export const gazetteer = createGazetteer(divisions)

/** Reads a text file as the library does. */
export function readPlan(path: string): Document {
  return readBytes({ file: basename(path), bytes: readFileSync(path) })
}

export function readBytes({ file, bytes }: CorpusFile): Document {
  return readDocument(file, bytes, decodeStrictly(file, bytes), gazetteer)
}

export function readSeed(name: keyof typeof SEEDS): Document {
  return readPlan(join(SEED_FOLDER, SEEDS[name]))
}

/** Reads a text without the library's refusals. */
export function readText(text: string, file = 'text.txt'): Document {
  return readDocument(file, new TextEncoder().encode(text), { text, encoding: 'utf-8' }, gazetteer)
}
