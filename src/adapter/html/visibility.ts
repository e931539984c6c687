import { attribute, isElement, type PageElement } from './parse-page.ts'

/** Elements whose content a browser never shows as text. */
const NEVER_SHOWN = new Set(
  'head script style noscript template iframe object embed applet svg math canvas audio video map img input title meta link base param datalist'.split(
    ' ',
  ),
)
const HIDDEN_STYLE =
  /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|opacity\s*:\s*0(?:\.0*)?\s*(?:;|!|$)|font-size\s*:\s*0(?:px|pt|em|%)?\s*(?:;|!|$)|text-indent\s*:\s*-\d{3,}|(?:max-)?(?:height|width)\s*:\s*0(?:px)?\s*;(?=.*overflow\s*:\s*hidden))/i
const OFF_SCREEN = /(?:left|top|right|bottom|margin(?:-left|-top)?)\s*:\s*-\d{3,}/i

/** Decides what of a page a person could see; rules of the page's own style sheets count where they are simple. */
export function createVisibility(root: PageElement): (element: PageElement) => boolean {
  const { classes, ids } = hiddenSelectors(styleTextOf(root))
  return (element) => {
    if (NEVER_SHOWN.has(element.tagName)) return false
    if (attribute(element, 'hidden') !== undefined) return false
    const style = attribute(element, 'style') ?? ''
    if (HIDDEN_STYLE.test(style) || (/position\s*:/i.test(style) && OFF_SCREEN.test(style))) return false
    if (ids.has(attribute(element, 'id') ?? '')) return false
    return !(attribute(element, 'class') ?? '').split(/\s+/).some((name) => classes.has(name))
  }
}

/** Only `.name { display: none }` and `#name { … }`; anything richer is left to the person who reads. */
function hiddenSelectors(css: string): {
  readonly classes: ReadonlySet<string>
  readonly ids: ReadonlySet<string>
} {
  const classes = new Set<string>()
  const ids = new Set<string>()
  for (const [, selectors = '', body = ''] of css.matchAll(/([^{}]{1,500})\{([^{}]{0,2000})\}/g)) {
    if (!/display\s*:\s*none/i.test(body)) continue
    for (const selector of selectors.split(',')) {
      const name = /^\s*([.#])([\w-]+)\s*$/.exec(selector)
      if (name?.[2] !== undefined) (name[1] === '.' ? classes : ids).add(name[2])
    }
  }
  return { classes, ids }
}

/** Rules for other media (print) say nothing about the screen. */
function styleTextOf(root: PageElement): string {
  const texts: string[] = []
  const open: PageElement[] = [root]
  for (let element = open.pop(); element !== undefined; element = open.pop()) {
    for (const child of element.childNodes) {
      if (isElement(child)) open.push(child)
      else if (element.tagName === 'style' && 'value' in child) texts.push(child.value)
    }
  }
  return withoutMedia(texts.join('\n').replace(/\/\*[\s\S]*?\*\//g, ''))
}

function withoutMedia(css: string): string {
  let kept = ''
  let depth = 0
  for (const part of css.split(/(@[\w-]+[^{};]*\{|[{}])/)) {
    if (depth === 0 && !part.startsWith('@')) kept += part
    else if (part.endsWith('{')) depth++
    else if (part === '}') depth--
  }
  return kept
}
