import type { Passage, Range } from '../corpus/index.ts'
import { passageSentences, Recent } from '../retrieval/index.ts'
import { clausesIn, trimMarks } from '../text/index.ts'
import { isProse, type Surroundings } from './layers.ts'

/** One sentence of a passage with its clauses. */
export interface Statement {
  readonly sentence: Range
  readonly clauses: readonly Range[]
}

const known = new Recent<Passage, readonly Statement[]>(4000)

/** Sentences of a passage with their clauses; its heading, without the number, is the first of them. Split once. */
export function statementsOf(around: Surroundings): readonly Statement[] {
  return known.get(around.passage, () => sentencesOf(around).map((sentence) => statementOf(around, sentence)))
}

function sentencesOf({ indexed, passage, heading }: Surroundings): readonly Range[] {
  const sentences = passageSentences(indexed.view, passage)
  if (heading === null || heading.end <= passage.start) return sentences
  const body = sentences
    .filter((sentence) => sentence.end > heading.end)
    .map((sentence) => ({ start: bodyStart(indexed.view, sentence, heading), end: sentence.end }))
  return [heading, ...body.filter((sentence) => hasWords(indexed.view, sentence))]
}

/** A colon between a heading and its text belongs to neither. */
function bodyStart(view: string, sentence: Range, heading: Range): number {
  if (sentence.start >= heading.end) return sentence.start
  return heading.end + (/^[\s:：]+/u.exec(view.slice(heading.end, sentence.end))?.[0].length ?? 0)
}

function hasWords(view: string, sentence: Range): boolean {
  const trimmed = trimMarks(view, sentence)
  return trimmed.end > trimmed.start
}

function statementOf({ indexed }: Surroundings, sentence: Range): Statement {
  if (isProse(indexed)) return { sentence, clauses: [sentence] }
  return { sentence, clauses: withAntecedents(indexed.view, clausesIn(indexed.view, sentence)) }
}

/** A clause that begins with 其中 says nothing without the one before it. */
function withAntecedents(view: string, clauses: readonly Range[]): readonly Range[] {
  return clauses.map((clause, at) => {
    const before = clauses[at - 1]
    const isPart = before !== undefined && view.startsWith('其中', clause.start)
    return isPart ? { start: before.start, end: clause.end } : clause
  })
}
