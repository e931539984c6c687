import type { Exclusion } from '../../corpus/index.ts'
import type { Line } from '../line.ts'

/** Labels of the information table that government sites print above a document. */
const LABEL =
  '(?:(?:信息)?索引号?|索引编号|(?:信息)?公开(?:主体|方式|范围|类别|形式|程度|时限|属性|日期|时间|目录|责任部门)|(?:发文|发布|制发|公开|印发|制定)(?:单位|机关|机构|部门)|(?:发文|发布|成文|生成|印发|生效|实施|失效|废止|签发|签署|制发|公布)(?:日期|时间)|发文字号|(?:公文|发文|文件)?文号|文件编号|(?:统一)?登记号|统一编号|主题分类|主题词|主题|信息分类|体裁分类|体裁|组配分类|服务对象(?:分类)?|(?:文件|信息)?分类|有效性|时效性|时效状态|(?:信息)?时效(?:期|性)|效力(?:状态|级别)|是否有效|公文(?:种类|时效|类别|类型)|文件类型|政策类别|有效期|关键词|关键字|(?:信息|文件|公文)?(?:名称|标题)|内容(?:概述|摘要)|语种|载体类型|记录形式|信息格式|所属(?:机构|栏目|分类)|信息来源)'
/** Labels that also are ordinary words: only with a colon behind them, or alone in a table. */
const ORDINARY =
  /^(?:主题|标题|名称|分类|体裁|语种|有效期|关键词|关键字|内容(?:概述|摘要)|主题词|信息来源|实施(?:日期|时间)|服务对象)/u
const LABELLED = new RegExp(
  `^[|｜•·*\\-\\s[(【]*(?<label>${spaced(LABEL)})(?:\\s*[\\])】])?(?<colon>\\s*[:：|｜\\t]|\\s|$)\\s*(?<value>.*)$`,
  'u',
)

const INDEX_NUMBER = /^[0-9a-z]{6,}[/\-_][0-9a-z/\-_]{3,}$/u
const BARE_DATE = /^(?:19|20)\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?$/u
const PUBLICITY =
  /^(?:主动公开|依申请公开|不予公开|面向(?:社会|全社会|公众|全市|全县|全区)|全社会|社会公开|长期公开|长期|及时公开|有效|现行有效|失效|废止|是|否|主动)$/u
const CATEGORY = /^[\p{Script=Han}、,，;；]+\/[\p{Script=Han}、,，;；/]+$/u
const NUMBER = /^[\p{Script=Han}]{1,14}[〔[(【]\s*[12]\d{3}\s*[〕\])】]\s*第?\d{1,4}号$/u
const SALUTATION = /[:：]$/u
const TITLE = /(?:要点|计划|规划|方案|通知|意见|报告|纲要)(?:\([^)]{1,30}\))?$/u
const RED_HEAD = /文件$/u

/** A visitor counter makes a line the web page's own. */
const CLICKS = /(?:浏览|点击|阅读|访问|人气)(?:(?:次数|量|数)|\s*[:：])/u

const SHORTEST_RUN = 3
const LONGEST_VALUE = 160

/**
 * The information table above a document: labelled lines anywhere in the head, labels and values on lines of their
 * own, and a run of label-less short lines (index number, publicity, dates, categories) at the very top.
 */
export function findMetadataRun(lines: readonly Line[]): readonly Exclusion[] {
  const filled = lines.filter((line) => line.view !== '')
  const head = filled.slice(0, headLength(filled))
  const found = new Set([...labelledLines(head), ...labelLessRun(head)])
  return head.filter((line) => found.has(line)).map((line) => ({ ...line.content, reason: 'metadata_run' }))
}

/** Blanks between the characters of a label set it to the width of its column: 索 引 号. */
function spaced(label: string): string {
  return label.replace(/(\p{Script=Han})(?=\p{Script=Han})/gu, '$1\\s*')
}

/** The head ends where running text begins: a salutation or a line with a full stop. */
function headLength(filled: readonly Line[]): number {
  const first = filled.findIndex(
    (line) => (line.view.includes('。') && labelOf(line) === undefined) || isSalutation(line),
  )
  return first === -1 ? Math.min(filled.length, 30) : first
}

function isSalutation(line: Line): boolean {
  return SALUTATION.test(line.view) && line.view.length > 4 && labelOf(line) === undefined
}

interface Label {
  readonly words: string
  readonly value: string
}

/** The label a line begins with, and what it says of it. */
function labelOf({ view }: Line): Label | undefined {
  const { label = '', colon = '', value = '' } = LABELLED.exec(view)?.groups ?? {}
  const words = label.replace(/\s+/gu, '')
  if (words === '' || value.length > LONGEST_VALUE || CLICKS.test(view)) return undefined
  const isAlone = value === '' && !/[:：]/u.test(colon)
  if (ORDINARY.test(words) && !isAlone && !/[:：|｜\t]/u.test(colon)) return undefined
  return { words, value: value.replace(/[|｜\s]+$/u, '') }
}

function labelledLines(head: readonly Line[]): readonly Line[] {
  const labels = head.map(labelOf)
  const certain = labels.filter((label) => label !== undefined && !ORDINARY.test(label.words)).length
  if (certain === 0) return []
  const found: Line[] = []
  for (const [index, line] of head.entries()) {
    const label = labels[index]
    if (label === undefined) continue
    found.push(line)
    const below = head[index + 1]
    const isTable = label.value === '' && below !== undefined && labels[index + 1] === undefined
    if (isTable && isValue(below, label)) found.push(below)
  }
  return found
}

/** What may stand in the cell beside a label: short words, and a title only beside 名称. */
function isValue({ view }: Line, { words }: Label): boolean {
  return (
    view.length <= LONGEST_VALUE &&
    !view.includes('。') &&
    (/(?:名称|标题)$/u.test(words) || !TITLE.test(view))
  )
}

/** Stretches of short lines between a title, a red head or the text, from their first sure line to their last. */
function labelLessRun(head: readonly Line[]): readonly Line[] {
  const found: Line[] = []
  let run: Line[] = []
  for (const line of [...head, undefined]) {
    if (line !== undefined && !isBorder(line)) {
      run.push(line)
      continue
    }
    const strong = run.map(({ view }) => isStrong(view))
    const own = run.slice(strong.indexOf(true), strong.lastIndexOf(true) + 1)
    const isIndexed = run.some(({ view }) => INDEX_NUMBER.test(view))
    if (strong.filter(Boolean).length >= (isIndexed ? SHORTEST_RUN - 1 : SHORTEST_RUN))
      for (const each of own) found.push(each)
    run = []
  }
  return found
}

function isBorder({ view }: Line): boolean {
  return (TITLE.test(view) && view.length >= 10) || RED_HEAD.test(view)
}

function isStrong(view: string): boolean {
  return [INDEX_NUMBER, BARE_DATE, PUBLICITY, CATEGORY, NUMBER].some((pattern) => pattern.test(view))
}
