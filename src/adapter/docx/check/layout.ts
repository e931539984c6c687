import { childAt, descendantsOf, elementsOf, textOf, type XmlElement } from '../../archive/index.ts'
import { FONT, GRID, PAGE, SIZE, STYLE } from '../profile.ts'
import { paragraphsIn } from './body.ts'
import { type Finding, unless } from './finding.ts'
import type { Parts } from './parts.ts'

/** Paper, margins, grid, styles and page numbers are those of the standard. */
export function layoutFindings(parts: Parts): readonly Finding[] {
  return [...pageFindings(parts), ...styleFindings(parts), ...footerFindings(parts), ...fontFindings(parts)]
}

function pageFindings({ document, settings }: Parts): readonly Finding[] {
  const sections = [...descendantsOf(document, 'sectPr')]
  const [section] = sections
  const has = (name: string, values: Readonly<Record<string, string | number>>) =>
    holds(childAt(section, name), values)
  const { width, height, top, bottom, left, right, footer } = PAGE
  return [
    ...unless(sections.length === 1 && has('pgSz', { w: width, h: height }), 'P1', '纸张不是 A4 纵向'),
    ...unless(has('pgMar', { top, bottom, left, right, footer, gutter: 0 }), 'P1', '页边距不合标准'),
    ...unless(has('docGrid', { type: 'lines', linePitch: GRID.line }), 'P1', '版心不是每面22行'),
    ...unless(childAt(section, 'titlePg') === undefined, 'P1', '首页页码与其他页不同'),
    ...unless(elementsOf(settings, 'evenAndOddHeaders').length === 1, 'P1', '没有区分单双页页码'),
  ]
}

const HEADING_FONTS = [FONT.first, FONT.second, FONT.body, FONT.body]
const INDENTED = { firstLineChars: GRID.indentChars }

function styleFindings({ styles, document }: Parts): readonly Finding[] {
  const byId = new Map(
    elementsOf(styles, 'style').map((style) => [style.attributes.get('styleId') ?? '', style]),
  )
  const used = paragraphsIn(childAt(document, 'body')).map(({ style }) => style)
  const isSet = (id: string, font: string, size: number) => {
    const style = byId.get(id)
    const fonts = { eastAsia: font, ascii: font, hAnsi: font }
    return holds(childAt(style, 'rPr', 'rFonts'), fonts) && holds(childAt(style, 'rPr', 'sz'), { val: size })
  }
  const onGrid = [
    STYLE.body,
    STYLE.title,
    STYLE.blank,
    STYLE.signature,
    STYLE.draft,
    STYLE.mark,
    ...STYLE.headings,
  ]
  const line = { line: GRID.line, lineRule: 'exact', before: 0, after: 0 }
  return [
    ...unless(
      used.every((id) => byId.has(id)),
      'P0',
      '正文用了没有定义的样式',
    ),
    ...unless(
      onGrid.every((id) => holds(childAt(byId.get(id), 'pPr', 'spacing'), line)),
      'P1',
      '行距不是28.95磅',
    ),
    ...unless(isSet(STYLE.title, FONT.title.name, SIZE.title), 'P1', '标题不是2号小标宋体'),
    ...unless(holds(childAt(byId.get(STYLE.title), 'pPr', 'jc'), { val: 'center' }), 'P1', '标题没有居中'),
    ...unless(isSet(STYLE.body, FONT.body.name, SIZE.body), 'P1', '正文不是3号仿宋体'),
    ...unless(
      [STYLE.body, ...STYLE.headings].every(
        (id) =>
          holds(childAt(byId.get(id), 'pPr', 'ind'), INDENTED) &&
          holds(childAt(byId.get(id), 'rPr', 'spacing'), { val: GRID.spacing }) &&
          holds(childAt(byId.get(id), 'pPr', 'widowControl'), { val: 0 }),
      ),
      'P1',
      '正文没有首行缩进2字，或每行不足28字',
    ),
    ...STYLE.headings.flatMap((id, at) =>
      unless(isSet(id, HEADING_FONTS[at]?.name ?? '', SIZE.body), 'P1', `第${at + 1}级标题字体不合标准`),
    ),
  ]
}

function footerFindings({ footers }: Parts): readonly Finding[] {
  const isRight = (type: string, side: 'left' | 'right') => {
    const [paragraph, ...more] = elementsOf(footers.get(type), 'p')
    const properties = childAt(paragraph, 'pPr')
    const fields = paragraph === undefined ? [] : [...descendantsOf(paragraph, 'instrText')]
    const sizes = paragraph === undefined ? [] : [...descendantsOf(paragraph, 'sz')]
    return (
      more.length === 0 &&
      holds(childAt(properties, 'jc'), { val: side }) &&
      holds(childAt(properties, 'ind'), { [side]: SIZE.footer * 10 }) &&
      fields.map(textOf).join('').trim() === 'PAGE' &&
      paragraphsIn(footers.get(type))[0]?.text === '—  —' &&
      sizes.length > 0 &&
      sizes.every((size) => holds(size, { val: SIZE.footer }))
    )
  }
  return [
    ...unless(isRight('default', 'right'), 'P1', '单页码不在右侧、空一字'),
    ...unless(isRight('even', 'left'), 'P1', '双页码不在左侧、空一字'),
  ]
}

function fontFindings({ fonts }: Parts): readonly Finding[] {
  const known = new Set(elementsOf(fonts, 'font').map(({ attributes }) => attributes.get('name')))
  const missing = Object.values(FONT).filter(({ name }) => !known.has(name))
  return missing.map(({ name }) => ({ grade: 'P1', message: `字体表里没有${name}及其替代字体` }))
}

function holds(element: XmlElement | undefined, values: Readonly<Record<string, string | number>>): boolean {
  return Object.entries(values).every(([name, value]) => element?.attributes.get(name) === String(value))
}
