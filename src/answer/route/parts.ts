import type { ProvenSentence } from '../../citation/index.ts'
import { COMMON_WEIGHT, type ContentPiece } from '../../retrieval/index.ts'
import type { Answer, MissingSide } from '../answer.ts'
import { composeSentences } from '../compose.ts'
import { type Desk, judgeAll } from '../desk.ts'
import type { Question } from '../question.ts'
import { answered, isVerified } from '../result.ts'
import { selectBest } from '../selection.ts'

const JOINT = /以及|[和及与、]/gu
/** Only a question for figures names its parts so plainly that they can be asked one by one. */
const ASKS_EACH = /分别|各[是为要有多]|多少|几|目标|百分之/u
/** 每千人医师数和护士数: the second is per thousand too. */
const PER_HEAD = /^每[千万百]人/u
const FEWEST_CORE = 2

/**
 * Asks the parts of a question one by one (甲和乙分别多少) and says which of them the documents do not state.
 * @returns undefined when the question has no parts, or when none or all of them are found
 */
export async function answerParts(
  question: Question,
  isAttributed: boolean,
  desk: Desk,
): Promise<Answer | undefined> {
  const parts = partsOf(question)
  if (parts.length < 2) return undefined
  const { documentIds, regions, years } = question.query
  const found = await Promise.all(parts.map((part) => sentencesFor(part, question, isAttributed, desk)))
  const sentences = new Map(found.flat().map((sentence) => [sentence.text, sentence]))
  const missing = parts.flatMap((part, at): MissingSide[] => {
    const name = part.map(({ text }) => text).join('')
    const note = `没有找到“${name}”：全文已检，没有明确的表述`
    return found[at]?.length === 0 ? [{ region: regions[0] ?? null, year: years[0] ?? null, note }] : []
  })
  if (sentences.size === 0 || missing.length === 0) return undefined
  return answered(question, { sentences: [...sentences.values()], missing }, documentIds, desk)
}

async function sentencesFor(
  pieces: readonly ContentPiece[],
  question: Question,
  isAttributed: boolean,
  desk: Desk,
): Promise<readonly ProvenSentence[]> {
  const asked = { ...question, query: { ...question.query, pieces } }
  const { judged, topic } = await judgeAll(asked, question.query.documentIds, desk)
  const best = selectBest(judged, asked, topic)
  return best === undefined ? [] : composeSentences(best.parts, isAttributed, desk.corpus).filter(isVerified)
}

/** What each part asks for; fewer than two when the question does not join several. */
function partsOf({ query: { view, pieces } }: Question): readonly (readonly ContentPiece[])[] {
  if (!ASKS_EACH.test(view)) return []
  const split = pieces.flatMap(splitPiece)
  const parts: ContentPiece[][] = []
  for (const [at, piece] of split.entries()) {
    const before = split[at - 1]
    const between = before === undefined ? '' : view.slice(before.start + before.text.length, piece.start)
    const last = parts.at(-1)
    if (last === undefined || new RegExp(JOINT).test(between)) parts.push([piece])
    else last.push(piece)
  }
  const [first] = parts
  const perHead = PER_HEAD.exec(first?.[0]?.text ?? '')?.[0]
  const named = parts.map((part) => withPerHead(part, perHead))
  return named.every((part) => part.some(isNamed)) ? named : []
}

function splitPiece(piece: ContentPiece): readonly ContentPiece[] {
  const cuts = [...piece.text.matchAll(JOINT)].map(({ index, 0: joint }) => ({
    start: index,
    end: index + joint.length,
  }))
  const starts = [0, ...cuts.map(({ end }) => end)]
  const ends = [...cuts.map(({ start }) => start), piece.text.length]
  return starts
    .map((start, at) => sliced(piece, start, ends[at] ?? start))
    .filter(({ text }) => text.length > 1)
}

function sliced({ start, text, weights }: ContentPiece, from: number, to: number): ContentPiece {
  return { start: start + from, text: text.slice(from, to), weights: weights.slice(from, to) }
}

function withPerHead(part: readonly ContentPiece[], perHead: string | undefined): readonly ContentPiece[] {
  const [first] = part
  if (perHead === undefined || first === undefined || first.text.startsWith('每') || !/数$/u.test(first.text))
    return part
  const weights = [...new Array<number>(perHead.length).fill(1), ...first.weights]
  return [{ ...first, text: `${perHead}${first.text}`, weights }, ...part.slice(1)]
}

function isNamed({ weights }: ContentPiece): boolean {
  return weights.filter((weight) => weight > COMMON_WEIGHT).length >= FEWEST_CORE
}
