import type { Exclusion, Range } from '../../corpus/index.ts'
import { contains, firstEndingAfter } from '../../corpus/index.ts'
import { findYears } from '../../text/index.ts'
import type { Line } from '../line.ts'

const TITLE_END =
  /(?:要点|计划|规划|方案|安排|意见|纲要|措施|清单|报告|通知|通告|总结|思路|工作任务|重点任务)(?:\([^)]{1,30}\))?$/u
const NOTICE = /^(?:.{0,30})?关于(?:印发|下发|发布|转发|公布)/u
/** Made of words that head a section of any plan (总体思路, 重点任务), or name a menu (规划计划). */
const GENERIC =
  /^(?:总体|基本|主要|重点|具体|保障|组织|年度|工作|下一?步|目标|任务|措施|安排|计划|规划|思路|要点|清单|方案|要求|和|及|与)+$/u
/** Words that say whose plan it is or what about. */
const SUBJECT = /卫生|健康|医|[省市区县旗州][\p{Script=Han}]|[委局厅]/u
const LONGEST_TITLE = 70

/**
 * The title line of the plan itself: among the title-like lines before running text begins the one that says
 * most about year and subject, so that section headings and menu words do not pass for it; of equals the last,
 * so that a covering notice's own title gives way to that of the plan it carries.
 * @param excluded ascending and disjoint
 * @param bodyStart where the first numbered section starts
 */
export function findTitle(
  lines: readonly Line[],
  excluded: readonly Exclusion[],
  bodyStart: number,
): Range | null {
  const candidates = lines.filter((line) => line.start < bodyStart && isTitle(line) && !isIn(excluded, line))
  const own = candidates.filter((line) => !NOTICE.test(line.view))
  const most = Math.max(...own.map(tellingOf))
  const chosen =
    own.findLast((line) => tellingOf(line) === most) ?? candidates[0] ?? quotedTitle(lines, bodyStart)
  return chosen === undefined ? null : chosen.content
}

function isIn(excluded: readonly Exclusion[], { content }: Line): boolean {
  const nearest = firstEndingAfter(excluded, content.start)
  return nearest !== undefined && contains(nearest, content)
}

function isTitle(line: Line): boolean {
  if (line.view.length < 4 || line.view.length > LONGEST_TITLE) return false
  if (/[。；,，:：!?]/u.test(line.view)) return false
  return TITLE_END.test(line.view) && !GENERIC.test(line.view)
}

/** How much of a title's content a line holds, 0 to 2. */
function tellingOf({ view }: Line): number {
  return Number(findYears(view).length > 0) + Number(SUBJECT.test(view))
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
