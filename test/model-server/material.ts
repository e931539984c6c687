import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Desk } from '../../src/answer/index.ts'
import { deskOver } from '../desk.ts'

const ROOT = join(import.meta.dirname, '../..')
const SUITES = [
  { folder: 'seeds', questions: 'seed-questions.jsonl' },
  { folder: 'test/fixture/plan', questions: 'fixture-questions.jsonl' },
] as const

/** Plans, and questions asked about them. */
export interface Suite {
  readonly desk: Desk
  readonly questions: readonly string[]
}

/** The sample plans and the plans written for the tests, with the questions of their evals. */
export function readSuites(): Promise<readonly Suite[]> {
  return Promise.all(
    SUITES.map(async ({ folder, questions }) => ({
      desk: await deskOver(textsIn(folder)),
      questions: readFileSync(join(ROOT, 'evals/datasets', questions), 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => z.object({ question: z.string() }).parse(JSON.parse(line)).question),
    })),
  )
}

function textsIn(folder: string): Readonly<Record<string, string>> {
  const files = readdirSync(join(ROOT, folder)).filter((file) => file.endsWith('.txt'))
  return Object.fromEntries(files.map((file) => [file, readFileSync(join(ROOT, folder, file), 'utf8')]))
}
