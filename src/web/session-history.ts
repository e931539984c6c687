import type { AnswerJson } from '../api/schema.ts'
import { citedBy } from './copy-text.ts'
import { kindLabel, yearsLabel } from './wording.ts'

/** One question of this browser session; the answer itself stays on the server. */
export interface HistoryEntry {
  readonly id: string
  readonly question: string
  readonly outcome: string
}

const KEY = 'yaodian.history'
const LIMIT = 200

/** Newest first. A storage that is shut off or holds something else counts as empty. */
export function loadHistory(storage: Pick<Storage, 'getItem'>): readonly HistoryEntry[] {
  try {
    const stored: unknown = JSON.parse(storage.getItem(KEY) ?? '[]')
    return Array.isArray(stored) ? stored.filter(isEntry) : []
  } catch {
    return []
  }
}

export function saveHistory(storage: Pick<Storage, 'setItem'>, entries: readonly HistoryEntry[]): void {
  try {
    storage.setItem(KEY, JSON.stringify(entries))
  } catch {
    // A full or forbidden storage only shortens the list after a reload.
  }
}

export function remember(entries: readonly HistoryEntry[], answer: AnswerJson): readonly HistoryEntry[] {
  const entry = { id: answer.id, question: answer.question, outcome: outcomeOf(answer) }
  return [entry, ...entries.filter((known) => known.id !== answer.id)].slice(0, LIMIT)
}

function outcomeOf(answer: AnswerJson): string {
  const { regions, years, document_kinds } = answer.interpreted
  const limits = [regions.join('、'), yearsLabel(years), document_kinds.map(kindLabel).join('、')]
  const found = answer.kind === 'refused' ? '未作答' : `${citedBy(answer).length} 处出处`
  return [...limits.filter((limit) => limit !== ''), found].join('，')
}

function isEntry(value: unknown): value is HistoryEntry {
  const entry = value as Partial<HistoryEntry> | null
  return [entry?.id, entry?.question, entry?.outcome].every((part) => typeof part === 'string')
}
