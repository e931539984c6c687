import type { AnswerEvent, Answered, Desk } from '../../../src/answer/index.ts'
import { serving } from '../../contract/chat-model.contract.ts'
import { answerOf, chatOf } from '../../model-server/measure.ts'
import { draftJson, readRequest, type SeenRequest, type Written } from '../../model-server/request-reader.ts'
import { type Play, writing } from '../../model-server/server.ts'

export const PLAN = `乐山市卫生健康委员会2023年工作要点
一、提升服务能力
1.加强基层建设。全市建成社区医院6家,新配备救护车12辆。每千人口托位数达到3.1个。
2.推进项目建设。力争市中医医院新院区12月底前主体结顶,年内完成投资2.5亿元。
二、做好公共卫生
3.提升健康素养。居民健康素养水平达到27%以上。门诊、住院次均费用增幅分别控制在5%、4%以内。
`
export const QUESTION = '乐山2023年要建成几家社区医院？'
/** What code answers by itself. */
export const OWN = '全市建成社区医院6家。'

/** A model that writes sentences about the passage that holds some words; all it is shown are those of `PLAN`. */
export function author(
  write: (seen: SeenRequest, labelOf: (words: string) => string, call: number) => readonly Written[],
): Play {
  return writing((request, call) => {
    const seen = readRequest(request)
    const labelOf = (words: string) => seen.passages.find(({ text }) => text.includes(words))?.label ?? 'none'
    return draftJson(write(seen, labelOf, call))
  })
}

export async function modelOf(play: Play) {
  const server = await serving(play)
  return { chat: chatOf(server), server }
}

export function sentencesTold(events: readonly AnswerEvent[]): readonly string[] {
  return events.flatMap((event) => (event.kind === 'sentence' ? [event.sentence.text] : []))
}

/** The answer of events, which must be one that agrees with what was told and with the originals. */
export function soundAnswer(events: readonly AnswerEvent[], { corpus }: Desk): Answered {
  const answer = answerOf(events)
  if (answer.kind !== 'answered') throw new Error(`refused: ${answer.reason}`)
  const told = events.flatMap((event) => (event.kind === 'sentence' ? [event.sentence] : []))
  if (JSON.stringify(told) !== JSON.stringify(answer.sentences))
    throw new Error('told is not what was answered')
  for (const { citations, verdict, text } of answer.sentences) {
    if (citations.length === 0 || !['quoted', 'proven'].includes(verdict))
      throw new Error(`without ground: ${text}`)
    for (const { span, quote } of citations)
      if (corpus.documents.get(span.documentId)?.document.text.slice(span.start, span.end) !== quote)
        throw new Error(`not in the original: ${quote}`)
  }
  return answer
}
