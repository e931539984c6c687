import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { CitationJson } from '../api/schema.ts'
import type { CodePointIndex, TextRange } from './code-point.ts'

type CitedWords = Pick<CitationJson, 'start_char_index' | 'end_char_index' | 'cited_text' | 'sha256'>

/**
 * Where a citation stands in the text that was loaded, or undefined when the words there are not the cited
 * ones. Nothing may be highlighted without this proof.
 */
export function findCited(text: string, index: CodePointIndex, citation: CitedWords): TextRange | undefined {
  const range = index.rangeOf(citation.start_char_index, citation.end_char_index)
  if (range === undefined) return undefined
  const words = text.slice(range.start, range.end)
  const isSame = words === citation.cited_text && sha256Hex(words) === citation.sha256
  return isSame ? range : undefined
}

/** crypto.subtle is missing on plain-http pages, which is how an office network serves this one. */
function sha256Hex(words: string): string {
  return bytesToHex(sha256(utf8ToBytes(words)))
}
