import type { Range } from '../../corpus/index.ts'
import { type ContentPiece, FUNCTION_CHARACTERS } from '../../retrieval/index.ts'
import { type Synonyms, sum, type Topic, UNJOINED_WEIGHT } from './topic.ts'

/** What names the kind of the thing asked for: 什么药物, 哪个国家, 何种情况下. */
const CLASS =
  /(?:[什甚]么(?:样的)?|何种|哪(?:一|几|些|[二三四五六七八九十两])?(?:个|种|类|所|家|部|款|本|位|条|座|项|支|份|篇|幅|名|只|间)?)(?<noun>\p{Script=Han}{2,4})/dgu
/** A noun of more than two letters ends where one of these follows; four letters before nothing are a noun and a verb. */
const BEHIND = /^[中里内上下所]/u
const NOTHING_BEHIND = /^(?:$|[?？，,呢吗])/u
/** It counts where it stands and is hardly missed where it does not. */
const CLASS_WEIGHT = 0.12

/** The unit of a figure says what is measured as well as a word does. */
const DIMENSIONS: ReadonlyMap<string, readonly string[]> = new Map([
  ['面积', ['亩', '公顷', '平方米', '平方公里', '平方公尺']],
  ['里程', ['公里', '千米']],
  ['金额', ['万元', '亿元']],
])

/** 设计者 is whoever designed. */
const AGENT = /(?<=\p{Script=Han}{2})者(?=(?:是|为)?(?:谁|何人|[什甚]么人)|[?？]|$)/u
/** What two everyday verbs in a row weigh that the corpus joins to nothing: 建造, 投产 are words it does not know. */
const UNKNOWN_VERB = 0.6

/**
 * The topic as running prose is to be judged by. Prose gives a thing and seldom says of what kind it is (用桂皮熬制
 * answers 什么药材), and what it never says of anything is missing and no mere way of asking.
 * @param asked normalised question
 */
export function proseTopic(topic: Topic, asked: string): Topic {
  const nouns = [...asked.matchAll(CLASS)].flatMap((match) => classNoun(match, asked))
  const agent = asked.search(AGENT)
  const isOfClass = (at: number) => nouns.some(({ start, end }) => start <= at && at < end)
  const pieces = topic.pieces.map((piece) => ({
    ...piece,
    weights: withUnknownVerbs(piece).map((weight, at) =>
      isOfClass(piece.start + at) || piece.start + at === agent ? Math.min(weight, CLASS_WEIGHT) : weight,
    ),
  }))
  const weightAt = (piece: number, at: number) => pieces[piece]?.weights[at] ?? 0
  return {
    ...topic,
    pieces,
    synonyms: pieces.map(({ text }, piece) => [...(topic.synonyms[piece] ?? []), ...dimensionsIn(text)]),
    pairs: topic.pairs.map((pair) => {
      const letters = [pair.at, pair.at + pair.text.length - 1]
      return { ...pair, weight: Math.min(...letters.map((at) => weightAt(pair.piece, at))) }
    }),
    totalWeight: sum(pieces.flatMap(({ weights }) => weights)),
    core: topic.core.map((own, piece) =>
      own.map((isCore, at) => isCore && weightAt(piece, at) > CLASS_WEIGHT),
    ),
  }
}

function dimensionsIn(text: string): readonly Synonyms[] {
  return [...DIMENSIONS].flatMap(([word, others]) => {
    const start = text.lastIndexOf(word)
    return start === -1 ? [] : [{ start, end: start + word.length, others }]
  })
}

function withUnknownVerbs({ text, weights }: ContentPiece): readonly number[] {
  const isUnjoined = (at: number) =>
    weights[at] === UNJOINED_WEIGHT && !FUNCTION_CHARACTERS.has(text[at] ?? '')
  return weights.map((weight, at) =>
    isUnjoined(at) && (isUnjoined(at - 1) || isUnjoined(at + 1)) ? UNKNOWN_VERB : weight,
  )
}

function classNoun(match: RegExpExecArray, asked: string): readonly Range[] {
  const [start, end] = match.indices?.groups?.noun ?? [0, 0]
  for (let at = end; at > start + 2; at--) {
    const rest = asked.slice(at)
    if (BEHIND.test(rest) || (at === start + 3 && NOTHING_BEHIND.test(rest))) return [{ start, end: at }]
  }
  return end - start < 2 ? [] : [{ start, end: start + 2 }]
}
