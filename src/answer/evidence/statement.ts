import type { Passage, Range } from '../../corpus/index.ts'
import { passageSentences, Recent } from '../../retrieval/index.ts'
import { clausesIn, trimMarks } from '../../text/index.ts'
import { deadlineBeyond } from './clause-date.ts'
import { isProse, type Surroundings } from './layers.ts'

/** One sentence of a passage with its clauses. */
export interface Statement {
  readonly sentence: Range
  readonly clauses: readonly Range[]
  /** The deadline that an earlier statement of the same row gives for this one too; null when none does. */
  readonly governing: Range | null
}

const known = new Recent<Passage, readonly Statement[]>(4000)

/** Sentences of a passage with their clauses; its heading, without the number, is the first of them. Split once. */
export function statementsOf(around: Surroundings): readonly Statement[] {
  return known.get(around.passage, () => {
    let governing: Range | null = null
    return sentencesOf(around).map((sentence) => {
      const statement = { sentence, clauses: clausesOf(around, sentence), governing }
      governing = deadlineBeyond(around.indexed.view, sentence, statement.clauses, governing)
      return statement
    })
  })
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

function clausesOf({ indexed }: Surroundings, sentence: Range): readonly Range[] {
  return isProse(indexed) ? [sentence] : withAntecedents(indexed.view, clausesIn(indexed.view, sentence))
}

/** A clause that begins with 其中 says nothing without the one before it. */
function withAntecedents(view: string, clauses: readonly Range[]): readonly Range[] {
  return clauses.map((clause, at) => {
    const before = clauses[at - 1]
    const isPart = before !== undefined && view.startsWith('其中', clause.start)
    return isPart ? { start: before.start, end: clause.end } : clause
  })
}
