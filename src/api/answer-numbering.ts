import type { ProvenSentence } from '../citation/index.ts'
import type { Corpus } from '../corpus/index.ts'
import { toCitationJson } from './citation-json.ts'
import type { CitationJson, SentenceJson } from './schema.ts'

/** A sentence as it is given out, with the citations that no sentence before it had. */
export interface NumberedSentence {
  readonly sentence: SentenceJson
  readonly added: readonly CitationJson[]
}

/** Numbers citations in the order of reading, sentence by sentence; one span used twice keeps its number. */
export function createNumbering(corpus: Corpus): (sentence: ProvenSentence) => NumberedSentence {
  const numbers = new Map<string, number>()
  let at = 0
  return (sentence) => {
    const length = [...sentence.text].length
    const range = { start: at, end: at + length }
    at += length + 1
    const added: CitationJson[] = []
    const used = sentence.citations.map((citation) => {
      const key = `${citation.span.documentId}:${citation.span.start}:${citation.span.end}`
      const number = numbers.get(key) ?? numbers.size + 1
      if (!numbers.has(key)) added.push(toCitationJson(citation, number, range, corpus))
      numbers.set(key, number)
      return number
    })
    return {
      sentence: {
        text: sentence.text,
        verdict: sentence.verdict,
        citations: [...new Set(used)],
        checks: sentence.checks.map((check) => ({ ...check })),
      },
      added,
    }
  }
}
