import { readCases } from '../../evals/case.ts'
import { QUESTION_SUITES } from '../../evals/suite.ts'
import type { Desk } from '../../src/answer/index.ts'
import { deskOver } from '../desk.ts'

/** Plans, and questions asked about them. */
export interface Suite {
  readonly desk: Desk
  readonly questions: readonly string[]
}

/** The sample plans and the plans written for the tests, with the questions of their evals. */
export function readSuites(): Promise<readonly Suite[]> {
  return Promise.all(
    QUESTION_SUITES.map(async ({ dataset, files }) => ({
      desk: await deskOver(
        Object.fromEntries(files.map(({ file, bytes }) => [file, new TextDecoder().decode(bytes)])),
      ),
      questions: readCases(dataset).map(({ question }) => question),
    })),
  )
}
