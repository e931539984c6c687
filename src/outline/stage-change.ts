import type { Change } from './assemble.ts'
import { stageIn } from './one-off.ts'
import type { JudgedClause } from './source.ts'

/** The time of a stage goes with it. */
const WHEN =
  /(?:力争|争取|确保)?(?:\d{1,2}月(?:底|份|[上中下]旬)?(?:之?前)?|年底前?|年内|[上下]半年|[一二三四]季度)(?:完成|实现)?$/u
/** 项目 alone names none. */
const SHORTEST_PROJECT = 3

/** A project that reached a stage last year: which one comes next nobody has written. */
export function stageChanges({ range, fate, rows }: JudgedClause, view: string): readonly Change[] {
  if (fate !== 'under_way') return []
  const stage = stageIn(view.slice(range.start, range.end))
  if (stage === undefined || rows.some(({ kind }) => kind === 'figure')) return []
  const before = view.slice(range.start, range.start + stage.start)
  const dated = WHEN.exec(before)?.[0].length ?? 0
  const blank = {
    start: range.start + stage.start - dated,
    end: range.start + stage.end,
    blank: '下一步待定' as const,
    showsOld: true,
  }
  const lead =
    /^(?:力争|确保|争取|继续|加快|尽快|全面|年内|年底前|\d{1,2}月底?前|[上下]半年|推动|推进|力促|促成|完成|实现|启动)+/u.exec(
      view.slice(range.start, blank.start),
    )
  if (lead === null) return [blank]
  if (stage.start - dated - lead[0].length < SHORTEST_PROJECT) return [{ ...blank, start: range.start }]
  return [{ start: range.start, end: range.start + lead[0].length, blank: null, showsOld: false }, blank]
}
