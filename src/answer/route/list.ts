import type { ProvenSentence } from '../../citation/index.ts'
import type { Document, IndexedDocument, Section } from '../../corpus/index.ts'
import { normalisedView } from '../../corpus/index.ts'
import { COMMON_WEIGHT } from '../../retrieval/index.ts'
import { sentencesIn } from '../../text/index.ts'
import { quoteRange } from '../compose.ts'
import { levelsIn, measure, strongest } from '../coverage.ts'
import type { Desk } from '../desk.ts'
import type { Question } from '../question.ts'
import { type Topic, weighTopic } from '../topic.ts'

/** A heading answers for its section when it holds this much of the question. */
const LEAST_SHARE = 0.72
const LEAST_OWN = 0.6
const LARGEST_GAP = 0.2
const ANCESTOR = 0.6
/** A heading of this many characters that stands in the question word for word is meant. */
const SHORTEST_NAME = 4
const NOUN =
  /(?:哪些|哪几[个项大]?|什么|哪[一二三四五六七八九十两]+[个项大])(?<noun>行动|任务|工程|项目|计划|措施|体系|机制|专项)/u
const FEWEST = 2
const MOST = 12

/**
 * Lists that the structure of a plan itself gives: the items under the heading the question names, or the
 * sentences of the one item it names. Empty when no heading holds the question.
 */
export function answerFromStructure(
  question: Question,
  isAttributed: boolean,
  desk: Desk,
): readonly ProvenSentence[] {
  const topic = weighTopic(fullyWeighed(question.query.pieces), desk.rarity)
  const found = [...question.query.documentIds].flatMap((id) => {
    const indexed = desk.corpus.documents.get(id)
    return indexed === undefined
      ? []
      : sectionsNamed(indexed, topic, question.query.view).map((section) => ({ indexed, ...section }))
  })
  if (question.query.pieces.every(isAllCommon)) return headingsByNoun(question, isAttributed, desk)
  const [best] = found.sort((a, b) => b.share - a.share || a.section.level - b.section.level)
  if (best === undefined) return []
  const { document } = best.indexed
  return rangesUnder(best.indexed, best.section, topic)
    .slice(0, MOST)
    .map((range) => quoteRange(document, range, isAttributed, desk.corpus))
}

/** Planning words are part of a heading's name, so here they weigh like any other. */
function fullyWeighed(pieces: Question['query']['pieces']) {
  return pieces.map((piece) => ({
    ...piece,
    weights: piece.weights.map((weight) => Math.max(weight, 0.3)),
  }))
}

function sectionsNamed({ document, view }: IndexedDocument, topic: Topic, asked: string) {
  const byId = new Map(document.sections.map((section) => [section.id, section]))
  const quoted = quotedPhrases(asked)
  return document.sections.flatMap((section) => {
    const heading = view.slice(section.start, section.headingEnd)
    const name = normalisedView(section.heading)
    const isSpelledOut = name.length >= SHORTEST_NAME && asked.includes(name)
    if (isSpelledOut || quoted.some((phrase) => heading.includes(phrase))) return [{ section, share: 1 }]
    const own = { levels: levelsIn(topic, heading), strength: 1 }
    const parent = section.parentId === null ? undefined : byId.get(section.parentId)
    const above = parent === undefined ? '' : view.slice(parent.start, parent.headingEnd)
    const { share, gap } = measure(
      topic,
      strongest([own, { levels: levelsIn(topic, above), strength: ANCESTOR }]),
    )
    const isOwn = measure(topic, own.levels).share >= LEAST_OWN
    return isOwn && share >= LEAST_SHARE && gap.share <= LARGEST_GAP ? [{ section, share }] : []
  })
}

/** What the question sets in quotation marks, when it is long enough to be a heading. */
function quotedPhrases(asked: string): readonly string[] {
  return [...asked.matchAll(/[“「『《"](?<phrase>[^”」』》"]{4,})[”」』》"]/gu)].map(
    (match) => match.groups?.phrase ?? '',
  )
}

/** Child headings, else sibling headings that hold the topic too, else the item's own sentences. */
function rangesUnder({ document, view }: IndexedDocument, section: Section, topic: Topic) {
  const children = childrenOf(document, section.id)
  if (children.length >= FEWEST) return children.map(headingOf)
  const alike = childrenOf(document, section.parentId).filter(
    (sibling) =>
      measure(topic, levelsIn(topic, view.slice(sibling.start, sibling.headingEnd))).share >= LEAST_OWN,
  )
  if (alike.length > FEWEST) return alike.map(headingOf)
  return sentencesIn(document.text, { start: section.headingEnd, end: section.end }).filter((range) =>
    /\p{L}/u.test(document.text.slice(range.start, range.end)),
  )
}

function childrenOf(document: Document, id: string | null): readonly Section[] {
  return document.sections.filter((section) => section.parentId === id && section.heading !== '')
}

function headingOf(section: Section) {
  return { start: section.start, end: section.headingEnd }
}

function isAllCommon({ weights }: Question['query']['pieces'][number]): boolean {
  return weights.every((weight) => weight <= COMMON_WEIGHT)
}

/** 「实施哪些行动」：the siblings of which most are called so. */
function headingsByNoun(question: Question, isAttributed: boolean, desk: Desk): readonly ProvenSentence[] {
  const noun = NOUN.exec(question.query.view)?.groups?.noun
  if (noun === undefined) return []
  const groups = [...question.query.documentIds].flatMap((id) => {
    const document = desk.corpus.documents.get(id)?.document
    if (document === undefined) return []
    const named = document.sections.filter(({ heading }) => normalisedView(heading).includes(noun))
    return [...Map.groupBy(named, ({ parentId }) => parentId).values()].map((sections) => ({
      document,
      sections,
    }))
  })
  const [largest] = groups.sort((a, b) => b.sections.length - a.sections.length)
  if (largest === undefined || largest.sections.length <= FEWEST) return []
  const { document, sections } = largest
  return sections
    .slice(0, MOST)
    .map((section) => quoteRange(document, headingOf(section), isAttributed, desk.corpus))
}
