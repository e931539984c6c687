import type { PageLine } from './line-writer.ts'
import { isUnder, mainBodyOf, proseWeight } from './main-body.ts'
import { attribute, type PageElement, selfAndAncestors } from './parse-page.ts'

const CHROME_TAGS = new Set([
  'nav',
  'header',
  'footer',
  'aside',
  'select',
  'button',
  'textarea',
  'menu',
  'dialog',
])
const CHROME_ROLES = new Set([
  'navigation',
  'banner',
  'contentinfo',
  'complementary',
  'search',
  'toolbar',
  'dialog',
])
/** Words of class names and ids; whole words only, for `content-header-title` names a title. */
const CHROME_NAME =
  /(?:^|[\s_-])(?:nav(?:bar|igation)?|menu|header|footer|foot|bread|breadcrumbs?|crumbs?|position|location|dqwz|wzdh|share|bdshare\w*|fenxiang|print|dayin|toolbar|tools?|sidebar|aside|related|xgwz|xgyd|recommend|hot|pag(?:e|er|ing|ination)|prev(?:next)?|copyright|friend(?:ly)?-?links?|yqlj|qr(?:code)?|ewm|search|login|banner|top(?:bar|nav)|fontsize|font-?size|zihao|bottom)(?=$|[\s_-])/i
const ATTACHMENT = /^\s*(?:附件|附表|附录|附：|相关附件)/u
const LONGEST_LABEL = 40
/** Bars of controls that carry no telling class name; they count only where the line holds a link. */
const CONTROL_BAR =
  /^\s*[【[]?\s*(?:(?:您|您现在的?|当前|所在)*位置\s*[:：]|[上下]一[篇条页]|打印|关闭|返回|收藏|分享|字[体号])|[【[](?:打印|关闭)/u
const FILE_NAME = /\.(?:docx?|xlsx?|pdf|wps|et|ofd|zip|rar|pptx?|jpe?g|png)\s*$/i
/** As many whole-line links in a row are a list of other pages. */
const SHORTEST_LINK_LIST = 3
const LONGEST_LIST_LABEL = 10

/** @returns for each line whether it belongs to the page and not to the document it shows */
export function chromeLinesOf(lines: readonly PageLine[], pageTitle: string): readonly boolean[] {
  const body = mainBodyOf(lines)
  if (body === undefined) return lines.map(isMarkedAsChrome)
  const first = lines.findIndex(({ block }) => isUnder(block, body))
  const last = lines.findLastIndex(({ block }) => isUnder(block, body))
  const title = titleLine(lines, first, pageTitle)
  const lists = linkLists(lines)
  return lines.map((line, at) => {
    if (ATTACHMENT.test(line.text) && at > first) return false
    if (isMarked(line.block, body) || isLinkBlock(line) || lists.has(at)) return true
    if (isUnder(line.block, body)) return false
    if (at < first) return title === undefined ? proseWeight(line) === 0 : at < title
    return at > last && line.text.trim().length < LONGEST_LABEL
  })
}

function isMarkedAsChrome(line: PageLine): boolean {
  return isMarked(line.block, undefined) || isLinkBlock(line)
}

/** The nearest line above the body that repeats the page's title or is a main heading. */
function titleLine(lines: readonly PageLine[], first: number, pageTitle: string): number | undefined {
  const wanted = squeezed(pageTitle)
  const above = lines.slice(0, first)
  const byTitle = above.findLastIndex(({ text }) => {
    const found = squeezed(text)
    return found.length >= 6 && (wanted.startsWith(found) || wanted.endsWith(found))
  })
  if (byTitle !== -1) return byTitle
  const byHeading = above.findLastIndex(({ block }) => {
    const heading = [...selfAndAncestors(block)].find(({ tagName }) => /^(?:h[12]|ucaptitle)$/.test(tagName))
    return heading !== undefined && !isMarked(heading, undefined)
  })
  return byHeading === -1 ? undefined : byHeading
}

function squeezed(text: string): string {
  return text.replace(/\s+/gu, '')
}

/** Marked by its tag, role, class or id, unless the mark is on something that holds the document. */
function isMarked(block: PageElement, body: PageElement | undefined): boolean {
  for (const element of selfAndAncestors(block)) {
    if (element === body || (body !== undefined && isUnder(body, element))) return false
    if (['html', 'body', 'article', 'main'].includes(element.tagName)) continue
    if (CHROME_TAGS.has(element.tagName) || CHROME_ROLES.has(attribute(element, 'role') ?? '')) return true
    if (attribute(element, 'aria-hidden') === 'true') return true
    if (
      CHROME_NAME.test(attribute(element, 'class') ?? '') ||
      CHROME_NAME.test(attribute(element, 'id') ?? '')
    )
      return true
  }
  return false
}

/** A line that is links and little else; a single link inside a document is a reference. */
function isLinkBlock({ text, linkLength, linkCount }: PageLine): boolean {
  if (linkCount > 0 && CONTROL_BAR.test(text)) return true
  return linkCount >= 3 && linkLength / text.trim().length > 0.5
}

/** Runs of lines that are one link each, with the label above them; links to attached files are not such a run. */
function linkLists(lines: readonly PageLine[]): ReadonlySet<number> {
  const found = new Set<number>()
  for (let start = 0; start < lines.length; start++) {
    let end = start
    while (isWholeLink(lines[end])) end++
    if (end - start < SHORTEST_LINK_LIST) continue
    for (let at = start; at < end; at++) found.add(at)
    const label = lines[start - 1]
    if (label !== undefined && label.text.trim().length <= LONGEST_LIST_LABEL && !/[。；，]/.test(label.text))
      found.add(start - 1)
    start = end
  }
  return found
}

function isWholeLink(line: PageLine | undefined): boolean {
  if (line === undefined || FILE_NAME.test(line.text)) return false
  return line.linkCount > 0 && line.linkLength >= line.text.trim().length * 0.9
}
