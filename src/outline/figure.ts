import { type IndexedDocument, normalisedView, type Range, type TargetRow } from '../corpus/index.ts'

const BEFORE = /(?:不(?:得|应)?(?:低于|少于|高于|超过|大于|小于)|至少|至多|超过|突破|约|近)\s*$/u
const BEHIND =
  /^\s*(?:[（(][套台件个][)）])?(?:[A-Za-z]{1,6}(?=以|之)以?(?:上|下|内)|[及或]?以上|[及或]?以下|以内|之内|左右|上下)?/u

/** Where the figure of a row stands, with the words that bound it; rows of one clause must be given in order. */
export function figureRanges(
  rows: readonly TargetRow[],
  { view }: IndexedDocument,
): ReadonlyMap<TargetRow, Range> {
  const found = new Map<TargetRow, Range>()
  const taken: Range[] = []
  for (const row of rows) {
    const range = rangeOf(row, view, taken)
    if (range === undefined) continue
    taken.push(range)
    found.set(row, range)
  }
  return found
}

function rangeOf(row: TargetRow, view: string, taken: readonly Range[]): Range | undefined {
  const figure = row.figure.trim()
  const unit = normalisedView(row.unit.trim())
  const places = placesOf(figure, row, view).filter(
    (at) => !taken.some(({ start, end }) => start <= at && at < end),
  )
  const measured = places.find(
    (at) =>
      unit !== '' &&
      view
        .slice(at + figure.length, row.end)
        .trimStart()
        .startsWith(unit),
  )
  const at = measured ?? places[0]
  return at === undefined ? undefined : bounded(view, row, at, at + figure.length)
}

/** Where the figure stands as a whole number of its own. */
function placesOf(figure: string, row: TargetRow, view: string): readonly number[] {
  const places: number[] = []
  if (figure === '') return places
  for (
    let at = view.indexOf(figure, row.start);
    at !== -1 && at < row.end;
    at = view.indexOf(figure, at + 1)
  ) {
    const isWhole =
      !/[\d.]/u.test(view[at - 1] ?? '') &&
      !/^(?:\d|\.\d)/u.test(view.slice(at + figure.length, at + figure.length + 2))
    if (isWhole) places.push(at)
  }
  return places
}

function bounded(view: string, row: TargetRow, start: number, end: number): Range {
  const unit = normalisedView(row.unit.trim())
  const gap = /^\s*/u.exec(view.slice(end, row.end))?.[0].length ?? 0
  const withUnit = unit !== '' && view.startsWith(unit, end + gap) ? end + gap + unit.length : end
  const before = BEFORE.exec(view.slice(row.start, start))?.[0].length ?? 0
  const behind = BEHIND.exec(view.slice(withUnit, row.end))?.[0].trimEnd().length ?? 0
  return { start: start - before, end: withUnit + behind }
}
