import { createHash } from 'node:crypto'
import type { EvalCase } from '../case.ts'
import type { Reply, ReplyCitation } from '../scorer/reply.ts'
import { squeeze } from '../scorer/text.ts'
import type { Texts } from '../scorer/texts.ts'
import { type SuiteResult, type SuiteSource, textsOf } from '../suite.ts'

/** A reply nobody can find fault with, and the files it was made from. */
export interface GoodReply {
  readonly suite: string
  readonly evalCase: EvalCase
  readonly reply: Reply
  readonly texts: Texts
}

const FAULTLESS = ['citationRecall', 'citationPrecision', 'spanExactness', 'numericFidelity'] as const

/** The replies of some runs that are right and without a fault of any scorer. */
export function goodReplies(
  results: readonly SuiteResult[],
  sources: readonly SuiteSource[],
): readonly GoodReply[] {
  return sources.flatMap((source) => {
    if (source.task !== 'answer') return []
    const texts = textsOf(source)
    const cases = results.find(({ name }) => name === source.name)?.cases ?? []
    return cases
      .filter(
        ({ scores }) => scores.correctness === 1 && FAULTLESS.every((name) => (scores[name] ?? 1) === 1),
      )
      .map(({ evalCase, reply }) => ({ suite: source.name, evalCase, reply, texts }))
  })
}

/** The words of a sentence without the naming of its source in front. */
export function coreOf(sentence: string): string {
  return squeeze(sentence).replace(/^[^,。;:|]{2,20}:/u, '')
}

/** A reply with one of its sentences in other words, in the list and in the text. */
export function reworded(reply: Reply, at: number, words: string): Reply {
  const before = reply.sentences[at]?.text ?? ''
  const sentences = reply.sentences.map((sentence, index) =>
    index === at ? { ...sentence, text: words } : sentence,
  )
  return { ...reply, text: reply.text.replace(before, () => words), sentences }
}

/** A citation of another place of its file, with words and hash that are right for that place. */
export function movedTo(citation: ReplyCitation, start: number, end: number, texts: Texts): ReplyCitation {
  const cited_text = [...(texts.get(citation.file) ?? '')].slice(start, end).join('')
  return { ...citation, cited_text, start_char_index: start, end_char_index: end, sha256: hashOf(cited_text) }
}

const squeezed = new WeakMap<Texts, readonly string[]>()

/** The files without their blanks, to see whether words stand in any of them. */
export function squeezedTexts(texts: Texts): readonly string[] {
  const known = squeezed.get(texts) ?? [...texts.values()].map(squeeze)
  squeezed.set(texts, known)
  return known
}

export function hashOf(words: string): string {
  return createHash('sha256').update(words).digest('hex')
}
