import { createHash } from 'node:crypto'
import type { EvalCase } from '../case.ts'
import type { Reply, ReplyCitation, Score } from './reply.ts'
import { supports } from './support.ts'
import { lettersOf, type Texts } from './texts.ts'

function citedBy(reply: Reply, numbers: readonly number[]): readonly ReplyCitation[] {
  return reply.citations.filter((citation) => numbers.includes(citation.id))
}

/** Share of the sentences that their citations support; null for a refusal. */
export function scoreCitationRecall(reply: Reply, texts: Texts): Score {
  if (reply.kind === 'refused') return null
  if (reply.sentences.length === 0) return 0
  const supported = reply.sentences.filter((sentence) =>
    supports(sentence.text, citedBy(reply, sentence.citations), texts),
  )
  return supported.length / reply.sentences.length
}

/**
 * Share of the citations that are needed: their sentence is supported, and no longer is without them,
 * unless they support it alone. Null where nothing is cited.
 */
export function scoreCitationPrecision(reply: Reply, texts: Texts): Score {
  const verdicts: boolean[] = []
  for (const sentence of reply.sentences) {
    const cited = citedBy(reply, sentence.citations)
    const isSupported = supports(sentence.text, cited, texts)
    for (const citation of cited) {
      const others = cited.filter((other) => other !== citation)
      const isIrrelevant =
        !supports(sentence.text, [citation], texts) && supports(sentence.text, others, texts)
      verdicts.push(isSupported && !isIrrelevant)
    }
  }
  return verdicts.length === 0 ? null : verdicts.filter(Boolean).length / verdicts.length
}

/** Share of the citations that are the file's text at the stated code points, with the stated hash. */
export function scoreSpanExactness(reply: Reply, texts: Texts): Score {
  if (reply.citations.length === 0) return null
  const exact = reply.citations.filter((citation) => {
    const letters = lettersOf(citation.file, texts)
    const slice = letters.slice(citation.start_char_index, citation.end_char_index).join('')
    return (
      slice === citation.cited_text && createHash('sha256').update(slice).digest('hex') === citation.sha256
    )
  })
  return exact.length / reply.citations.length
}

/** Character F1 of what was cited against the gold evidence; null where there is none. */
export function scoreEvidenceF1({ expect }: EvalCase, reply: Reply): Score {
  if (expect.evidence.length === 0) return null
  const gold = positions(expect.evidence.map(({ file, start, end }) => ({ file, start, end })))
  const cited = positions(
    reply.citations.map((c) => ({ file: c.file, start: c.start_char_index, end: c.end_char_index })),
  )
  const shared = [...cited].filter((position) => gold.has(position)).length
  if (shared === 0) return 0
  const precision = shared / cited.size
  const recall = shared / gold.size
  return (2 * precision * recall) / (precision + recall)
}

function positions(spans: readonly { file: string; start: number; end: number }[]): ReadonlySet<string> {
  const all = new Set<string>()
  for (const { file, start, end } of spans) for (let at = start; at < end; at++) all.add(`${file}:${at}`)
  return all
}

/** Characters cited in all; so that quoting everything cannot win unseen. */
export function citedCharacters(reply: Reply): number {
  return reply.citations.reduce((sum, citation) => sum + [...citation.cited_text].length, 0)
}
