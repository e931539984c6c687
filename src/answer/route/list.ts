import { itemsOf, type Whole } from '../../citation/index.ts'
import type { Document, IndexedDocument, Range, Section } from '../../corpus/index.ts'
import { contains, normalisedView, overlaps } from '../../corpus/index.ts'
import { COMMON_WEIGHT } from '../../retrieval/index.ts'
import { sentencesIn } from '../../text/index.ts'
import type { Desk } from '../desk.ts'
import { measure, shareOf } from '../evidence/coverage.ts'
import { levelsIn, strongest } from '../evidence/levels.ts'
import type { Question } from '../question/question.ts'
import { type Topic, weighName } from '../question/topic.ts'
import { headingsByNoun, headingsByPhrase, headingsByWord } from './heading-series.ts'
import { childrenOf, headingListing, headingOf, type Listing } from './listing.ts'

/** A heading answers for its section when it holds this much of the question. */
const LEAST_SHARE = 0.72
const LEAST_OWN = 0.6
const LARGEST_GAP = 0.2
const ANCESTOR = 0.6
/** A heading of this many characters that stands in the question word for word is meant. */
const SHORTEST_NAME = 4
const FEWEST = 2

/**
 * Lists that the structure of a plan itself gives: the items under the heading the question names, the items it
 * counts inside a paragraph, or the sentences of the one item it names. Undefined when no heading holds the question.
 */
export function findListing(question: Question, desk: Desk): Listing | undefined {
  const { pieces, documentIds, view } = question.query
  const numbered = headingsByWord(question, desk) ?? headingsByPhrase(question, desk)
  if (numbered !== undefined) return numbered
  if (pieces.every(isAllCommon)) return headingsByNoun(question, desk)
  // Beside a name of its own 有哪些指标 only asks; by itself it may be what a heading is called.
  const named = pieces.filter((piece) => !isAllCommon(piece))
  const topic = weighName(named, desk.rarity)
  const found = [...documentIds].flatMap((id) => {
    const indexed = desk.corpus.documents.get(id)
    return indexed === undefined
      ? []
      : sectionsNamed(indexed, topic, view).map((section) => ({ indexed, ...section }))
  })
  // Of headings that hold the question alike the outermost is meant, unless it speaks of something else too.
  const isJoined = ({ section }: (typeof found)[number]) => (JOINED.test(section.heading) ? 1 : 0)
  const [best] = found.sort(
    (a, b) => b.share - a.share || isJoined(a) - isJoined(b) || a.section.level - b.section.level,
  )
  if (best === undefined) return undefined
  const contents =
    question.kind !== 'count' && ASKS_HOW.test(view)
      ? contentsUnder(best.indexed.document, best.section)
      : undefined
  return contents ?? listingUnder(best.indexed, best.section, topic, question.kind === 'count')
}

function sectionsNamed({ document, view }: IndexedDocument, topic: Topic, asked: string) {
  const byId = new Map(document.sections.map((section) => [section.id, section]))
  const quoted = quotedPhrases(asked)
  return document.sections.flatMap((section) => {
    const heading = view.slice(section.start, section.headingEnd)
    const name = nameOf(section)
    const isSpelledOut = name.length >= SHORTEST_NAME && asked.includes(name)
    if (isSpelledOut || quoted.some((phrase) => heading.includes(phrase))) return [{ section, share: 1 }]
    const own = { levels: levelsIn(topic, heading), strength: 1 }
    if (shareOf(topic, own.levels) < LEAST_OWN) return []
    const parent = section.parentId === null ? undefined : byId.get(section.parentId)
    const above = parent === undefined ? '' : view.slice(parent.start, parent.headingEnd)
    const { share, gap } = measure(
      topic,
      strongest([own, { levels: levelsIn(topic, above), strength: ANCESTOR }]),
    )
    return share >= LEAST_SHARE && gap.share <= LARGEST_GAP ? [{ section, share }] : []
  })
}

/** Dozens of plans are gone through for one list. */
const names = new WeakMap<Section, string>()

function nameOf(section: Section): string {
  const name = names.get(section) ?? normalisedView(section.heading)
  names.set(section, name)
  return name
}

/** What the question sets in quotation marks, when it is long enough to be a heading. */
function quotedPhrases(asked: string): readonly string[] {
  return [...asked.matchAll(/[“「『《"](?<phrase>[^”」』》"]{4,})[”」』》"]/gu)].map(
    (match) => match.groups?.phrase ?? '',
  )
}

const JOINED = /[和与及、]/u
/** Asks what is done, for which a heading is no answer. */
const ASKS_HOW = /怎么|如何|怎样|咋|[干做办搞抓]些?[什啥]么?|内容|举措|措施|安排|做法|打算/u
const MOST_PARTS = 4
const MOST_SENTENCES = 3

/** A few child headings, each with what stands under it; undefined for many or for such as are made of others. */
function contentsUnder(document: Document, section: Section): Listing | undefined {
  const children = childrenOf(document, section.id)
  const isDeep = children.some(({ id }) => document.sections.some(({ parentId }) => parentId === id))
  const isBare = children.every((child) => bodyOf(document, child).length === 0)
  if (children.length < FEWEST || children.length > MOST_PARTS || isDeep || isBare) return undefined
  const ranges = children.flatMap((child) => [
    headingOf(child),
    ...bodyOf(document, child).slice(0, MOST_SENTENCES),
  ])
  return { document, ranges, whole: null }
}

/** Who is responsible for an item is no part of what it lists. */
const RESPONSIBLE_NOTE = /^[(（](?:责任|牵头|配合|主办|承办)[^()（）]*[)）]。?$/u

function bodyOf({ text }: Document, { headingEnd, end }: Section): readonly Range[] {
  return sentencesIn(text, { start: headingEnd, end }).filter(({ start, end: to }) => {
    const words = text.slice(start, to)
    return /\p{L}/u.test(words) && !RESPONSIBLE_NOTE.test(words)
  })
}

/** Child headings, else sibling headings that hold the topic too, else counted items, else the item's own sentences. */
function listingUnder(
  { document, view }: IndexedDocument,
  section: Section,
  topic: Topic,
  isCounting: boolean,
): Listing {
  const children = childrenOf(document, section.id)
  if (children.length >= FEWEST) return headingListing(document, children)
  const numbered = numberedUnder(document, section, isCounting)
  if (numbered !== undefined) return numbered
  const alike = childrenOf(document, section.parentId).filter(
    (sibling) =>
      measure(topic, levelsIn(topic, view.slice(sibling.start, sibling.headingEnd))).share >= LEAST_OWN,
  )
  if (alike.length > FEWEST) return headingListing(document, alike)
  const body = { start: section.headingEnd, end: section.end }
  const enumerations = document.enumerations.filter((enumeration) => contains(body, enumeration))
  const ranges = bodyOf(document, section)
  const [only] = enumerations
  const isAll =
    only !== undefined &&
    enumerations.length === 1 &&
    (isCounting || ranges.every((range) => overlaps(only, range)))
  return isAll
    ? {
        document,
        ranges: only.items,
        whole: { kind: 'enumeration', documentId: document.id, start: only.start },
      }
    : { document, ranges, whole: null }
}

/** Items with a number and no heading: counted by their first sentences, listed so where they have no more. */
function numberedUnder(document: Document, section: Section, isCounting: boolean): Listing | undefined {
  const child = document.sections.find(({ parentId }) => parentId === section.id)
  if (child === undefined) return undefined
  const whole: Whole = {
    kind: 'headings',
    documentId: document.id,
    parentId: section.id,
    level: child.level,
  }
  const items = itemsOf(whole, document)
  const isAll =
    isCounting || bodyOf(document, section).every((range) => items.some((item) => overlaps(item, range)))
  return items.length >= FEWEST && isAll ? { document, ranges: items, whole } : undefined
}

function isAllCommon({ weights }: Question['query']['pieces'][number]): boolean {
  return weights.every((weight) => weight <= COMMON_WEIGHT)
}
