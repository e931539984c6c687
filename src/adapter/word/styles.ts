import { childAt, type XmlElement } from '../archive/index.ts'
import { byAttribute, isOn, settingOf } from './properties.ts'

/** What a document's styles say about list membership, hidden text and tables of contents. */
export interface Styles {
  /** The list of a paragraph style with the style that names it, which may be a parent. */
  numberingOf(
    styleId: string | undefined,
  ): { readonly numbering: XmlElement; readonly styleId: string } | undefined
  isHidden(styleId: string | undefined): boolean
  isContents(styleId: string | undefined): boolean
  /** `numId` of a numbering style. */
  listOf(numberingStyleId: string): string | undefined
}

const LONGEST_CHAIN = 20

export function createStyles(part: XmlElement | undefined): Styles {
  const styles = byAttribute(part, 'style', 'styleId')
  const chainOf = (styleId: string | undefined): readonly (readonly [id: string, style: XmlElement])[] => {
    const chain: (readonly [string, XmlElement])[] = []
    for (let id = styleId ?? defaultId(part); id !== undefined && chain.length < LONGEST_CHAIN; ) {
      const style = styles.get(id)
      if (style === undefined) break
      chain.push([id, style])
      id = settingOf(style, 'basedOn')
    }
    return chain
  }
  return {
    numberingOf: (styleId) => {
      for (const [id, style] of chainOf(styleId)) {
        const numbering = childAt(style, 'pPr', 'numPr')
        if (numbering !== undefined) return { numbering, styleId: id }
      }
      return undefined
    },
    isHidden: (styleId) =>
      chainOf(styleId)
        .map(([, style]) => isOn(childAt(style, 'rPr'), 'vanish'))
        .find((value) => value !== undefined) ?? false,
    isContents: (styleId) =>
      styleId !== undefined &&
      chainOf(styleId).some(([id, style]) => /^toc\s?\d$/i.test(settingOf(style, 'name') ?? id)),
    listOf: (id) => settingOf(styles.get(id), 'pPr', 'numPr', 'numId'),
  }
}

function defaultId(part: XmlElement | undefined): string | undefined {
  for (const [id, style] of byAttribute(part, 'style', 'styleId')) {
    if (style.attributes.get('type') === 'paragraph' && isDefault(style)) return id
  }
  return undefined
}

function isDefault(style: XmlElement): boolean {
  return ['1', 'true', 'on'].includes(style.attributes.get('default') ?? '')
}
