import type { Exclusion, Range } from '../../corpus/index.ts'
import { contains } from '../../corpus/index.ts'
import type { Line } from '../line.ts'

const TITLE_END =
  /(?:要点|计划|规划|方案|安排|意见|纲要|措施|清单|报告|通知|通告|总结|思路|工作任务|重点任务)(?:\([^)]{1,30}\))?$/u
const NOTICE = /^(?:.{0,30})?关于(?:印发|下发|发布|转发|公布)/u
const LONGEST_TITLE = 70

/**
 * The title line of the plan itself: the last title-like line before running text begins, so that a
 * covering notice's own title gives way to that of the plan it carries.
 * @param bodyStart where the first numbered section starts
 */
export function findTitle(
  lines: readonly Line[],
  excluded: readonly Exclusion[],
  bodyStart: number,
): Range | null {
  const candidates = lines.filter(
    (line) =>
      line.start < bodyStart &&
      isTitle(line) &&
      !excluded.some((exclusion) => contains(exclusion, line.content)),
  )
  const own = candidates.filter((line) => !NOTICE.test(line.view))
  const chosen = own.at(-1) ?? candidates[0] ?? quotedTitle(lines, bodyStart)
  return chosen === undefined ? null : chosen.content
}

function isTitle(line: Line): boolean {
  if (line.view.length < 4 || line.view.length > LONGEST_TITLE) return false
  if (/[。；,，:：!?]/u.test(line.view)) return false
  return TITLE_END.test(line.view)
}

/** No line of its own: the first 《…》 that names a plan. */
function quotedTitle(lines: readonly Line[], bodyStart: number): Pick<Line, 'content'> | undefined {
  for (const line of lines) {
    if (line.start >= bodyStart) return undefined
    const match = /《([^《》]{4,60}(?:要点|计划|规划|方案|安排))》/u.exec(line.view)
    if (match === null) continue
    const start = line.content.start + match.index + 1
    return { content: { start, end: start + (match[1]?.length ?? 0) } }
  }
  return undefined
}
