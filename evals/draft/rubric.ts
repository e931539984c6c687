import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type EvalCase, type RubricLine, rubricLineSchema } from '../case.ts'

/**
 * The lines of every `*.rubric.jsonl` of a folder as cases, and for each body one of the draft as a whole.
 * @param bodies those that are wanted; all of them when absent
 */
export function draftCases(folder: string, bodies?: readonly string[]): readonly EvalCase[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.rubric.jsonl'))
    .filter((name) => bodies?.includes(name.replace('.rubric.jsonl', '')) ?? true)
    .sort()
    .flatMap((name) => {
      const body = name.replace('.rubric.jsonl', '')
      const lines = linesIn(readFileSync(join(folder, name), 'utf8'))
      const checks = lines.map((line, at) =>
        caseOf(`${body}-${String(at + 1).padStart(3, '0')}`, line.kind, line),
      )
      const [first] = lines
      return first === undefined
        ? []
        : [caseOf(`${body}-whole`, 'whole', { ...first, what: '整份提纲' }), ...checks]
    })
}

function linesIn(file: string): readonly RubricLine[] {
  return file
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => rubricLineSchema.parse(JSON.parse(line)))
}

function caseOf(id: string, suite: string, line: RubricLine): EvalCase {
  const question = `${line.region}${line.year}年：${line.what}`
  const expect: EvalCase['expect'] = { kind: 'answered', nuggets: [], must_not: [], evidence: [], hits: [] }
  return { id, suite, question, history: [], expect, draft: line, note: line.note }
}
