import { normalisedView } from '../../corpus/index.ts'
import { parseChineseNumeral } from '../../text/index.ts'
import type { Desk } from '../desk.ts'
import type { Question } from '../question/question.ts'
import { headingListing, type Listing } from './listing.ts'

const NOUN =
  /(?:哪些|哪几[个项大]?|什么|多少[个项大]?|几[个项大]?|哪[一二三四五六七八九十两]+[个项大])\p{Script=Han}{0,2}(?<noun>行动|任务|工程|项目|计划|措施|体系|机制|专项)|(?<named>行动|任务|工程|项目|计划|措施|体系|机制|专项)(?:的?名称|(?:一共|总共|共)?有?(?:多少|几)[个项]|有哪些|是什么)/u
const FEWEST = 2

/** 「实施哪些行动」：the siblings of which most are called so. */
export function headingsByNoun(question: Question, desk: Desk): Listing | undefined {
  const groups = NOUN.exec(question.query.view)?.groups
  const noun = groups?.noun ?? groups?.named
  if (noun === undefined) return undefined
  const named = [...question.query.documentIds].flatMap((id) => {
    const document = desk.corpus.documents.get(id)?.document
    if (document === undefined) return []
    const own = document.sections.filter(({ heading }) => normalisedView(heading).includes(noun))
    return [...Map.groupBy(own, ({ parentId }) => parentId).values()].map((sections) => ({
      document,
      sections,
    }))
  })
  const [largest] = named.sort((a, b) => b.sections.length - a.sections.length)
  if (largest === undefined || largest.sections.length <= FEWEST) return undefined
  return headingListing(largest.document, largest.sections)
}

/** 七个“抓”, “五大提升”: as many sibling headings as the question says begin with that word, or hold it. */
const BY_WORD =
  /(?<number>[二三四五六七八九十两]|\d{1,2})[个大][“「『"](?<word>\p{Script=Han}{1,4})[”」』"]|[“「『"](?<many>[二三四五六七八九十两])[个大项]?(?<held>\p{Script=Han}{2,4})[”」』"]/u

export function headingsByWord({ query }: Question, desk: Desk): Listing | undefined {
  const { many, held, number = many ?? '', word = held ?? '' } = BY_WORD.exec(query.view)?.groups ?? {}
  const count = /\d/u.test(number) ? Number(number) : number === '两' ? 2 : parseChineseNumeral(number)
  if (word === '' || count === undefined) return undefined
  for (const id of query.documentIds) {
    const document = desk.corpus.documents.get(id)?.document
    if (document === undefined) continue
    const own = document.sections.filter(({ heading }) => {
      const name = normalisedView(heading)
      return held === undefined ? name.startsWith(word) : name.includes(word)
    })
    for (const sections of Map.groupBy(own, ({ parentId, level }) => `${parentId} ${level}`).values())
      if (sections.length === count) return headingListing(document, sections)
  }
  return undefined
}

const LONGEST_PHRASE = 10
const SHORTEST_PHRASE = 4

/** 攻坚行动有哪些方向: the sibling headings that all hold the longest phrase of the question. */
export function headingsByPhrase({ kind, query }: Question, desk: Desk): Listing | undefined {
  const [id, other] = [...query.documentIds]
  const document =
    id === undefined || other !== undefined ? undefined : desk.corpus.documents.get(id)?.document
  if (kind !== 'list' || document === undefined) return undefined
  const groups = [...Map.groupBy(document.sections, ({ parentId, level }) => `${parentId} ${level}`).values()]
  for (const phrase of query.pieces.flatMap(phrasesIn)) {
    const found = groups
      .map((sections) => sections.filter(({ heading }) => normalisedView(heading).includes(phrase)))
      .find((sections) => sections.length > FEWEST)
    if (found !== undefined) return headingListing(document, found)
  }
  return undefined
}

/** Runs of a piece that hold more than planning words, longest first. */
function phrasesIn({ text, weights }: Question['query']['pieces'][number]): readonly string[] {
  const phrases: string[] = []
  for (let length = Math.min(LONGEST_PHRASE, text.length); length >= SHORTEST_PHRASE; length--) {
    for (let start = 0; start + length <= text.length; start++) {
      const own = weights.slice(start, start + length)
      if (own.filter((weight) => weight === 1).length > 1) phrases.push(text.slice(start, start + length))
    }
  }
  return phrases
}
