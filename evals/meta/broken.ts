import { seeded } from '../proof/random.ts'
import { type Reply, type ReplyCitation, replySchema } from '../scorer/reply.ts'
import { lettersOf, type Texts } from '../scorer/texts.ts'
import type { Asker, SuiteResult } from '../suite.ts'
import { movedTo, reworded } from './good-reply.ts'
import { WORD_CHANGES } from './word-change.ts'

/** Breaks a product on purpose: asks it, and spoils what it replies. */
export type Breaking = (ask: Asker, texts: Texts) => Asker

const SEED = 7
const AROUND = 600

/** Products that a gate must not let through, by what is broken in them. */
export const BROKEN_PRODUCTS: Readonly<Record<string, Breaking>> = {
  citations_shuffled: (ask) => {
    let before: readonly ReplyCitation[] = []
    return spoiling(ask, (reply) => {
      const taken = before
      if (reply.citations.length > 0) before = reply.citations
      if (taken.length === 0) return reply
      const citations = reply.citations.flatMap(({ id }, at) => {
        const other = taken[at % taken.length]
        return other === undefined ? [] : [{ ...other, id }]
      })
      return { ...reply, citations }
    })
  },
  checker_off: (ask) => {
    const random = seeded(SEED)
    const kinds = Object.values(WORD_CHANGES)
    return spoiling(ask, (reply) =>
      reply.sentences.reduce<Reply>((spoilt, { text }, at) => {
        const first = Math.floor(random() * kinds.length)
        const changes = [...kinds.slice(first), ...kinds.slice(0, first)]
        const lie = changes.map((change) => change(text, random)).find((words) => words !== undefined)
        return lie === undefined ? spoilt : asProven(reworded(spoilt, at, lie), at)
      }, reply),
    )
  },
  /** Faultless by its citations alone: whatever stands around the answer is quoted with it, line by line. */
  quotes_everything: (ask, texts) =>
    spoiling(ask, (reply) => {
      const citations = reply.citations.slice(0, 1).flatMap((one) => linesAround(one, texts))
      const sentences = citations.map(({ id, cited_text }) => ({
        text: cited_text,
        verdict: 'quoted',
        citations: [id],
      }))
      return reply.kind === 'refused'
        ? reply
        : { ...reply, text: sentences.map(({ text }) => text).join('\n'), sentences, citations }
    }),
  refusals_off: (ask) => {
    let last: ReplyCitation | undefined
    return spoiling(ask, (reply) => {
      last = reply.citations[0] ?? last
      const near = reply.near_misses[0]?.citation ?? last
      if (reply.kind === 'answered' || near === undefined) return reply
      const text = `${near.cited_text}。`
      const sentences = [{ text, verdict: 'quoted', citations: [1] }]
      return { kind: 'answered', text, sentences, citations: [{ ...near, id: 1 }], near_misses: [] }
    })
  },
}

/** The lines of a file that are near a cited place, each as a citation. */
function linesAround(citation: ReplyCitation, texts: Texts): readonly ReplyCitation[] {
  const letters = lettersOf(citation.file, texts)
  const [from, to] = [citation.start_char_index - AROUND, citation.end_char_index + AROUND]
  const ends = letters.flatMap((letter, at) => (letter === '\n' && at > from && at < to ? [at] : []))
  return ends.flatMap((end, at) => {
    const start = (ends[at - 1] ?? Math.max(0, from)) + 1
    const line = movedTo(citation, start, end, texts)
    return line.cited_text.trim() === '' ? [] : [{ ...line, id: at + 1 }]
  })
}

function spoiling(ask: Asker, spoil: (reply: Reply) => Reply): Asker {
  return async (evalCase) => spoil(replySchema.parse(await ask(evalCase)))
}

function asProven(reply: Reply, at: number): Reply {
  const sentences = reply.sentences.map((one, index) => (index === at ? { ...one, verdict: 'proven' } : one))
  return { ...reply, sentences }
}

/** Tells again what was replied in a run, so that a product need not be asked twice. */
export function replaying({ cases }: SuiteResult): Asker {
  const replies = new Map(cases.map(({ evalCase, reply }) => [evalCase.id, reply]))
  return async ({ id }) => replies.get(id)
}
