import { elementsOf, type XmlElement } from '../../archive/index.ts'
import type { Finding } from './finding.ts'
import type { Parts } from './parts.ts'

/** The order ECMA-376 gives to what stands inside an element, as far as a draft uses it; Word refuses another. */
const SEQUENCES: Readonly<Record<string, readonly string[]>> = {
  pPr: 'pStyle keepNext keepLines pageBreakBefore widowControl numPr shd tabs overflowPunct autoSpaceDE autoSpaceDN bidi snapToGrid spacing ind contextualSpacing jc outlineLvl rPr sectPr'.split(
    ' ',
  ),
  rPr: 'rStyle rFonts b bCs i iCs strike vanish color spacing kern position sz szCs highlight u shd vertAlign rtl cs lang'.split(
    ' ',
  ),
  sectPr:
    'headerReference footerReference footnotePr endnotePr type pgSz pgMar pgNumType cols vAlign titlePg textDirection docGrid'.split(
      ' ',
    ),
  tblPr: 'tblStyle tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook'.split(' '),
  tcPr: 'tcW gridSpan vMerge tcBorders shd noWrap tcMar vAlign'.split(' '),
  tbl: 'tblPr tblGrid tr'.split(' '),
  tr: 'tblPrEx trPr tc'.split(' '),
  tc: 'tcPr p'.split(' '),
  style: 'name basedOn next link uiPriority semiHidden unhideWhenUsed qFormat pPr rPr tblPr'.split(' '),
  settings:
    'displayBackgroundShape documentProtection defaultTabStop evenAndOddHeaders footnotePr endnotePr compat'.split(
      ' ',
    ),
  font: 'altName panose1 charset family pitch sig'.split(' '),
  comment: ['p'],
  document: ['body'],
}

/** Every element of a known kind holds only what it may, in the order of the schema. */
export function orderFindings({ all }: Parts): readonly Finding[] {
  return [...all]
    .filter(([name]) => /^word\/(?:document|styles|settings|comments|fontTable|footer\d+)\.xml$/u.test(name))
    .flatMap(([name, root]) => [...disorders(root)].map((place) => ({ name, place })))
    .map(({ name, place }) => ({ grade: 'P0', message: `导出的文件不合 Word 的格式：${name} ${place}` }))
}

function* disorders(element: XmlElement): Iterable<string> {
  const sequence = SEQUENCES[element.name]
  const children = elementsOf(element)
  if (sequence !== undefined && Object.hasOwn(SEQUENCES, element.name)) {
    const places = children.map(({ name }) => sequence.indexOf(name))
    const wrong = places.findIndex((place, at) => place === -1 || place < (places[at - 1] ?? 0))
    if (wrong !== -1) yield `${element.name}/${children[wrong]?.name}`
  }
  for (const child of children) yield* disorders(child)
}
