import { pick } from '../proof/random.ts'
import type { Reply, ReplyCitation } from '../scorer/reply.ts'
import { squeeze } from '../scorer/text.ts'
import { type GoodReply, movedTo, squeezedTexts } from './good-reply.ts'
import type { Surroundings } from './mutation.ts'

const SHORTEST = 4
const PREDICATE =
  /(?:达到|達到|增长|下降|提高|不低于|不超过|完成|控制在|建成|新增|推进|加强|开展|实施|建设|启动|建立|降至)/u

/**
 * The front of what one reply cites and the back of what another cites, joined to one sentence that cites exactly the
 * two pieces: every word of it is in the files, and the statement is in none.
 */
export function stitched(good: GoodReply, { others, random }: Surroundings): Reply | undefined {
  const front = good.reply.citations[0]
  const other = pick(
    others.filter(({ reply }) => reply.citations[0]?.sha256 !== front?.sha256),
    random,
  )
  const back = other?.reply.citations[0]
  if (front === undefined || back === undefined || other === undefined) return undefined
  const [head, tail] = [headOf(front, good), tailOf(back, other)]
  if (head === undefined || tail === undefined) return undefined
  const text = `${head.cited_text}${tail.cited_text}。`
  const isTrue = squeezedTexts(good.texts).some((words) => words.includes(squeeze(text).slice(0, -1)))
  if (isTrue) return undefined
  const first = good.reply.sentences[0]
  if (first === undefined) return undefined
  const others_ = good.reply.sentences.slice(1)
  return {
    ...good.reply,
    text: [text, ...others_.map((sentence) => sentence.text)].join('\n'),
    sentences: [{ text, verdict: 'quoted', citations: [901, 902] }, ...others_],
    citations: [...good.reply.citations, { ...head, id: 901 }, { ...tail, id: 902 }],
  }
}

/** What stands before the predicate of a quotation. */
function headOf(citation: ReplyCitation, { texts }: GoodReply): ReplyCitation | undefined {
  const at = PREDICATE.exec(citation.cited_text)?.index ?? 0
  const length = [...citation.cited_text.slice(0, at)].length
  if (length < SHORTEST) return undefined
  return movedTo(citation, citation.start_char_index, citation.start_char_index + length, texts)
}

/** The predicate of a quotation and all behind it. */
function tailOf(citation: ReplyCitation, { texts }: GoodReply): ReplyCitation | undefined {
  const at = PREDICATE.exec(citation.cited_text)?.index ?? 0
  const before = [...citation.cited_text.slice(0, at)].length
  if (before < SHORTEST) return undefined
  return movedTo(citation, citation.start_char_index + before, citation.end_char_index, texts)
}
