import type { AnswerJson } from '../api/schema.ts'

type Comparison = NonNullable<AnswerJson['comparison']>
export type ComparedCellJson = Comparison['cells'][number]

/** A comparison as rows of cells; a cell that no side fills is null. */
export interface ComparisonRows {
  /** Names of the columns; a single nameless one when nothing is set side by side over time. */
  readonly columns: readonly string[]
  readonly rows: readonly { readonly name: string; readonly cells: readonly (ComparedCellJson | null)[] }[]
}

/** Places become rows and years columns; without years, or where a side is a document, each side is a row. */
export function toComparisonRows({ cells }: Comparison): ComparisonRows {
  const isGrid = cells.every(({ year }) => year !== null) && areDistinct(cells)
  if (!isGrid) return { columns: [''], rows: cells.map((cell) => ({ name: sideName(cell), cells: [cell] })) }
  const years = [...new Set(cells.flatMap(({ year }) => year ?? []))].sort((a, b) => a - b)
  const regions = [...new Set(cells.map(({ region }) => region))]
  return {
    columns: years.map((year) => `${year}年`),
    rows: regions.map((region) => ({
      name: region ?? '各地',
      cells: years.map((year) => cells.find((cell) => cell.region === region && cell.year === year) ?? null),
    })),
  }
}

/** Whether place and year name one side only. */
function areDistinct(cells: readonly ComparedCellJson[]): boolean {
  return new Set(cells.map(({ region, year }) => `${region} ${year}`)).size === cells.length
}

function sideName({ region, year, document }: ComparedCellJson): string {
  const place = `${region ?? ''}${year === null ? '' : `${year}年`}`
  return document === null ? place : place === '' ? `《${document}》` : `${place}《${document}》`
}

/** Sentences of an answer that stand in no cell. */
export function besideComparison({ comparison, sentences }: AnswerJson): AnswerJson['sentences'] {
  const inside = new Set(comparison?.cells.flatMap((cell) => cell.sentences) ?? [])
  return sentences.filter((_, index) => !inside.has(index))
}
