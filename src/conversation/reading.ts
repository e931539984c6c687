import { type Range, subtract } from '../corpus/index.ts'
import {
  type Catalogue,
  currentYear,
  findKinds,
  findPlaces,
  findQuestionYears,
  type Query,
  understand,
} from '../retrieval/index.ts'
import { ASPECT } from './lexicon.ts'

/** A place or a year as a question names it. */
export interface Mention extends Range {
  /** As it is said in a question of ours: the place by its full name, the year in digits. */
  readonly name: string
}

/** A question taken apart into what bounds it and what it asks. */
export interface Reading {
  readonly text: string
  /** As long as the text. */
  readonly view: string
  readonly query: Query
  readonly places: readonly Mention[]
  readonly years: readonly Mention[]
  readonly kinds: readonly Mention[]
  /** Where the question names a document by its title or number. */
  readonly named: readonly Range[]
}

export function read(question: string, catalogue: Catalogue): Reading {
  const asked = question
    .replace(/\s+/gu, ' ')
    .replace(/百份点/gu, '百分点')
    .trim()
  const query = understand(asked, catalogue)
  const { view } = query
  const text = asked.length === view.length ? asked : view
  const places = placesIn(view, catalogue)
  const years = yearsIn(view, query, places, catalogue)
  // Place and year also stand in a title; by themselves they name no paper.
  const named = catalogue
    .findNamed(view)
    .ranges.filter((range) => subtract(range, [...places, ...years]).length > 0)
  return {
    text,
    view,
    query,
    places,
    years,
    kinds: findKinds(view).ranges.map((range) => ({ ...range, name: text.slice(range.start, range.end) })),
    named,
  }
}

/** The places that bound the question: those the corpus knows, or else those it does not. */
function placesIn(view: string, catalogue: Catalogue): readonly Mention[] {
  const { regions, ranges, foreign } = findPlaces(view, catalogue)
  const own = regions.filter(({ start, end }) =>
    ranges.some((range) => range.start === start && range.end === end),
  )
  if (own.length > 0) return own
  return catalogue.gazetteer
    .find(view)
    .filter(({ name }) => foreign.includes(name))
    .map(({ start, end, name }) => {
      const ending = /^[市区县省]/u.exec(view.slice(end))?.[0] ?? ''
      return { start, end: end + (name.endsWith(ending) ? 0 : ending.length), name }
    })
}

function yearsIn(
  view: string,
  { regions }: Query,
  places: readonly Range[],
  catalogue: Catalogue,
): readonly Mention[] {
  const own = catalogue.entries.filter(
    (entry) => regions.length === 0 || regions.includes(entry.jurisdiction?.name ?? ''),
  )
  return findQuestionYears(view, currentYear(catalogue, own), places).found.map((found) => {
    const [year] = found.years
    const isPlain = found.years.length === 1 && !found.isRelative && !found.isPeriod
    const name = isPlain ? `${year}年` : view.slice(found.start, found.end)
    return { start: found.start, end: found.end, name }
  })
}

const GAP = '\0'

/** The text with each range replaced by one mark. */
export function cutOut(text: string, ranges: readonly Range[]): string {
  const ordered = [...ranges].sort((a, b) => a.start - b.start)
  let rest = ''
  let at = 0
  for (const { start, end } of ordered) {
    if (end <= at) continue
    rest += text.slice(at, Math.max(at, start)) + GAP
    at = end
  }
  return rest + text.slice(at)
}

/** What a question asks, whatever place and time it is asked of. */
export function bodyOf(
  reading: Reading,
  without: 'frame' | 'frame and kinds' | 'frame and papers' = 'frame',
): string {
  const ranges = [
    ...reading.places,
    ...reading.years,
    ...(without === 'frame and kinds' ? reading.kinds : []),
    ...(without === 'frame and papers' ? reading.named : []),
  ]
  return cutOut(reading.text, ranges)
    .replace(/\0(?:[\s,，、和与跟同及或在以]*\0)+/gu, GAP)
    .replace(/(?:按照|按|根据|依据|请问|对比|比较|[在对跟和与])?\0(?:的|[里中](?=[,，]))?/gu, '')
    .replace(/^[\s,，、:：]+/u, '')
    .replace(/《》/gu, '')
}

/** The words of a body that say what it is about, in one phrase; empty when it is about nothing of its own. */
export function topicOf(body: string, catalogue: Catalogue): string {
  const { view, pieces } = understand(body, catalogue)
  const text = view.length === body.length ? body : view
  const telling = pieces.filter(
    (piece) => piece.weights.some((weight) => weight === 1) && !BOUND.test(piece.text),
  )
  let topic = ''
  let end: number | undefined
  for (const piece of telling) {
    // 要 is cut off as a word that asks, also where it belongs to 要求.
    const start = piece.start + (/^求/u.test(piece.text) && text[piece.start - 1] === '要' ? 1 : 0)
    const gap = end === undefined ? '' : text.slice(end, piece.start)
    topic += /^[\p{P}\s的和与及或]*$/u.test(gap) ? gap : /[,，]/u.test(gap) ? '，' : ''
    topic += text.slice(start, piece.start + piece.text.length)
    end = piece.start + piece.text.length
  }
  return withoutEnd(topic)
}

function withoutEnd(topic: string): string {
  const shorter = topic.replace(AIM, '').replace(LAST_ASPECT, '')
  return shorter === topic ? topic : withoutEnd(shorter)
}

/** Of the thing something else is asked now. */
const LAST_ASPECT = new RegExp(`(?<=.)的?(?:${ASPECT.source})$`, 'u')
/** What is left of 几分钟以内 once the asking is taken out. */
const BOUND = /^钟?(?:以[内上下]|左右)?$/u
/** What is to be done with the thing; whoever asks about the thing does not mean it. */
const AIM =
  /(?:[要应需须将]|计划|打算|力争)*(?:达到|完成|实现|控制在?|建成|保持在?|不低于|不超过|降到|提高到?|提升到?|要求|[要应需][比较]|[要应需须将是为有由归被按]|(?<=.(?<![扩新改筹共搭援兴重在]))建|(?<=[^购])买|(?<=.[^初复])筛|(?<=..)[招配打])$/u

/** Whether a phrase says what it is about: two neighbouring characters that are more than grammar and planning words. */
export function hasTopic(phrase: string, catalogue: Catalogue): boolean {
  return understand(phrase, catalogue).pieces.some(
    ({ text, weights }) =>
      /^[a-z0-9.+-]*[a-z][a-z0-9.+-]*$/u.test(text) ||
      weights.some((weight, at) => weight === 1 && weights[at + 1] === 1),
  )
}
