import type { Corpus, Jurisdiction } from '../../corpus/index.ts'
import { englishWords, stem } from '../../text/index.ts'
import { passageSentences } from '../passage-sentences.ts'
import { type Catalogue, type Filters, understand } from '../query/index.ts'
import type { Rarity } from '../rarity.ts'
import type { Retriever } from '../retriever.ts'
import { askingOf, LIGHT_WORDS, LINKS, PHRASES } from './asking.ts'
import type { Glossary } from './glossary.ts'
import { createFindPlace, type FindPlace } from './place-names.ts'

/** What an English question says in Chinese. */
export type EnglishReading =
  /** `unknown` are the words for which no Chinese was found; they stand in the question as they are. */
  | { readonly kind: 'chinese'; readonly question: string; readonly unknown: readonly string[] }
  | { readonly kind: 'unknown'; readonly words: readonly string[] }

/** What an English question is read against. */
export interface EnglishDesk {
  readonly corpus: Corpus
  readonly catalogue: Catalogue
  readonly retriever: Retriever
  readonly rarity: Rarity
}

/** Puts an English question into the Chinese words that the documents use; undefined when it is not English. */
export type EnglishReader = (
  question: string,
  filters: Filters,
  desk: EnglishDesk,
) => Promise<EnglishReading | undefined>

const FEWEST_WORDS = 2
const MOST_HAN = 1

/** @param divisions whose names may stand in a question, written in pinyin */
export function createEnglishReader(glossary: Glossary, divisions: readonly Jurisdiction[]): EnglishReader {
  const findPlace = createFindPlace(divisions)
  return async (question, filters, desk) => {
    if (!isEnglish(question)) return undefined
    const parts = partsOf(question, { glossary, findPlace, catalogue: desk.catalogue })
    const terms = headLast(parts)
    const unknown = parts.flatMap((part) => (part.kind === 'unknown' ? [part.word] : []))
    if (terms.length === 0 && unknown.length > 0) return { kind: 'unknown', words: unknown }
    const frame = frameOf(parts)
    const chosen = await chooseWordings(terms, frame, filters, desk)
    const { words, compares } = askingOf(question)
    const topic = [...chosen, ...unknown].join(' ')
    const asking = compares && frame.sides > 1 ? '相比' : ''
    const isBefore = words.endsWith('提到')
    const body = isBefore ? `${words}${topic}` : `${topic}${topic === '' ? '' : ' '}${words}`
    return { kind: 'chinese', question: `${frame.text}${asking}${body}？`, unknown }
  }
}

function isEnglish(question: string): boolean {
  const latin = question.match(/[a-z]{2,}/giu)?.length ?? 0
  const han = question.match(/\p{Script=Han}/gu)?.length ?? 0
  return latin >= FEWEST_WORDS && han <= MOST_HAN
}

type Part =
  | { readonly kind: 'place'; readonly text: string; readonly parent: string | null }
  | { readonly kind: 'year' | 'kind'; readonly text: string }
  | { readonly kind: 'term'; readonly wordings: readonly string[] }
  | { readonly kind: 'unknown'; readonly word: string }
  | { readonly kind: 'link' }

interface Lexicon {
  readonly glossary: Glossary
  readonly findPlace: FindPlace
  readonly catalogue: Catalogue
}

const YEAR = /^(?:19|20)\d\d$/u
const YEARS = /\b((?:19|20)\d\d)\s?(?:-|–|—|to)\s?((?:19|20)\d\d)\b/giu
const DOCUMENT_NAME = /^(?:三年行动计划|行动计划|工作要点|十[三四五]五)$/u

function partsOf(question: string, lexicon: Lexicon): readonly Part[] {
  const marked = PHRASES.reduce((said, [pattern, chinese]) => said.replace(pattern, ` ${chinese} `), question)
  const runs =
    marked
      .replace(YEARS, ' $1-$2年 ')
      .match(
        /\d*[\p{Script=Han}]+|(?:19|20)\d\d-(?:19|20)\d\d年|[^\p{Script=Han}]+?(?=\s\d*-?\d*\p{Script=Han}|$)/gu,
      ) ?? []
  return runs.flatMap((run): readonly Part[] => {
    const chinese = run.trim()
    if (!/\p{Script=Han}/u.test(chinese)) return partsOfEnglish(chinese, lexicon)
    if (/年$/u.test(chinese) && /\d/u.test(chinese)) return [{ kind: 'year', text: chinese }]
    if (DOCUMENT_NAME.test(chinese)) return [{ kind: 'kind', text: chinese }]
    return [
      ...(chinese.startsWith('每') ? [LINK] : []),
      { kind: 'term', wordings: [chinese, ...variantsOf(chinese)] },
    ]
  })
}

const LINK: Part = { kind: 'link' }

/** Plans count per 人口, per 常住人口 or per 人. */
function variantsOf(chinese: string): readonly string[] {
  const base = /^每[千万](?=人口$)/u.exec(chinese)?.[0]
  return base === undefined ? [] : [`${base}常住人口`, `${base}人`, `${base}名`]
}

function partsOfEnglish(text: string, { glossary, findPlace, catalogue }: Lexicon): readonly Part[] {
  const words = englishWords(text)
  const parts: Part[] = []
  for (let at = 0; at < words.length; ) {
    const word = words[at]?.text ?? ''
    const place = LIGHT_WORDS.has(word) ? undefined : findPlace(words, at, catalogue)
    const term =
      place === undefined
        ? longestTerm(
            words.map((one) => one.text),
            at,
            glossary,
          )
        : undefined
    if (place !== undefined) parts.push({ kind: 'place', text: place.name, parent: place.parent })
    else if (YEAR.test(word)) parts.push({ kind: 'year', text: `${word}年` })
    else if (term !== undefined) parts.push({ kind: 'term', wordings: term.wordings })
    else if (LINKS.has(word)) parts.push({ kind: 'link' })
    else if (!LIGHT_WORDS.has(word) && word.length > 1) parts.push({ kind: 'unknown', word })
    at += place?.length ?? term?.length ?? 1
  }
  return parts
}

function longestTerm(words: readonly string[], at: number, glossary: Glossary) {
  for (let length = Math.min(glossary.longestTerm, words.length - at); length > 0; length--) {
    const said = words.slice(at, at + length)
    if (length === 1 && LIGHT_WORDS.has(said[0] ?? '')) return undefined
    const wordings = glossary.wordings(said.map(stem).join(' '))
    if (wordings.length > 0) return { wordings, length }
  }
  return undefined
}

/** The terms in the order of Chinese, which names what is measured last: the share of nurses is 护士 比例. */
function headLast(parts: readonly Part[]): readonly Extract<Part, { kind: 'term' }>[] {
  const groups: Extract<Part, { kind: 'term' }>[][] = [[]]
  for (const part of parts) {
    if (part.kind === 'link') groups.unshift([])
    if (part.kind === 'term') groups[0]?.push(part)
  }
  return groups.flat()
}

/** Places, years and kinds of document in front, as Chinese puts them. */
function frameOf(parts: readonly Part[]): { readonly text: string; readonly sides: number } {
  const of = (kind: 'place' | 'year' | 'kind') => [
    ...new Set(parts.flatMap((part) => (part.kind === kind ? [part.text] : []))),
  ]
  const above = new Set(parts.flatMap((part) => (part.kind === 'place' ? [part.parent] : [])))
  const places = of('place').filter((place) => !above.has(place))
  const [years, kinds] = [of('year'), of('kind')]
  return {
    text: `${places.join('和')}${years.join('和')}${kinds.join('和')}`,
    sides: Math.max(places.length, years.length),
  }
}

const CANDIDATES = 40

/** For each term the wording that stands in the sentence which holds most of them; else the likeliest in use. */
async function chooseWordings(
  terms: readonly { readonly wordings: readonly string[] }[],
  frame: { readonly text: string },
  filters: Filters,
  desk: EnglishDesk,
): Promise<readonly string[]> {
  const all = [...new Set(terms.flatMap(({ wordings }) => wordings))]
  const query = understand(`${frame.text} ${all.join(' ')}`, desk.catalogue, filters)
  const found = await desk.retriever.search(query, CANDIDATES)
  const sentences = found.flatMap(({ passageId }) => sentencesOf(passageId, desk.corpus))
  const held = (sentence: string) =>
    terms.reduce(
      (sum, { wordings }) => sum + Math.max(0, ...wordings.map((one, at) => worthIn(sentence, one, at))),
      0,
    )
  const best = sentences.reduce(
    (top, sentence) => {
      const worth = held(sentence)
      return worth > top.worth ? { sentence, worth } : top
    },
    { sentence: '', worth: 0 },
  )
  return [...new Set(terms.map(({ wordings }) => wordingFor(wordings, best.sentence, desk.rarity)))]
}

/** A wording's share of the probability of its term falls with its place; longer words say more. */
function worthIn(sentence: string, wording: string, at: number): number {
  return sentence.includes(wording.toLowerCase()) ? Math.min(4, wording.length) / (1 + at / 4) : 0
}

function wordingFor(wordings: readonly string[], sentence: string, rarity: Rarity): string {
  const standing = wordings.filter((wording) => sentence.includes(wording.toLowerCase()))
  const longest = [...standing].sort((a, b) => b.length - a.length)[0]
  return longest ?? wordings.find((wording) => isUsed(wording, rarity)) ?? wordings[0] ?? ''
}

function isUsed(wording: string, rarity: Rarity): boolean {
  return Array.from({ length: wording.length - 1 }, (_, at) => wording.slice(at, at + 2)).every(
    (pair) => rarity(pair) !== null,
  )
}

function sentencesOf(passageId: Parameters<Corpus['passages']['get']>[0], corpus: Corpus): readonly string[] {
  const passage = corpus.passages.get(passageId)
  const view = passage === undefined ? undefined : corpus.documents.get(passage.documentId)?.view
  if (passage === undefined || view === undefined) return []
  return passageSentences(view, passage).map(({ start, end }) => view.slice(start, end))
}
