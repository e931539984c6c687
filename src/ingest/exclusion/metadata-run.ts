import type { Exclusion } from '../../corpus/index.ts'
import type { Line } from '../line.ts'

/** A line of the information table that government sites print above a document. */
const LABELLED =
  /^[•·*\-\s]*(?:发文(?:单位|机关|机构|日期|字号)|发布(?:单位|机关|机构|日期|时间)|成文(?:日期|时间)|生成日期|印发日期|索\s*引\s*号|信息索引号|文\s*号|公开(?:方式|范围|类别|形式|程度|时限)|主题(?:分类|词)|信息分类|分\s*类|体\s*裁|组配分类|有\s*效\s*性|时效性|是否有效|公文(?:种类|时效)|关键词|废止日期|统一登记号)\s*[:：]?\s*\S{0,60}/u

const INDEX_NUMBER = /^[0-9a-z]{6,}[/\-_][0-9a-z/\-_]{4,}$/u
const BARE_DATE = /^(?:19|20)\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}日?$/u
const PUBLICITY =
  /^(?:主动公开|依申请公开|不予公开|面向(?:社会|全社会|公众)|全社会|长期公开|有效|现行有效|失效|废止)$/u
const CATEGORY = /^[\p{Script=Han}、,，]+\/[\p{Script=Han}、,，/]+$/u
const SALUTATION = /[:：]$/u
const TITLE = /(?:要点|计划|规划|方案|通知|意见|报告|纲要)$/u

/** A visitor counter makes a line the web page's own. */
const CLICKS = /(?:浏览|点击|阅读|访问)(?:次数|量|数)/u

const SHORTEST_RUN = 3

/**
 * The information table above a document: labelled lines anywhere in the head, and a run of label-less
 * short lines (index number, publicity, dates, categories) at the very top.
 */
export function findMetadataRun(lines: readonly Line[]): readonly Exclusion[] {
  const filled = lines.filter((line) => line.view !== '')
  const head = filled.slice(0, headLength(filled))
  const labelled = head.filter(
    ({ view }) => LABELLED.test(view) && !/[。；]/.test(view) && !CLICKS.test(view),
  )
  const run = labelLessRun(head)
  const all = new Set([...labelled, ...run])
  return head.filter((line) => all.has(line)).map((line) => ({ ...line.content, reason: 'metadata_run' }))
}

/** The head ends where running text begins: a salutation or a line with a full stop. */
function headLength(filled: readonly Line[]): number {
  const first = filled.findIndex((line) => line.view.includes('。') || isSalutation(line))
  return first === -1 ? Math.min(filled.length, 20) : first
}

function isSalutation(line: Line): boolean {
  return SALUTATION.test(line.view) && line.view.length > 4 && !LABELLED.test(line.view)
}

function labelLessRun(head: readonly Line[]): readonly Line[] {
  const strong = head.map((line) => isStrong(line.view))
  const first = strong.indexOf(true)
  const last = strong.lastIndexOf(true)
  if (first === -1 || last - first + 1 < SHORTEST_RUN) return []
  const run = head.slice(first, last + 1)
  const isTitled = run.some((line) => TITLE.test(line.view) && line.view.length >= 10)
  return isTitled || strong.filter(Boolean).length < SHORTEST_RUN ? [] : run
}

function isStrong(view: string): boolean {
  return (
    INDEX_NUMBER.test(view) ||
    BARE_DATE.test(view) ||
    PUBLICITY.test(view) ||
    CATEGORY.test(view) ||
    LABELLED.test(view)
  )
}
