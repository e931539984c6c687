/** How many full-width characters of a title stand beside each other on a line. */
const LINE = 20
/** More lines than this no title of an office has; they are filled as they come. */
const MOST_SHAPED = 4
/** Nor more words: every way to cut them is looked at. */
const MOST_WORDS = 80

/** What may not begin a line, and what may not end one. */
const NOT_FIRST = /^[的地得了着和与及或、，。；：！？）》”’〕】…—]/u
const NOT_LAST = /[（《“‘〔【]$/u

/** A span of years belongs to the plan it names: 三年行动. */
const SPAN = /(?<![\d〇])(?:[一二两三四五六七八九十]+|\d)年$/u
/** The ends of names of bodies, of years, of what is named in marks: good places for a line to end. */
const GOOD_END = /(?:委员会|政府|办公室|厅|局|\d{4}年|年度|关于|印发|[”》）])$/u

/**
 * A title in lines of whole words: one line where it fits, otherwise a trapezium or a rhombus.
 * @param words the title's words in reading order, which together are the title
 */
export function titleLines(words: readonly string[]): readonly string[] {
  const units = unitsOf(words)
  const total = widthOf(units.join(''))
  if (total <= LINE) return [units.join('')]
  const fewest = Math.ceil(total / LINE)
  for (const count of [fewest, fewest + 1]) {
    if (count > MOST_SHAPED || units.length > MOST_WORDS) break
    const best = bestOf(splits(units, count))
    if (best !== undefined) return best
  }
  return filled(units)
}

/** Words with what must stay on their line: a figure and its unit, brackets, particles. */
function unitsOf(words: readonly string[]): readonly string[] {
  const units: string[] = []
  for (const word of words.flatMap(shortened)) {
    const before = units.at(-1)
    const joins =
      before !== undefined &&
      (NOT_FIRST.test(word) || NOT_LAST.test(before) || SPAN.test(before) || /[\d.]$/u.test(before)) &&
      widthOf(before + word) <= LINE
    if (joins) units.splice(-1, 1, before + word)
    else units.push(word)
  }
  return units
}

/** No word is wider than a line. */
function shortened(word: string): readonly string[] {
  if (widthOf(word) <= LINE) return [word]
  return Array.from({ length: Math.ceil([...word].length / LINE) }, (_, at) =>
    [...word].slice(at * LINE, (at + 1) * LINE).join(''),
  )
}

function splits(units: readonly string[], count: number): readonly (readonly string[])[] {
  if (count === 1) {
    const line = units.join('')
    return line !== '' && widthOf(line) <= LINE ? [[line]] : []
  }
  const found: (readonly string[])[] = []
  let line = ''
  for (const [at, unit] of units.entries()) {
    line += unit
    if (widthOf(line) > LINE) break
    for (const rest of splits(units.slice(at + 1), count - 1)) found.push([line, ...rest])
  }
  return found
}

function bestOf(candidates: readonly (readonly string[])[]): readonly string[] | undefined {
  return candidates
    .map((lines) => ({ lines, cost: costOf(lines) }))
    .reduce<{ readonly lines: readonly string[]; readonly cost: number } | undefined>(
      (best, candidate) => (best === undefined || candidate.cost < best.cost ? candidate : best),
      undefined,
    )?.lines
}

/** Cost of a shape nobody would choose. */
const WRONG_SHAPE = 1000

function costOf(lines: readonly string[]): number {
  const widths = lines.map(widthOf)
  const steps = widths.slice(1).map((width, at) => width - (widths[at] ?? 0))
  const turns = steps.slice(1).some((step, at) => step > 0 && (steps[at] ?? 0) < 0)
  const isBox = steps.some((step) => Math.abs(step) < 1)
  const spread = Math.max(...widths) - Math.min(...widths)
  const badEnds = lines.slice(0, -1).filter((line) => !GOOD_END.test(line)).length
  return (turns ? WRONG_SHAPE : 0) + (isBox ? 20 : 0) + Math.max(0, spread - 8) * 3 + spread + badEnds * 8
}

function filled(units: readonly string[]): readonly string[] {
  const lines: string[] = []
  for (const unit of units) {
    const before = lines.at(-1)
    if (before !== undefined && widthOf(before + unit) <= LINE) lines.splice(-1, 1, before + unit)
    else lines.push(unit)
  }
  return lines
}

/** In full-width characters; what stands on half a place counts half. */
export function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (/[\u0020-\u007e]/u.test(character) ? 0.5 : 1), 0)
}
