import { pick, type Random } from '../proof/random.ts'
import type { Reply } from '../scorer/reply.ts'
import { squeeze } from '../scorer/text.ts'
import { coreOf, type GoodReply, hashOf, movedTo, reworded, squeezedTexts } from './good-reply.ts'
import { stitched } from './stitch.ts'
import { WORD_CHANGES } from './word-change.ts'

/** What a mutation may draw on: other good replies over the same files, and chance. */
export interface Surroundings {
  readonly others: readonly GoodReply[]
  readonly random: Random
}

/** Makes a bad reply of a good one; undefined where the kind does not apply or would change nothing that matters. */
export type Mutation = (good: GoodReply, surroundings: Surroundings) => Reply | undefined

/** Every kind of fault a reply can have, by name. */
export const MUTATIONS: Readonly<Record<string, Mutation>> = {
  ...Object.fromEntries(
    Object.entries(WORD_CHANGES).map(([kind, change]) => [
      kind,
      (good: GoodReply, { random }: Surroundings) =>
        falseSentence(good, random, (sentence) => change(sentence, random)),
    ]),
  ),
  region: anotherRegion,
  stitched,
  forged_quote: forgedQuote,
  wrong_time: wrongTime,
  wrong_citation: wrongCitation,
  shifted_span: shiftedSpan,
  dropped_citation: droppedCitation,
  hidden_statement: hiddenStatement,
  refusal_removed: refusalRemoved,
}

/** A changed sentence whose words stand in none of the files. */
function falseSentence(
  good: GoodReply,
  random: Random,
  change: (sentence: string) => string | undefined,
): Reply | undefined {
  const at = Math.floor(random() * good.reply.sentences.length)
  const sentence = good.reply.sentences[at]?.text
  const words = sentence === undefined ? undefined : change(sentence)
  if (sentence === undefined || words === undefined) return undefined
  const isNoOp = squeeze(words) === squeeze(sentence)
  // A change in the name of the source leaves the rest true to the file, and is false all the same.
  const isInName = coreOf(words) === coreOf(sentence)
  const isTrueStill = !isInName && stands(coreOf(words), good)
  return isNoOp || isTrueStill ? undefined : reworded(good.reply, at, words)
}

function stands(words: string, { texts }: GoodReply): boolean {
  const bare = words.replace(/[。;]$/u, '')
  return squeezedTexts(texts).some((text) => text.includes(bare))
}

function anotherRegion(good: GoodReply, { others, random }: Surroundings): Reply | undefined {
  const named = new Set(good.reply.citations.map(({ jurisdiction }) => jurisdiction))
  const foreign = others
    .flatMap(({ reply }) => reply.citations.map(({ jurisdiction }) => jurisdiction))
    .filter((name) => name !== null && !named.has(name))
  const other = pick(foreign, random)
  if (other === undefined || other === null) return undefined
  return falseSentence(good, random, (sentence) => {
    const own = [...named].find((name) => name !== null && sentence.includes(name))
    return own === undefined || own === null ? `${other}：${sentence}` : sentence.replaceAll(own, other)
  })
}

/** The sentence and the words it cites are changed alike, and the hash is made to fit. */
function forgedQuote(good: GoodReply, { random }: Surroundings): Reply | undefined {
  const forge = WORD_CHANGES[pick(['number', 'comparator', 'negation'], random) ?? 'number']
  const cited = pick(good.reply.citations, random)
  const words = cited === undefined ? undefined : forge?.(cited.cited_text, random)
  const at = good.reply.sentences.findIndex(
    ({ text, citations }) => citations.includes(cited?.id ?? -1) && text.includes(cited?.cited_text ?? ''),
  )
  const sentence = good.reply.sentences[at]?.text
  if (cited === undefined || words === undefined || sentence === undefined) return undefined
  if (squeeze(words) === squeeze(cited.cited_text) || stands(squeeze(words), good)) return undefined
  const forged = reworded(
    good.reply,
    at,
    sentence.replace(cited.cited_text, () => words),
  )
  const citations = good.reply.citations.map((one) =>
    one === cited ? { ...one, cited_text: words, sha256: hashOf(words) } : one,
  )
  return { ...forged, citations }
}

const TIME = /(?:到)?20\d\d年(?:底|末)?前?/gu

/** A time that a sentence takes from its paragraph is taken from another place of the file, word for word. */
function wrongTime(good: GoodReply, { random }: Surroundings): Reply | undefined {
  const { reply, texts } = good
  const time = pick(
    reply.citations.filter(({ cited_text }) => /^(?:到)?20\d\d年(?:底|末)?前?$/u.test(cited_text)),
    random,
  )
  const at = reply.sentences.findIndex(({ citations }) => citations.includes(time?.id ?? -1))
  const sentence = reply.sentences[at]?.text
  if (time === undefined || sentence === undefined) return undefined
  const text = texts.get(time.file) ?? ''
  const other = pick(
    [...text.matchAll(TIME)].filter(([words]) => !words.includes(/20\d\d/u.exec(time.cited_text)?.[0] ?? '')),
    random,
  )
  if (other === undefined) return undefined
  const start = [...text.slice(0, other.index)].length
  const moved = movedTo(time, start, start + [...other[0]].length, texts)
  const spoilt = reworded(
    reply,
    at,
    sentence.replace(time.cited_text, () => moved.cited_text),
  )
  return { ...spoilt, citations: reply.citations.map((one) => (one === time ? moved : one)) }
}

function wrongCitation({ reply }: GoodReply, { others, random }: Surroundings): Reply | undefined {
  const cited = pick(reply.citations, random)
  const other = pick(
    others.flatMap((one) => one.reply.citations).filter(({ sha256 }) => sha256 !== cited?.sha256),
    random,
  )
  const sentence = reply.sentences.find(({ citations }) => citations.includes(cited?.id ?? -1))
  if (cited === undefined || other === undefined || sentence === undefined) return undefined
  if (squeeze(other.cited_text).includes(squeeze(cited.cited_text))) return undefined
  const citations = reply.citations.map((one) => (one === cited ? { ...other, id: one.id } : one))
  return { ...reply, citations }
}

/** The span lies elsewhere; half of the time words and hash are those of the new place. */
function shiftedSpan({ reply, texts }: GoodReply, { random }: Surroundings): Reply | undefined {
  const cited = pick(reply.citations, random)
  const by = pick([-40, -12, -3, -1, 1, 3, 12, 40], random) ?? 1
  if (cited === undefined || cited.start_char_index + by < 0) return undefined
  const moved = movedTo(cited, cited.start_char_index + by, cited.end_char_index + by, texts)
  if (squeeze(moved.cited_text) === squeeze(cited.cited_text) || moved.cited_text === '') return undefined
  const shifted = random() < 0.5 ? moved : { ...moved, cited_text: cited.cited_text, sha256: cited.sha256 }
  return { ...reply, citations: reply.citations.map((one) => (one === cited ? shifted : one)) }
}

function droppedCitation({ reply }: GoodReply, { random }: Surroundings): Reply | undefined {
  const at = Math.floor(random() * reply.sentences.length)
  const dropped = pick(reply.sentences[at]?.citations ?? [], random)
  if (dropped === undefined) return undefined
  const sentences = reply.sentences.map((sentence, index) =>
    index === at ? { ...sentence, citations: sentence.citations.filter((id) => id !== dropped) } : sentence,
  )
  return { ...reply, sentences }
}

/** Something nobody wrote stands in the text only, where no citation is asked for. */
function hiddenStatement(good: GoodReply, { random }: Surroundings): Reply | undefined {
  const sentence = pick(good.reply.sentences, random)?.text
  const words = sentence === undefined ? undefined : WORD_CHANGES.number?.(sentence, random)
  if (words === undefined || stands(coreOf(words), good)) return undefined
  return { ...good.reply, text: `${good.reply.text}\n${words}` }
}

/** What a refusal shows as near is given as the answer; where it shows nothing, an answer to something else. */
function refusalRemoved({ evalCase, reply }: GoodReply, { others, random }: Surroundings): Reply | undefined {
  if (evalCase.expect.kind !== 'refused') return undefined
  const near = reply.near_misses[0]?.citation ?? pick(others, random)?.reply.citations[0]
  if (near === undefined) return undefined
  const text = `${near.cited_text}。`
  const sentences = [{ text, verdict: 'quoted', citations: [1] }]
  return { kind: 'answered', text, sentences, citations: [{ ...near, id: 1 }], near_misses: [] }
}
