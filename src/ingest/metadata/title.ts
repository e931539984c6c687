import type { Range } from '../../corpus/index.ts'
import { findYears } from '../../text/index.ts'
import { SIGNATURE } from '../body-name.ts'
import type { Line } from '../line.ts'
import { datedLine, isImprintLine, isSalutation } from '../official-form.ts'
import { markerAt } from '../structure/numbering.ts'
import { type Notice, squeeze } from './notice.ts'

const TITLE_END =
  /(?:要点|计划|规划|方案|安排|意见|纲要|措施|清单|报告|通知|通告|总结|思路|打算|任务|任务书|(?:责任|任务|分工|工作)(?:分工|分解|清单|台账)表?|行动|重点工作|年工作|办法|部署|目标)(?:\([^)]{1,30}\))*》?$/u
const NOTICE = /^(?:.{0,40})?关于(?:印发|下发|发布|转发|公布)/u
/** Made of words that head a section of any plan (总体思路, 重点任务), or name a menu (规划计划). */
const GENERIC =
  /^(?:总体|基本|主要|重点|具体|保障|组织|年度|工作|实施|行动|三年|五年|下一?步|目标|任务|措施|安排|计划|规划|思路|要点|清单|方案|要求|总结|报告|和|及|与)+$/u
/** Words that say whose plan it is or what about. */
const SUBJECT = /卫生|健康|医|疾控|托育|[省市区县旗州][\p{Script=Han}]|[委局厅]/u
const LONGEST_TITLE = 70
/** A line that says something: long, with a sentence that ends in it. */
const RUNNING = /^.{12,}[。！？]/u
/** Notes and the word 附件 may stand between a notice's date and the title of what it carries. */
const FARTHEST_TITLE = 7
/** A line break goes through a title before such words. */
const TAIL =
  /^(?:[(《]?(?:20\d{2}|试行|征求|草案|送审|修订|讨论)|高?质?量?发展|能力|三年|五年|行动|实施|工作|重点|年度|要点|规划|计划|方案|的|建设|提升|服务)/u
const SUBTITLE =
  /^\((?:20\d{2}\s*年?\s*[-—–－至~到]+\s*20\d{2}\s*年?|试行|暂行|征求意见稿|草案|送审稿|修订[版稿]?|讨论稿|20\d{2}年?)\)$/u

/**
 * The title of the plan itself. Under a covering notice it is the lines that repeat what the notice carries; else,
 * of the title-like lines before running text, the one that says most about year and subject, of equals the last.
 * @param lines readable lines: neither blank nor excluded
 * @param bodyStart where the first numbered section starts
 */
export function findTitle(lines: readonly Line[], bodyStart: number, notice: Notice | null): Range | null {
  if (notice !== null) {
    const carried = carriedTitle(lines, notice)
    if (carried !== undefined) return carried
  }
  const head = lines.filter((line) => line.start < bodyStart)
  const chosen = mostTelling(notice === null ? head : behind(lines, head, notice))
  if (chosen !== undefined) return chosen
  return (
    notice?.named ??
    notice?.title ??
    pairTitle(head) ??
    quotedTitle(head) ??
    datedTitle(head) ??
    nameAbove(lines)
  )
}

/** Where the title of what a notice carries is looked for: right behind its date, or between it and the first section. */
function behind(lines: readonly Line[], head: readonly Line[], notice: Notice): readonly Line[] {
  if (notice.closing === null) return head.slice(notice.at + 1)
  return lines.slice(notice.closing + 1, notice.closing + 1 + FARTHEST_TITLE)
}

/** The lines behind a notice that repeat the title of what it carries. */
function carriedTitle(lines: readonly Line[], notice: Notice): Range | undefined {
  for (let first = notice.at + 1; first < lines.length; first++) {
    let joined = ''
    for (let at = first; at < Math.min(first + 4, lines.length); at++) {
      joined += squeeze(lines[at]?.view ?? '')
      if (joined === notice.carries) return extended(lines, first, at)
      if (!notice.carries.startsWith(joined)) break
    }
  }
  return undefined
}

function mostTelling(lines: readonly Line[]): Range | undefined {
  const candidates = lines.flatMap((line, index) => (isTitle(line.view) ? [{ line, index }] : []))
  const own = candidates.filter(({ line }) => !NOTICE.test(line.view))
  const most = own.reduce((highest, { line }) => Math.max(highest, tellingOf(line)), 0)
  const chosen = own.findLast(({ line }) => tellingOf(line) === most) ?? candidates[0]
  return chosen === undefined ? undefined : extended(lines, chosen.index, chosen.index)
}

/** With the lines above and below that belong to a title broken over several. */
function extended(lines: readonly Line[], first: number, last: number): Range {
  let [from, to] = [first, last]
  while (SUBTITLE.test(lines[to + 1]?.view ?? '')) to++
  while (from > 0 && first - from < 2 && isUpperHalf(lines, from)) from--
  const [start, end] = [lines[from]?.content.start ?? 0, lines[to]?.content.end ?? 0]
  return { start, end }
}

/** Whether the line above is the first half of the title: the lower half cannot stand alone, or names no body. */
function isUpperHalf(lines: readonly Line[], at: number): boolean {
  const [upper, lower] = [lines[at - 1], lines[at]]
  if (upper === undefined || lower === undefined || !isFragment(upper, lines[at - 2])) return false
  if (lower.view.length + upper.view.length > LONGEST_TITLE) return false
  if (/^[\p{Script=Han}]{2,24}[省市县区旗州盟]$/u.test(upper.view)) return at === 1
  if (SIGNATURE.test(upper.view) && /^关于/u.test(lower.view)) return true
  if (SIGNATURE.test(upper.view))
    return at === 1 && /^(?:20\d{2}|二[〇○零]|[“"]?十[一二三四五六])/u.test(lower.view)
  return TAIL.test(lower.view) && !/^20\d{2}/u.test(lower.view) && /\p{Script=Han}$/u.test(upper.view)
}

/** Words that may be part of a title without being one. */
function isFragment(line: Line, above: Line | undefined): boolean {
  const { view } = line
  if (view.length < 4 || view.length > 40 || /[。；;:!?,，]/u.test(view) || isTitle(view)) return false
  if (/(?:文件|号|网|网站|政府)$/u.test(view) || isSalutation(line) || isImprintLine(line)) return false
  return datedLine(line) === undefined && (above === undefined || !/[，,、]$/u.test(above.view))
}

/** A title of two lines neither of which is one alone. */
function pairTitle(lines: readonly Line[]): Range | undefined {
  for (const [index, lower] of lines.entries()) {
    const upper = lines[index - 1]
    if (upper === undefined || !isFragment(upper, lines[index - 2])) continue
    if (isTitle(upper.view + lower.view) && TITLE_END.test(lower.view))
      return extended(lines, index - 1, index)
  }
  return undefined
}

function isTitle(view: string): boolean {
  if (view.length < 4 || view.length > LONGEST_TITLE) return false
  if (/[。；,，:：!?\t]/u.test(view) || markerAt(view) !== undefined) return false
  return TITLE_END.test(view) && !GENERIC.test(view)
}

/** How much of a title's content a line holds, 0 to 2. */
function tellingOf({ view }: Line): number {
  return Number(findYears(view).length > 0) + Number(SUBJECT.test(view))
}

/** No line of its own: the first 《…》 that names a plan. */
function quotedTitle(lines: readonly Line[]): Range | null {
  for (const line of lines) {
    const match = /《([^《》]{4,60}(?:要点|计划|规划|方案|安排))》/u.exec(line.view)
    if (match === null) continue
    const start = line.content.start + match.index + 1
    return { start, end: start + (match[1]?.length ?? 0) }
  }
  return null
}

/** Nothing that ends as titles do: the first line of words alone that names a year and whose plan it is. */
function datedTitle(lines: readonly Line[]): Range | null {
  const line = lines.find((each) => {
    const { view } = each
    const isWordsAlone = view.length >= 8 && view.length <= 40 && !/[。；;,，:：!?\t|]/u.test(view)
    return (
      isWordsAlone && tellingOf(each) === 2 && datedLine(each) === undefined && markerAt(view) === undefined
    )
  })
  return line?.content ?? null
}

/** Of a text that is no plan: the name that stands alone above its first running sentence. */
function nameAbove(lines: readonly Line[]): Range | null {
  const [name, body] = lines
  if (name === undefined || body === undefined || !RUNNING.test(body.view)) return null
  const isName =
    name.view.length >= 2 && name.view.length <= 40 && /^[^。；;,，:：!?？\t|>›]+$/u.test(name.view)
  if (!isName || markerAt(name.view) !== undefined || datedLine(name) !== undefined) return null
  return isSalutation(name) || isImprintLine(name) ? null : name.content
}
