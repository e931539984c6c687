import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from 'parse5'
import { UnreadableFileError } from '../../error.ts'

export type PageElement = DefaultTreeAdapterTypes.Element
export type PageNode = DefaultTreeAdapterTypes.ChildNode

/** Browsers stop nesting at 512; what goes far beyond is no page a person has read. */
const DEEPEST = 1000
const MOST_NODES = 500_000

/**
 * The page as a browser without scripts sees it. Nothing is fetched or executed.
 * @throws UnreadableFileError for a page that is too deep or too large
 */
export function parsePage(file: string, html: string): PageElement {
  const page = parse(html, { scriptingEnabled: false, treeAdapter: boundedAdapter(file) })
  const root = page.childNodes.find(isElement)
  const body = root?.childNodes.filter(isElement).find(({ tagName }) => tagName === 'body')
  if (root === undefined || body === undefined) throw refusal('网页里没有正文', file)
  return root
}

function boundedAdapter(file: string): typeof defaultTreeAdapter {
  let nodes = 0
  let depth = 0
  const count = () => {
    if (++nodes > MOST_NODES) throw refusal(`网页元素过多（上限 ${MOST_NODES} 个）`, file)
  }
  return {
    ...defaultTreeAdapter,
    createElement: (...parts) => {
      count()
      return defaultTreeAdapter.createElement(...parts)
    },
    createTextNode: (text) => {
      count()
      return defaultTreeAdapter.createTextNode(text)
    },
    onItemPush: () => {
      if (++depth > DEEPEST) throw refusal(`网页元素嵌套过深（上限 ${DEEPEST} 层）`, file)
    },
    onItemPop: () => {
      depth--
    },
  }
}

export function isElement(node: PageNode): node is PageElement {
  return 'tagName' in node
}

export function attribute(element: PageElement, name: string): string | undefined {
  return element.attrs.find((candidate) => candidate.name === name)?.value
}

/** The element itself and all it stands in, innermost first. */
export function* selfAndAncestors(element: PageElement): Iterable<PageElement> {
  for (let at: PageElement | null = element; at !== null; at = parentOf(at)) yield at
}

function parentOf(element: PageElement): PageElement | null {
  const { parentNode } = element
  return parentNode !== null && 'tagName' in parentNode ? parentNode : null
}

function refusal(reason: string, file: string): UnreadableFileError {
  return new UnreadableFileError(`${reason}：${file}`, { details: { file } })
}
