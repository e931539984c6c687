import type { Answer, RejectedSentence } from '../answer/index.ts'
import type { Citation, ProvenSentence } from '../citation/index.ts'
import { type Corpus, pageAt } from '../corpus/index.ts'
import { codePointOffsets } from './code-point.ts'
import type { AnswerJson, CitationJson } from './schema.ts'

/** What the edge adds to an answer. */
export interface AnswerFrame {
  readonly id: string
  readonly traceId: string
  readonly createdAt: string
  readonly timingsMs: Readonly<Record<string, number>>
}

/** The one serialiser behind every door: stored, streamed, reloaded and exported answers are its output. */
export function toAnswerJson(answer: Answer, frame: AnswerFrame, corpus: Corpus): AnswerJson {
  const sentences = answer.kind === 'answered' ? answer.sentences : []
  const missing = answer.kind === 'answered' ? answer.missing : []
  const numbered = numberCitations(sentences, corpus)
  const notes = missing.map(
    ({ region, year, note }) => `${region ?? ''}${year === null ? '' : `${year}年`}：${note}。`,
  )
  const { interpreted, scope } = answer
  return {
    id: frame.id,
    kind: answer.kind,
    question: answer.question,
    interpreted: {
      kind: interpreted.kind,
      regions: [...interpreted.regions],
      years: [...interpreted.years],
      document_kinds: [...interpreted.documentKinds],
      indicator: interpreted.indicator,
    },
    text:
      answer.kind === 'answered'
        ? [...sentences.map(({ text }) => text), ...notes].join('\n')
        : answer.message,
    sentences: numbered.sentences,
    citations: numbered.citations,
    index_unit: 'code_point',
    missing: [...missing],
    scope: {
      documents: scope.documents.map((document) => ({
        ...document,
        years: document.years === null ? null : [...document.years],
      })),
      regions: [...scope.regions],
      years: [...scope.years],
      fully_scanned: scope.isFullyScanned,
    },
    near_misses: answer.nearMisses.map(({ why, citation }, index) => ({
      why,
      citation: toCitationJson(citation, index + 1, null, corpus),
    })),
    conflicts: [],
    refusal: answer.kind === 'refused' ? { reason: answer.reason, message: answer.message } : null,
    follow_ups: [...answer.followUps],
    mode: answer.wording.mode,
    model: answer.wording.model,
    state: answer.wording.state,
    notice: answer.wording.notice,
    prompt: answer.wording.prompt === undefined ? null : { ...answer.wording.prompt },
    rejected: answer.wording.rejected.map((sentence) => toRejectedJson(sentence, corpus)),
    timings_ms: { ...frame.timingsMs },
    trace_id: frame.traceId,
    created_at: frame.createdAt,
  }
}

/** Numbers the citations in the order of reading; one span used twice keeps its number. */
function numberCitations(sentences: readonly ProvenSentence[], corpus: Corpus) {
  const citations: CitationJson[] = []
  const numbers = new Map<string, number>()
  let at = 0
  const shown = sentences.map((sentence) => {
    const length = [...sentence.text].length
    const range = { start: at, end: at + length }
    at += length + 1
    const used = sentence.citations.map((citation) => {
      const key = `${citation.span.documentId}:${citation.span.start}:${citation.span.end}`
      const number = numbers.get(key) ?? numbers.size + 1
      if (!numbers.has(key)) citations.push(toCitationJson(citation, number, range, corpus))
      numbers.set(key, number)
      return number
    })
    return {
      text: sentence.text,
      verdict: sentence.verdict,
      citations: [...new Set(used)],
      checks: sentence.checks.map((check) => ({ ...check })),
    }
  })
  return { sentences: shown, citations }
}

function toRejectedJson({ text, verdict, checks, nearest }: RejectedSentence, corpus: Corpus) {
  return {
    text,
    verdict,
    checks: checks.map((check) => ({ ...check })),
    nearest: nearest === null ? null : toCitationJson(nearest, 1, null, corpus),
  }
}

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
