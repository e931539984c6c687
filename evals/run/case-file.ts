import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { replaceFile } from '../../src/adapter/eval-process/run-folder.ts'
import { caseSchema } from '../case.ts'
import { replySchema } from '../scorer/reply.ts'

const storedCaseSchema = z.object({
  suite: z.string(),
  evalCase: caseSchema,
  reply: replySchema,
  scores: z.record(z.string(), z.number().nullable()),
  elapsedMs: z.number(),
})
/** A case that has been asked and scored, as it is stored. */
export type StoredCase = z.infer<typeof storedCaseSchema>

export function caseFile(folder: string): string {
  return join(folder, 'cases.jsonl')
}

/** What an earlier process has stored; a last line that it did not finish counts for nothing. */
export function storedCases(folder: string): readonly StoredCase[] {
  const file = caseFile(folder)
  if (!existsSync(file)) return []
  const lines = readFileSync(file, 'utf8').split('\n')
  return lines.slice(0, -1).map(readCase)
}

export function readCase(line: unknown): StoredCase {
  return storedCaseSchema.parse(typeof line === 'string' ? JSON.parse(line) : line)
}

export function appendCase(folder: string, one: StoredCase): void {
  appendFileSync(caseFile(folder), `${JSON.stringify(one)}\n`)
}

/** In the order of the suites and of their datasets, whichever was asked first. */
export function writeCases(folder: string, cases: readonly StoredCase[]): void {
  replaceFile(caseFile(folder), cases.map((one) => `${JSON.stringify(one)}\n`).join(''))
}
