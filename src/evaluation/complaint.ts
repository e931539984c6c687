import { z } from 'zod'

const spanSchema = z.object({
  document_id: z.string(),
  document_title: z.string(),
  file: z.string(),
  start: z.int(),
  end: z.int(),
  sha256: z.string(),
  /** The words as they were shown. */
  text: z.string(),
})

/** A reader's complaint with the evidence as it stood when it was made; later changes of the library do not touch it. */
export const complaintSchema = z.object({
  id: z.string(),
  feedback_id: z.string(),
  created_at: z.string(),
  question: z.string(),
  /** Earlier questions of the conversation, oldest first. */
  history: z.array(z.string()),
  filters: z.object({
    regions: z.array(z.string()).optional(),
    years: z.array(z.int()).optional(),
    document_kinds: z.array(z.string()).optional(),
  }),
  /** The documents that could be asked, by the hash of their bytes. */
  documents: z.array(z.object({ id: z.string(), file: z.string() })),
  shown: z.object({
    kind: z.enum(['answered', 'refused']),
    text: z.string(),
    /** The sentence that was complained of; null for the whole answer. */
    sentence: z.string().nullable(),
    spans: z.array(spanSchema),
  }),
  verdict: z.enum(['right', 'wrong', 'wrong_source', 'incomplete', 'wrongly_refused']),
  note: z.string(),
  /** What a right answer holds, one fact each; empty when nobody said. */
  right_answer: z.array(z.string()),
})
export type Complaint = z.infer<typeof complaintSchema>
