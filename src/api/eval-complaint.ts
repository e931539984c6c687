import type { z } from '@hono/zod-openapi'
import type { Feedback } from '../answer/index.ts'
import { NotFoundError } from '../error.ts'
import type { Complaint, EvalRuns } from '../evaluation/index.ts'
import { toFeedbackJson } from './conversation-json.ts'
import type { ApiDeps } from './deps.ts'
import type { ComplaintListJson, complaintRequestSchema } from './eval-schema.ts'
import { type AnswerJson, answerSchema } from './schema.ts'
import { traceSchema } from './trace-schema.ts'

/** As many as a person looks through. */
const MOST_SHOWN = 500

/** What readers said, each with what was shown to them and the case that was made of it. */
export function complaintsJson(deps: ApiDeps, runs: EvalRuns): ComplaintListJson {
  const cases = new Map(runs.complaints().map((one) => [one.feedback_id, one]))
  return {
    complaints: deps.feedback.list(MOST_SHOWN).map(({ feedback }) => {
      const made = cases.get(feedback.id) ?? null
      const shown = made === null ? (storedAnswer(feedback, deps)?.text ?? null) : made.shown.text
      return { feedback: toFeedbackJson(feedback), shown, case: made }
    }),
  }
}

/**
 * Makes a case of what a reader said, with the evidence as it was shown.
 * @throws NotFoundError for unknown feedback, and when the answer is not kept any more
 */
export function makeComplaint(
  { feedback_id, right_answer }: z.infer<typeof complaintRequestSchema>,
  deps: ApiDeps,
  runs: EvalRuns,
): Complaint {
  const found = deps.feedback.list(MOST_SHOWN).find(({ feedback }) => feedback.id === feedback_id)?.feedback
  if (found === undefined) throw new NotFoundError('没有这条意见。')
  const answer = storedAnswer(found, deps)
  if (answer === undefined) throw new NotFoundError('当时的回答已经不在了，无法固定证据。')
  const complaint: Complaint = {
    id: `complaint-${found.id}`,
    feedback_id,
    created_at: deps.now().toISOString(),
    // A follow-up is asked as the whole question it was taken for, so that the case needs nothing beside it.
    question: answer.interpreted.resolved_question ?? answer.question,
    history: [],
    filters: filtersOf(answer.id, deps),
    documents: answer.scope.documents.map(({ id, file }) => ({ id, file })),
    shown: shownOf(found, answer),
    verdict: found.verdict,
    note: found.note,
    right_answer,
  }
  runs.keepComplaint(complaint)
  return complaint
}

function storedAnswer({ answerId }: Feedback, deps: ApiDeps): AnswerJson | undefined {
  const stored = deps.answers.get(answerId)
  return stored === undefined ? undefined : answerSchema.parse(JSON.parse(stored))
}

/** What the reader had set beside the question. */
function filtersOf(answerId: string, deps: ApiDeps): Complaint['filters'] {
  const stored = deps.answers.trace(answerId)
  if (stored === undefined) return {}
  const { regions, years, document_kinds } = traceSchema.parse(JSON.parse(stored)).filters
  return {
    ...(regions === undefined ? {} : { regions }),
    ...(years === undefined ? {} : { years }),
    ...(document_kinds === undefined ? {} : { document_kinds }),
  }
}

/** Of a single sentence the spans it cites, else those of the whole answer. */
function shownOf({ sentence, sentenceText }: Feedback, answer: AnswerJson): Complaint['shown'] {
  const numbers = sentence === null ? undefined : answer.sentences[sentence]?.citations
  // Of a refusal, what was shown as near is what there is to go by.
  const places =
    answer.kind === 'refused' ? answer.near_misses.map(({ citation }) => citation) : answer.citations
  const cited = places.filter(({ id }) => numbers === undefined || numbers.includes(id))
  return {
    kind: answer.kind,
    text: answer.text,
    sentence: sentenceText,
    spans: cited.map((citation) => ({
      document_id: citation.document_id,
      document_title: citation.document_title,
      file: citation.file,
      start: citation.start_char_index,
      end: citation.end_char_index,
      sha256: citation.sha256,
      text: citation.cited_text,
    })),
  }
}
