import { normalisedView } from '../../src/corpus/index.ts'
import type { TargetRow } from '../../src/corpus/target.ts'
import { extractTargets } from '../../src/ledger/index.ts'
import { readText } from '../reader.ts'

const ANNUAL = '某市2023年卫生健康工作要点'
const THREE_YEARS = '某市卫生健康三年行动计划（2024—2026年）'

/** Rows of one sentence in an annual plan of 2023. */
export function rowsOf(sentence: string, title = ANNUAL): readonly TargetRow[] {
  const document = readText(`${title}\n\n一、重点工作\n\n1.强化服务能力。${sentence}\n`)
  return extractTargets(document, normalisedView(document.text))
}

/** Rows as `indicator comparator value (value_to) unit`. */
export function brief(sentence: string): readonly string[] {
  return rowsOf(sentence).map(describe)
}

/** The same in a plan of 2024 to 2026, with the year in which each row is due. */
export function briefWithYears(sentence: string): readonly string[] {
  return rowsOf(sentence, THREE_YEARS).map((row) => `${describe(row)} ${row.deadlineYear}`)
}

function describe({ indicator, comparator, value, valueTo, unit }: TargetRow): string {
  return [indicator, comparator, value, valueTo, unit]
    .filter((part) => part !== null && part !== '')
    .join(' ')
}
