import type { Citation, ProvenSentence } from '../citation/index.ts'
import type { Corpus } from '../corpus/index.ts'
import { toCitationJson } from './citation-json.ts'
import type { CitationJson, SentenceJson } from './schema.ts'

/** A sentence as it is given out, with the citations that no sentence before it had. */
export interface NumberedSentence {
  readonly sentence: SentenceJson
  readonly added: readonly CitationJson[]
}

export interface Numbering {
  sentence(sentence: ProvenSentence): NumberedSentence
  /** The numbers of places that are named beside the sentences, and those that no sentence had. */
  cited(citations: readonly Citation[]): {
    readonly numbers: number[]
    readonly added: readonly CitationJson[]
  }
}

/**
 * Numbers citations in the order of reading, sentence by sentence; one span used twice keeps its number.
 * @param head what stands in front of the sentences
 */
export function createNumbering(corpus: Corpus, head: string | null): Numbering {
  const numbers = new Map<string, number>()
  let at = head === null ? 0 : [...head].length + 1
  const number = (
    citations: readonly Citation[],
    range: { readonly start: number; readonly end: number } | null,
  ) => {
    const added: CitationJson[] = []
    const used = citations.map((citation) => {
      const key = `${citation.span.documentId}:${citation.span.start}:${citation.span.end}`
      const own = numbers.get(key) ?? numbers.size + 1
      if (!numbers.has(key)) added.push(toCitationJson(citation, own, range, corpus))
      numbers.set(key, own)
      return own
    })
    return { numbers: [...new Set(used)], added }
  }
  return {
    sentence: ({ text, verdict, citations, checks }) => {
      const end = at + [...text].length
      const { numbers: used, added } = number(citations, { start: at, end })
      at = end + 1
      return {
        sentence: { text, verdict, citations: used, checks: checks.map((check) => ({ ...check })) },
        added,
      }
    },
    cited: (citations) => number(citations, null),
  }
}
