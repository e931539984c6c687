import type { DraftSentence, OutlineItem } from '../outline.ts'
import { describeSource, sourceNumbers, sourcesOf } from './source.ts'
import { FLAG_WORDS, NO_SOURCE, ORIGIN_WORDS, STATUS_WORDS, VERDICT_WORDS } from './wording.ts'

/** What a reader is told about one task: its status, every source with its words, what each sentence rests on. */
export function itemNote(item: OutlineItem): readonly string[] {
  const sources = sourcesOf(item)
  const origin = sources.length === 0 ? NO_SOURCE : `来源：${ORIGIN_WORDS[item.origin]}`
  return [
    `状态：${STATUS_WORDS[item.status]}；${origin}`,
    ...sourceLines(item),
    ...item.flags.map(({ kind, text, note }) =>
      [`提醒（${FLAG_WORDS[kind]}）：${text}`, note].filter((part) => part !== '').join('——'),
    ),
  ]
}

/** The same for sentences that belong to no task: the opening, the words under a section's name. */
export function sentenceNote(sentences: readonly DraftSentence[]): readonly string[] {
  const lines = sourceLines({ basis: [], sentences })
  return sentences.some(({ basis }) => basis.length > 0) ? lines : [NO_SOURCE, ...lines]
}

function sourceLines(item: Pick<OutlineItem, 'basis' | 'sentences'>): readonly string[] {
  const sources = sourcesOf(item)
  return [
    ...sources.map((source, at) => `出处${at + 1}：${describeSource(source)}；原文：“${source.quote}”`),
    ...item.sentences.map((sentence, at) => {
      const numbers = sourceNumbers(sentence, sources)
      const where = numbers.length > 0 ? `，见出处${numbers.join('、')}` : ''
      return `第${at + 1}句：${VERDICT_WORDS[sentence.verdict]}${where}`
    }),
  ]
}
