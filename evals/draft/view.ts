import { z } from 'zod'
import type { RubricLine } from '../case.ts'
import { ownWordsOf } from '../scorer/draft.ts'
import { citationSchema, type Reply } from '../scorer/reply.ts'
import { squeeze } from '../scorer/text.ts'

const sentenceSchema = z.object({ text: z.string(), verdict: z.string(), citations: z.array(z.int()) })

const itemSchema = z.object({
  heading: z.string(),
  sentences: z.array(sentenceSchema),
  status: z.string(),
  flags: z.array(z.object({ kind: z.string(), text: z.string() })),
})

/** The parts of an outline's JSON that are judged; all else may change. */
export const outlineReplySchema = z.object({
  region: z.string(),
  year: z.int(),
  opening: z.array(sentenceSchema).default([]),
  sections: z.array(
    z.object({
      heading: z.string(),
      intro_sentences: z.array(sentenceSchema).default([]),
      items: z.array(itemSchema),
    }),
  ),
  citations: z.array(citationSchema),
})
export type OutlineReply = z.infer<typeof outlineReplySchema>

/**
 * An outline in the form of a reply: for the draft as a whole all its sentences with their citations, for one check
 * the items it is about.
 */
export function draftReply(outline: OutlineReply, line: RubricLine | null): Reply {
  const items = outline.sections.flatMap((section) => section.items)
  const citedBy = (numbers: readonly number[]) => outline.citations.filter(({ id }) => numbers.includes(id))
  const seen = items.map(({ heading, sentences, status, flags }) => ({
    text: [heading, ...sentences.map(({ text }) => text)].join('\n'),
    ownWords: sentences.flatMap(({ text, citations }) => ownWordsOf(text, citedBy(citations))).join('\n'),
    status,
    flags,
  }))
  const isNamed = (text: string) => line?.any.some((form) => squeeze(text).includes(squeeze(form))) ?? false
  const shown = seen.filter(({ text, flags }) =>
    isNamed([text, ...flags.map((flag) => flag.text)].join('\n')),
  )
  const isWhole = line === null
  const sentences = isWhole
    ? [
        ...outline.opening,
        ...outline.sections.flatMap(({ intro_sentences, items: own }) => [
          ...intro_sentences,
          ...own.flatMap((item) => item.sentences),
        ]),
      ]
    : []
  return {
    kind: 'answered',
    text: (isWhole ? seen : shown).map(({ text }) => text).join('\n'),
    sentences,
    citations: isWhole ? outline.citations : [],
    near_misses: [],
    draft: { itemCount: items.length, items: shown },
  }
}
