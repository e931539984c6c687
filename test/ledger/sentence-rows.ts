import { normalisedView } from '../../src/corpus/index.ts'
import type { TargetRow } from '../../src/corpus/target.ts'
import { extractTargets } from '../../src/ledger/index.ts'
import { readText } from '../reader.ts'

/** Rows of one sentence in an annual plan of 2023. */
export function rowsOf(sentence: string): readonly TargetRow[] {
  const document = readText(`某市2023年卫生健康工作要点\n\n一、重点工作\n\n1.强化服务能力。${sentence}\n`)
  return extractTargets(document, normalisedView(document.text))
}

/** Rows as `indicator comparator value (value_to) unit`. */
export function brief(sentence: string): readonly string[] {
  return rowsOf(sentence).map(({ indicator, comparator, value, valueTo, unit }) =>
    [indicator, comparator, value, ...(valueTo === null ? [] : [valueTo]), unit].join(' '),
  )
}
