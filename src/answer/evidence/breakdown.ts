import type { Evidence } from './evidence.ts'

/** Asks what a whole is made of, or whether its parts add up to it. */
export const BREAKDOWN =
  /各(?:自|是|为|占|有|要|安排)*(?:多少|几)|分别(?:是|为|占|有)?(?:多少|几)|(?:从|由)?哪(?:几|些)[块部]|构成|组成|[加合](?:在)?一?[起块]|加起来|相加|合起来|对得上|对不对得上|吻合|是否一致/u
/** The parts of what was just said; behind a semicolon the next year goes on. */
const PARTS = /^[,，]?(?:其中|包括|含|分别[是为])[^。\n；;]*(?:[；;](?=20\d{2}年)[^。\n；;]*)*/u
const REACH = 240

/** Evidence with the parts that the text itself names behind it: 总投入9.6亿元，其中…. */
export function withBreakdown(evidence: Evidence): Evidence {
  const { indexed, window } = evidence
  const [parts] = PARTS.exec(indexed.view.slice(window.end, window.end + REACH)) ?? []
  return parts === undefined
    ? evidence
    : { ...evidence, window: { start: window.start, end: window.end + parts.length } }
}
