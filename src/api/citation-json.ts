import type { Citation } from '../citation/index.ts'
import { type Corpus, pageAt } from '../corpus/index.ts'
import { codePointOffsets } from './code-point.ts'
import type { CitationJson } from './schema.ts'

/** @param range where the supported sentence stands in the answer's text, in code points */
export function toCitationJson(
  citation: Citation,
  number: number,
  range: { readonly start: number; readonly end: number } | null,
  corpus: Corpus,
): CitationJson {
  const { span, years } = citation
  const document = corpus.documents.get(span.documentId)?.document
  const offset = codePointOffsets(document?.text ?? '')
  const start = offset(span.start)
  const end = offset(span.end)
  return {
    id: number,
    type: 'char_location',
    document_id: span.documentId,
    document_title: citation.title,
    file: citation.file,
    jurisdiction: citation.jurisdiction?.name ?? null,
    years:
      years === null ? [] : Array.from({ length: years[1] - years[0] + 1 }, (_, index) => years[0] + index),
    path: [...citation.path],
    page: pageAt(document?.pages ?? [], span.start),
    cited_text: citation.quote,
    start_char_index: start,
    end_char_index: end,
    answer_start: range?.start ?? null,
    answer_end: range?.end ?? null,
    sha256: citation.sha256,
    verified: true,
    url: `/documents/${span.documentId}?span=${start}-${end}`,
  }
}
