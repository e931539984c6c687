import { itemsOf, type ProvenSentence, type Whole } from '../../citation/index.ts'
import type { Document } from '../../corpus/index.ts'
import { normalisedView } from '../../corpus/index.ts'
import type { Desk } from '../desk.ts'
import { withoutWords } from '../question/pieces.ts'
import { COUNT_WORDS, isOfAnyPlan, type Question } from '../question/question.ts'
import { findListing } from './list.ts'
import { headingListing, quoteListing } from './listing.ts'

/** Level of the outermost headings that say something. */
const FEWEST = 3
const PARTS = /方面|部分|块|标题|章|节|任务|工作|内容|事/u
const NUMBERED = /任务|条|项|工作|措施|举措|内容|要求/u

/**
 * How many items there are, counted by code: under the heading the question names, or of the document as a whole.
 * Empty where no complete list can be shown.
 */
export function answerCount(
  question: Question,
  isAttributed: boolean,
  desk: Desk,
): readonly ProvenSentence[] {
  const bare = { ...question, query: withoutWords(question.query, COUNT_WORDS) }
  const isWhole = isOfWhole(bare)
  const listing = findListing(isWhole ? { ...bare, query: { ...bare.query, pieces: [] } } : bare, desk)
  if (listing !== undefined) {
    const quoted = quoteListing(listing, isAttributed, desk)
    return quoted.at(-1)?.verdict === 'proven' ? quoted : []
  }
  return isWhole ? countDocument(bare, isAttributed, desk) : []
}

/** Whether a clause speaks of what is to be counted, so that its own figure is the number asked for. */
export function speaksOfCounted({ query }: Question, view: string): boolean {
  const groups = COUNT_WORDS.exec(query.view)?.groups
  const noun = groups?.noun ?? groups?.named ?? groups?.bare
  return noun !== undefined && view.includes(noun)
}

/** Whether nothing but the document itself is asked about. */
export function isOfWhole({ query }: Question): boolean {
  return isOfAnyPlan(query) || query.pieces.every(({ weights }) => weights.every((weight) => weight < 1))
}

function countDocument(question: Question, isAttributed: boolean, desk: Desk): readonly ProvenSentence[] {
  const document = planAsked(question, desk)
  if (document === undefined) return []
  const groups = COUNT_WORDS.exec(question.query.view)?.groups
  const noun = groups?.noun ?? groups?.named ?? groups?.bare ?? ''
  const asked = [...question.query.view.matchAll(new RegExp(COUNT_WORDS.source, 'gu'))]
  const nouns = asked.flatMap(({ groups: own }) => own?.noun ?? own?.named ?? own?.bare ?? [])
  const both = nouns.length > 1 ? nouns : [noun]
  return both.flatMap((one) => countNamed(one, question.query.view, document, isAttributed, desk))
}

/** The one document asked about; of a year, the one plan made for it. */
function planAsked({ query }: Question, { corpus }: Desk): Document | undefined {
  const all = [...query.documentIds].flatMap((id) => corpus.documents.get(id)?.document ?? [])
  const annual = all.filter(({ metadata }) => metadata.kind?.value === 'annual_plan')
  const [only, other] = query.years.length > 0 && annual.length > 0 ? annual : all
  return other === undefined ? only : undefined
}

/** The parts of a document that are called so, and their number. */
function countNamed(
  noun: string,
  asked: string,
  document: Document,
  isAttributed: boolean,
  desk: Desk,
): readonly ProvenSentence[] {
  const part = MAIN_ASKED.exec(asked)?.groups?.part
  const main = part === undefined ? [] : mainPart(part, document)
  if (main.length > 1) return quoteListing(headingListing(document, main), isAttributed, desk)
  const through = NUMBERED.test(noun) ? numberedThrough(document) : undefined
  if (through !== undefined) {
    const listing = { document, ranges: itemsOf(through, document), whole: through }
    return quoteListing(listing, isAttributed, desk)
  }
  if (!PARTS.test(noun)) return []
  const outermost = [1, 2]
    .map((level) => document.sections.filter((section) => section.level === level && section.heading !== ''))
    .find((sections) => sections.length >= FEWEST)
  const quoted =
    outermost === undefined ? [] : quoteListing(headingListing(document, outermost), isAttributed, desk)
  return quoted.at(-1)?.verdict === 'proven' ? quoted : []
}

const MAIN_ASKED = /(?:主要|重点|具体)(?<part>任务|工作|举措|措施)/u

/** What stands under the one heading 重点任务 or the like, when that is what is counted. */
function mainPart(noun: string, { sections }: Document) {
  const named = new RegExp(`^(?:主要|重点|工作|具体|年度)*${noun}$`, 'u')
  const [only, other] = sections.filter(({ heading }) => named.test(normalisedView(heading)))
  if (only === undefined || other !== undefined) return []
  return sections.filter(({ parentId, heading }) => parentId === only.id && heading !== '')
}

/** A level below the outermost whose numbers run on over the sections. */
function numberedThrough(document: Document): Whole | undefined {
  const levels = [...new Set(document.sections.map(({ level }) => level))].filter((level) => level > 1)
  return levels
    .map((level): Whole => ({ kind: 'numbered_through', documentId: document.id, level }))
    .find((whole) => itemsOf(whole, document).length >= FEWEST)
}
