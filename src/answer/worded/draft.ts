import { z } from 'zod'

const sentence = z.object({
  text: z.string().min(1).max(1000).describe('一句话，只说一件事'),
  labels: z.array(z.string().max(40)).max(12).describe('依据的段落编号'),
  quotes: z.array(z.string().max(1000)).max(12).default([]).describe('所依据的原文词句，逐字照抄'),
})
const repaired = sentence.extend({ replaces: z.string().max(40).describe('所改写的那句话的编号') })

/** A sentence as the model gives it: where it says it rests, and nothing yet believed. */
export const draftSentenceSchema = sentence.extend({ replaces: repaired.shape.replaces.optional() })
export type DraftSentence = z.infer<typeof draftSentenceSchema>

/** What each prompt asks for, by the name its file gives. */
export const OUTPUT_SCHEMAS = {
  answer_draft: z.object({ sentences: z.array(sentence) }),
  answer_repair: z.object({ sentences: z.array(repaired) }),
} satisfies Readonly<Record<string, z.ZodType>>
