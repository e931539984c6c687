import { headingWords, pathAt } from '../../citation/index.ts'
import type { IndexedDocument, Passage, Range, Section } from '../../corpus/index.ts'
import { overlaps, subtract } from '../../corpus/index.ts'
import { readableView } from '../../retrieval/index.ts'
import { findPeriods, findYears, sentencesIn } from '../../text/index.ts'
import type { Topic } from '../question/topic.ts'
import { type Levels, levelsIn, strongest } from './levels.ts'

/** What surrounds the sentences of one passage. */
export interface Surroundings {
  readonly indexed: IndexedDocument
  readonly passage: Passage
  readonly section: Section | null
  /** The innermost section's heading without its number; null where the passage has none. */
  readonly heading: Range | null
  readonly headingLevels: Levels
  /** Headings further out, the title and the rest of the passage. */
  readonly outerLevels: Levels
  /** What the whole of a prose text is about: its title, or the first clause of one without; empty for a plan. */
  readonly subject: string
  /** The year that the innermost heading with a year names; null when none names exactly one. */
  readonly headingYear: number | null
  /** The years of the period that the innermost heading with one names: “十三五”期间取得的成效. */
  readonly headingPeriod: readonly number[]
}

/** How much a find counts, by where it is made. */
export const STRENGTH = {
  window: 1,
  sentence: 0.8,
  heading: 0.8,
  ancestor: 0.6,
  previous: 0.5,
  title: 0.5,
  /** The first sentence of a text without a title says what the text is about. */
  opening: 0.6,
  /** What the whole of a prose text is about is said in each of its sentences. */
  subject: 0.8,
  passage: 0.3,
} as const

export function surroundingsOf(indexed: IndexedDocument, passage: Passage, topic: Topic): Surroundings {
  const { document, view } = indexed
  const sections = pathAt(indexed, passage.start)
  const section = sections.at(-1) ?? null
  const heading = section === null ? null : (headingWords(section, indexed) ?? null)
  const subject = isProse(indexed) ? subjectOf(indexed) : ''
  const title = document.metadata.title?.evidence ?? null
  const opening = title === null ? openingOf(indexed) : null
  const outer = [
    ...sections.slice(0, -1).map((ancestor) => ({
      levels: levelsIn(topic, view.slice(ancestor.start, ancestor.headingEnd)),
      strength: STRENGTH.ancestor,
    })),
    {
      levels: levelsIn(topic, title === null ? '' : view.slice(title.start, title.end)),
      strength: STRENGTH.title,
    },
    {
      levels: levelsIn(topic, opening === null ? '' : view.slice(opening.start, opening.end)),
      strength: STRENGTH.opening,
    },
    { levels: levelsIn(topic, subject), strength: STRENGTH.subject },
    { levels: levelsIn(topic, readableView(view, passage, document.exclusions)), strength: STRENGTH.passage },
  ]
  const headingLevels = levelsIn(topic, heading === null ? '' : view.slice(heading.start, heading.end))
  const headingYear = yearNamed(view, sections)
  const headingPeriod = periodNamed(view, sections)
  return {
    indexed,
    passage,
    section,
    heading,
    headingLevels,
    outerLevels: strongest(outer),
    subject,
    headingYear,
    headingPeriod,
  }
}

function periodNamed(view: string, sections: readonly Section[]): readonly number[] {
  for (const { start, headingEnd } of sections.toReversed()) {
    const [only, other] = findPeriods(view.slice(start, headingEnd))
    if (only !== undefined) return other === undefined ? only.years : []
  }
  return []
}

function yearNamed(view: string, sections: readonly Section[]): number | null {
  for (const { start, headingEnd } of sections.toReversed()) {
    const years = new Set(findYears(view.slice(start, headingEnd)).map(({ year }) => year))
    if (years.size > 0) return years.size === 1 ? ([...years][0] ?? null) : null
  }
  return null
}

/** A plan lists its tasks clause by clause; other texts are prose, of which a sentence is the least one can quote. */
export function isProse({ document }: IndexedDocument): boolean {
  return (document.metadata.kind?.value ?? 'other') === 'other'
}

function subjectOf(indexed: IndexedDocument): string {
  const title = indexed.document.metadata.title?.evidence ?? openingOf(indexed)
  return title === null ? '' : (/^[^，,。；;]*/u.exec(indexed.view.slice(title.start, title.end))?.[0] ?? '')
}

function openingOf({ document, view }: IndexedDocument): Range | null {
  return sentencesIn(view, { start: 0, end: document.text.length })[0] ?? null
}

/** A short bracket inside a term: 重点专(学)科 is also 重点专科. */
const INSERTION = /(?<=\p{Script=Han})\(\p{Script=Han}{1,4}\)(?=\p{Script=Han})/gu

/** A range as a reader sees it: what is excluded is not there, and a term with a bracket in it is read
 * without it, and as if the bracket were not there. */
export function readable({ document, view }: IndexedDocument, range: Range): string {
  const hole = document.exclusions.find((exclusion) => overlaps(exclusion, range))
  const seen =
    hole === undefined
      ? view.slice(range.start, range.end)
      : subtract(range, document.exclusions)
          .map((part) => view.slice(part.start, part.end))
          .join('')
  const plain = seen.replace(INSERTION, '')
  if (plain === seen) return seen
  return `${seen}\n${plain}\n${seen.replace(INSERTION, (bracket) => bracket.slice(1, -1))}`
}
