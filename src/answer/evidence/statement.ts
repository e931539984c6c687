import type { Passage, Range } from '../../corpus/index.ts'
import { passageSentences, Recent } from '../../retrieval/index.ts'
import { clausesIn, trimMarks } from '../../text/index.ts'
import {
  deadlineAbove,
  deadlineBeyond,
  endsRow,
  type Opening,
  openingBeyond,
  withoutItemNumber,
} from './clause-date.ts'
import { isProse, type Surroundings } from './layers.ts'

/** One sentence of a passage with its clauses. */
export interface Statement {
  readonly sentence: Range
  readonly clauses: readonly Range[]
  /** The deadline that an earlier statement of the same row gives for this one too; null when none does. */
  readonly governing: Range | null
  /** The date that opens an earlier statement and holds for this one too. */
  readonly opened: Opening | null
  /** The clauses of earlier statements of the same row. */
  readonly row: readonly Range[]
}

const known = new Recent<Passage, readonly Statement[]>(4000)

/** Sentences of a passage with their clauses; its heading, without the number, is the first of them. Split once. */
export function statementsOf(around: Surroundings): readonly Statement[] {
  return known.get(around.passage, () => {
    const { document, view } = around.indexed
    const isOfYears = document.metadata.kind?.value === 'multi_year_plan'
    const isGoing = (sentence: Range) => isOfYears || endsRow(view, sentence)
    let governing =
      isOfYears && around.section !== null ? deadlineAbove(view, around.section, around.passage) : null
    let opened: Opening | null = null
    let row: readonly Range[] = []
    return sentencesOf(around).map((sentence) => {
      const statement = { sentence, clauses: clausesOf(around, sentence), governing, opened, row }
      governing = isGoing(sentence) ? deadlineBeyond(view, sentence, statement.clauses, governing) : null
      row = endsRow(view, sentence) ? [...row, ...statement.clauses] : []
      opened = openingBeyond(view, sentence, statement.clauses, opened)
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
  if (isProse(indexed)) return [sentence]
  const [first, ...others] = clausesIn(indexed.view, sentence)
  const bare =
    first === undefined
      ? []
      : [withoutItemNumber(indexed.view, first)].filter(({ start, end }) => start < end)
  return withAntecedents(indexed.view, [...bare, ...others])
}

/** A clause that begins with 其中 says nothing without the one before it. */
function withAntecedents(view: string, clauses: readonly Range[]): readonly Range[] {
  return clauses.map((clause, at) => {
    const before = clauses[at - 1]
    const isPart = before !== undefined && view.startsWith('其中', clause.start)
    return isPart ? { start: before.start, end: clause.end } : clause
  })
}
