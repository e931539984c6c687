import type { Answer, Interpretation, RejectedSentence, Scope } from '../answer/index.ts'
import type { Corpus } from '../corpus/index.ts'
import { createNumbering } from './answer-numbering.ts'
import { comparisonJson, headOf, textOf } from './answer-text.ts'
import { toCitationJson } from './citation-json.ts'
import type { AnswerJson } from './schema.ts'

/** What the edge adds to an answer. */
export interface AnswerFrame {
  readonly id: string
  /** Null when the question was asked outside of any conversation. */
  readonly conversationId: string | null
  /** The question as it was asked. */
  readonly question: string
  /** What it was taken for by what was said before; null when it stood for itself. */
  readonly resolvedQuestion: string | null
  readonly traceId: string
  readonly createdAt: string
  readonly timingsMs: Readonly<Record<string, number>>
}

/** The one serialiser behind every door: stored, streamed, reloaded and exported answers are its output. */
export function toAnswerJson(answer: Answer, frame: AnswerFrame, corpus: Corpus): AnswerJson {
  const sentences = answer.kind === 'answered' ? answer.sentences : []
  const missing = answer.kind === 'answered' ? answer.missing : []
  const told = answer.kind === 'answered' ? answer.conflicts : []
  const head = headOf(answer.interpreted, answer.kind === 'answered' ? answer.lead : null)
  const numbering = createNumbering(corpus, head)
  const numbered = sentences.map((sentence) => numbering.sentence(sentence))
  const conflicts = told.map(({ note, citations }) => ({ note, ...numbering.cited(citations) }))
  return {
    id: frame.id,
    conversation_id: frame.conversationId,
    kind: answer.kind,
    question: frame.question,
    interpreted: toInterpretedJson(answer.interpreted, frame.resolvedQuestion),
    text: textOf(answer, head),
    sentences: numbered.map(({ sentence }) => sentence),
    citations: [...numbered, ...conflicts].flatMap(({ added }) => added),
    index_unit: 'code_point',
    missing: [...missing],
    scope: toScopeJson(answer.scope),
    lead: head,
    comparison: comparisonJson(answer),
    near_misses: answer.nearMisses.map(({ why, citation }, index) => ({
      why,
      citation: toCitationJson(citation, index + 1, null, corpus),
    })),
    conflicts: conflicts.map(({ note, numbers }) => ({ note, citations: numbers })),
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

export function toInterpretedJson(
  { kind, regions, years, documentKinds, indicator, notes }: Interpretation,
  resolvedQuestion: string | null,
): AnswerJson['interpreted'] {
  return {
    kind,
    regions: [...regions],
    years: [...years],
    document_kinds: [...documentKinds],
    indicator,
    notes: [...notes],
    resolved_question: resolvedQuestion,
  }
}

/** Told twice with every answer, and of a large corpus a long list. */
const scopes = new WeakMap<Scope, AnswerJson['scope']>()

export function toScopeJson(scope: Scope): AnswerJson['scope'] {
  const json = scopes.get(scope) ?? scopeJson(scope)
  scopes.set(scope, json)
  return json
}

function scopeJson({ documents, regions, years, isFullyScanned }: Scope): AnswerJson['scope'] {
  return {
    documents: documents.map((document) => ({
      ...document,
      years: document.years === null ? null : [...document.years],
    })),
    regions: [...regions],
    years: [...years],
    fully_scanned: isFullyScanned,
  }
}

export function toRejectedJson({ text, verdict, checks, nearest }: RejectedSentence, corpus: Corpus) {
  return {
    text,
    verdict,
    checks: checks.map((check) => ({ ...check })),
    nearest: nearest === null ? null : toCitationJson(nearest, 1, null, corpus),
  }
}
