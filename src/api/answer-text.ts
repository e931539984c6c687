import type { Answer, Answered, Interpretation } from '../answer/index.ts'
import type { AnswerJson } from './schema.ts'

/** Everything the reader is told in front of the sentences: how the question was taken, and the lead. */
export function headOf({ notes }: Pick<Interpretation, 'notes'>, lead: string | null): string | null {
  const said = [...notes, ...(lead === null ? [] : [lead])]
  return said.length === 0 ? null : said.join('')
}

/** The whole answer as plain text. @param head what stands in front of the sentences */
export function textOf(answer: Answer, head: string | null): string {
  const front = head === null ? [] : [head]
  if (answer.kind === 'refused') return [...front, answer.message].join('\n')
  const lines = answer.sentences.map(({ text }) => text)
  const note = answer.comparison?.note ?? null
  return [...front, ...lines, ...(note === null ? [] : [note]), ...missingLines(answer.missing)].join('\n')
}

/** Sides of which the same is to be said stand in one line. */
function missingLines(missing: Answered['missing']): readonly string[] {
  const byNote = Map.groupBy(missing, ({ note }) => note)
  return [...byNote.entries()].map(([note, sides]) => {
    const names = sides.map(({ region, year }) => `${region ?? ''}${year === null ? '' : `${year}年`}`)
    return names.every((name) => name === '') ? `${note}。` : `${names.join('、')}：${note}。`
  })
}

/** A comparison whose cells point at the answer's sentences. */
export function comparisonJson(answer: Answer): AnswerJson['comparison'] {
  if (answer.kind === 'refused' || answer.comparison === null) return null
  const { regions, years, cells, note } = answer.comparison
  return {
    regions: [...regions],
    years: [...years],
    cells: cells.map((cell) => ({
      ...cell,
      sentences: cell.sentences
        .map((sentence) => answer.sentences.indexOf(sentence))
        .filter((index) => index >= 0),
    })),
    note,
  }
}
