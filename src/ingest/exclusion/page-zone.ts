import type { Exclusion } from '../../corpus/index.ts'
import { contains, firstEndingAfter } from '../../corpus/index.ts'
import type { Line } from '../line.ts'
import { datedLine, isImprintLine, isSalutation } from '../official-form.ts'
import { markerAt } from '../structure/numbering.ts'
import { isSamePage } from './repeated-title.ts'

const LONGEST_LINE = 200
/** A title comes again within this many lines, the page's furniture included. */
const FARTHEST_TITLE = 40
/** A label and what it says. */
const FACTS = /^\p{Script=Han}[\p{Script=Han}\s]{1,10}[:：]/u
/** Running text: what stands behind it is no head of a page. */
const SHORTEST_TEXT = 25
const TITLE =
  /(?:要点|计划|规划|方案|通知|通告|公告|意见|报告|纲要|安排|措施|总结|行动|办法|任务|清单|部署|目标|思路|打算|分工|分解|函|台账|表)(?:\([^)]{1,30}\))*$/u
const SHORTEST_TITLE = 9
/** A year that is not part of a date. */
const YEAR = /20\d{2}\s*年(?!\s*\d)/u
const FRAGMENT = /^[\p{Script=Han}\d“”"《》()〔〕、·—-]{2,40}$/u
/** Numbered links under one heading. */
const LONGEST_LIST = 60
/** Lines over the sure foot that may belong to it. */
const MOST_UNSURE = 5
/** So a signer may look, or the title of an annex. */
const WORDS_ALONE = /^[\p{Script=Han}\s、]+$/u
const RED_HEAD = /^[^:：]*文件$/u
const NUMBER = /[〔[(【]\s*[12]\d{3}\s*[〕\])】]\s*第?\d{1,4}号/u
const BRACKETED = /^\(.*\)$/u
const SITE_NAME = /(?:网|网站|平台|首页|专栏|频道|门户)$/u
/** What a page says of itself in whole sentences. */
const ABOUT_SITE = /本站|网站|本网|网页|转载|浏览器|版权|授权|建议使用|备案|链接|客户端|二维码|扫码|扫一扫/u
/** Heads a list of other pages. */
const LINKS =
  /^(?:相关|推荐|延伸|热门|热点|猜你|最新|友情|精彩|为您|更多|近期|往期|点击|阅读)[\p{Script=Han}]{2,4}\s*[:：>]*$/u

/**
 * What stands between a page's sure furniture and its edge: above the last sure line of the head and below the first of
 * the foot nothing is the document but its title and the forms official documents have.
 * @param furniture what is known to be furniture, ascending and disjoint
 */
export function findPageZones(lines: readonly Line[], furniture: readonly Exclusion[]): readonly Exclusion[] {
  const filled = lines
    .filter(({ view }) => view !== '')
    .map((line) => ({ ...line, reason: reasonOf(line, furniture) }))
  return [...headZone(filled), ...footZone(filled)]
}

type MarkedLine = Line & { readonly reason: Exclusion['reason'] | undefined }

function reasonOf({ content }: Line, furniture: readonly Exclusion[]): Exclusion['reason'] | undefined {
  const exclusion = firstEndingAfter(furniture, content.start)
  return exclusion !== undefined && contains(exclusion, content) ? exclusion.reason : undefined
}

/** From the last sure line of the head upwards, so that the lines over a title that is kept are known as its parts. */
function headZone(filled: readonly MarkedLine[]): readonly Exclusion[] {
  const body = filled.findIndex((line) => line.reason === undefined && opensText(line))
  const head = filled.slice(0, body === -1 ? filled.length : body)
  const last = lastOfHead(head)
  const found: Exclusion[] = []
  let isOverTitle = false
  for (let index = last; index >= 0; index--) {
    const line = head[index]
    const reason: Exclusion['reason'] | undefined =
      line === undefined ? undefined : reasonInHead(line, filled, index, isOverTitle)
    isOverTitle = line !== undefined && line.reason === undefined && reason === undefined && !isForm(line)
    if (line !== undefined && reason !== undefined) found.push({ ...line.content, reason })
  }
  return found
}

/** The last sure line above the document, and the labelled lines that go on under it up to the title. */
function lastOfHead(head: readonly MarkedLine[]): number {
  let last = head.findLastIndex(({ reason }) => reason === 'page_chrome' || reason === 'metadata_run')
  const isBeforeTitle = (index: number) =>
    head.slice(index + 1, index + FARTHEST_TITLE).some((line) => isTitle(line) || isForm(line))
  while (last !== -1 && FACTS.test(head[last + 1]?.view ?? '') && isBeforeTitle(last + 1)) last++
  return last
}

function reasonInHead(
  line: MarkedLine,
  filled: readonly MarkedLine[],
  index: number,
  isOverTitle: boolean,
): Exclusion['reason'] | undefined {
  const { view, reason } = line
  if (reason !== undefined || view.length > LONGEST_LINE) return undefined
  const texts = filled.slice(index + 1, index + FARTHEST_TITLE).filter((other) => other.reason === undefined)
  if (isHeadline(line) && texts.some((other) => isSamePage(line, other))) return 'repeated_title'
  const isPartOfTitle = isOverTitle && FRAGMENT.test(view) && !SITE_NAME.test(view)
  if (isPartOfTitle || isTitle(line) || isForm(line) || isLowerHalf(line, filled[index - 1])) return undefined
  const isBesideFacts = [filled[index - 1], filled[index + 1]].some(
    (other) => other?.reason === 'metadata_run',
  )
  return isBesideFacts && FACTS.test(view) ? 'metadata_run' : 'page_chrome'
}

function opensText(line: Line): boolean {
  const { view } = line
  if (isSalutation(line)) return true
  if (markerAt(view) !== undefined) return true
  return /[。；]/u.test(view) && view.length > SHORTEST_TEXT && !ABOUT_SITE.test(view)
}

function isTitle({ view }: Line): boolean {
  if (view.length < SHORTEST_TITLE || view.length > 100 || /[|｜>»:：\t]|\s{2,}/u.test(view)) return false
  return TITLE.test(view) || YEAR.test(view)
}

/** A title, maybe with the name of the site behind it; the name of a body that comes again has signed. */
function isHeadline(line: Line): boolean {
  return (
    isTitle(line) ||
    (YEAR.test(line.view) && !/[:：]/u.test(line.view)) ||
    TITLE.test(line.view.split(/[-_|｜—]/u)[0] ?? '')
  )
}

/** 实施方案 alone under the first half of its title. */
function isLowerHalf({ view }: Line, above: MarkedLine | undefined): boolean {
  if (view.length >= SHORTEST_TITLE || !TITLE.test(view) || /\s/u.test(view)) return false
  return (
    above?.reason === undefined && above !== undefined && above.view.length > 5 && FRAGMENT.test(above.view)
  )
}

function isForm(line: Line): boolean {
  const { view } = line
  const dated = datedLine(line)
  if (dated !== undefined) return dated.isBracketed || dated.issuer !== null || view.includes('月')
  return RED_HEAD.test(view) || NUMBER.test(view) || BRACKETED.test(view)
}

function footZone(filled: readonly MarkedLine[]): readonly Exclusion[] {
  let first = filled.length
  for (let index = filled.length - 1; index >= 0; index--) {
    const line = filled[index]
    if (line === undefined) break
    if (line.reason === 'page_chrome') first = index
    else if (line.reason === undefined && isDocument(line, filled, index)) break
  }
  const unknown = filled.slice(firstOfFoot(filled, first)).filter(({ reason }) => reason === undefined)
  return unknown.map(({ content }) => ({ ...content, reason: 'page_chrome' }))
}

/** The first sure line of the foot, or the few unsure ones over it that follow a date or a finished sentence. */
function firstOfFoot(filled: readonly MarkedLine[], sure: number): number {
  if (sure === filled.length) return sure
  for (let index = sure - 1; index >= Math.max(0, sure - MOST_UNSURE); index--) {
    const line = filled[index]
    if (line === undefined || line.reason !== undefined) return sure
    if (/[。；;]["”)]?$/u.test(line.view) || datedLine(line) !== undefined) return index + 1
    if (isDocument(line, filled, index) || isForm(line) || WORDS_ALONE.test(line.view)) return sure
  }
  return sure
}

/** Whether a line in the foot is the document's and not the page's; a page too tells its telephone, and when a link is of. */
function isDocument(line: Line, filled: readonly MarkedLine[], index: number): boolean {
  const { view } = line
  if (view.length > LONGEST_LINE || (datedLine(line) !== undefined && view.includes('月'))) return true
  if (/[。；;]/u.test(view)) return !ABOUT_SITE.test(view)
  if (view.includes('\t') || (isImprintLine(line) && !/^联\s*系/u.test(view))) return true
  const marker = markerAt(view)
  if (marker === undefined) return false
  const above = filled
    .slice(Math.max(0, index - LONGEST_LIST), index)
    .findLast((other) => markerAt(other.view) === undefined)
  return marker.style === 'annex' || above?.reason !== 'page_chrome' || !LINKS.test(above.view)
}
