import { createHash } from 'node:crypto'
import type { EvalCase } from '../case.ts'
import { isComputedRight } from './computed.ts'
import type { Reply, ReplyCitation, Score } from './reply.ts'

/**
 * Whether cited texts support a sentence, by this scorer's own rule: with the marks of omission and one
 * naming of the source taken away, the sentence is made of the cited texts and of nothing else. A computed
 * sentence is computed again.
 */
export function supports(sentence: string, cited: readonly ReplyCitation[]): boolean {
  let rest = squeeze(sentence)
  const [first] = cited
  if (first === undefined) return false
  for (const name of sourceNames(first)) {
    if (rest.startsWith(`${name}：`)) {
      rest = rest.slice(name.length + 1)
      break
    }
  }
  const quotes = cited.map((citation) => squeeze(citation.cited_text)).sort((a, b) => b.length - a.length)
  for (const quote of quotes) {
    const at = rest.indexOf(quote)
    if (at === -1) continue
    rest = `${rest.slice(0, at)}|${rest.slice(at + quote.length)}`
  }
  const isQuoted = /\|/.test(rest) && rest.replace(/[|…：。；]/gu, '') === ''
  return isQuoted || isComputedRight(sentence, cited)
}

function sourceNames({ jurisdiction, years, document_title }: ReplyCitation): readonly string[] {
  const [from, to] = [years[0], years.at(-1)]
  const period = from === undefined ? '' : from === to ? `${from}年` : `${from}—${to}年`
  return [`${jurisdiction ?? ''}${period}`, `《${document_title}》`].filter((name) => name !== '')
}

function squeeze(text: string): string {
  return text.replace(/\s+/gu, '')
}

function citedBy(reply: Reply, numbers: readonly number[]): readonly ReplyCitation[] {
  return reply.citations.filter((citation) => numbers.includes(citation.id))
}

/** Share of the sentences that their citations support; null for a refusal. */
export function scoreCitationRecall(reply: Reply): Score {
  if (reply.kind === 'refused') return null
  if (reply.sentences.length === 0) return 0
  const supported = reply.sentences.filter((sentence) =>
    supports(sentence.text, citedBy(reply, sentence.citations)),
  )
  return supported.length / reply.sentences.length
}

/**
 * Share of the citations that are needed: their sentence is supported, and no longer is without them,
 * unless they support it alone. Null where nothing is cited.
 */
export function scoreCitationPrecision(reply: Reply): Score {
  const verdicts: boolean[] = []
  for (const sentence of reply.sentences) {
    const cited = citedBy(reply, sentence.citations)
    const isSupported = supports(sentence.text, cited)
    for (const citation of cited) {
      const others = cited.filter((other) => other !== citation)
      const isIrrelevant = !supports(sentence.text, [citation]) && supports(sentence.text, others)
      verdicts.push(isSupported && !isIrrelevant)
    }
  }
  return verdicts.length === 0 ? null : verdicts.filter(Boolean).length / verdicts.length
}

/** Share of the citations that are the file's text at the stated code points, with the stated hash. */
export function scoreSpanExactness(reply: Reply, texts: ReadonlyMap<string, string>): Score {
  if (reply.citations.length === 0) return null
  const exact = reply.citations.filter((citation) => {
    const text = texts.get(citation.file)
    if (text === undefined) return false
    const slice = [...text].slice(citation.start_char_index, citation.end_char_index).join('')
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
