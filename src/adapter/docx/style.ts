import { FONT, GRID, SIZE, STYLE } from './profile.ts'

type Face = keyof typeof FONT

/** What a paragraph style says; everything is said in each, so that no default of a reader shines through. */
interface Look {
  readonly id: string
  readonly name: string
  readonly face: Face
  readonly size: number
  readonly align?: 'both' | 'center' | 'right'
  /** Two characters, as the standard wants paragraphs to begin. */
  readonly isIndented?: boolean
  /** Without the closer setting of the grid. */
  readonly isLoose?: boolean
  readonly line?: number
  /** Keeps out of the grid of the page, where larger type would take two of its lines. */
  readonly isFree?: boolean
  readonly outlineLevel?: number
}

const { title, body, mark, annex } = SIZE
const HEADING_FACES: readonly Face[] = ['first', 'second', 'body', 'body']

const LOOKS: readonly Look[] = [
  ...STYLE.headings.map((id, at) => ({
    id,
    name: `heading ${at + 1}`,
    face: HEADING_FACES[at] ?? 'body',
    size: body,
    isIndented: true,
    outlineLevel: at,
  })),
  {
    id: STYLE.title,
    name: '公文标题',
    face: 'title',
    size: title,
    align: 'center',
    isLoose: true,
    isFree: true,
  },
  { id: STYLE.draft, name: '草稿标记', face: 'second', size: body, align: 'center' },
  { id: STYLE.mark, name: '人工智能标识', face: 'second', size: mark },
  { id: STYLE.blank, name: '空行', face: 'body', size: body },
  { id: STYLE.body, name: '公文正文', face: 'body', size: body, align: 'both', isIndented: true },
  { id: STYLE.signature, name: '落款', face: 'body', size: body, align: 'right' },
  { id: STYLE.annexLabel, name: '附件标记', face: 'first', size: body },
  {
    id: STYLE.annexCell,
    name: '附件表格',
    face: 'body',
    size: annex,
    isLoose: true,
    isFree: true,
    line: 300,
  },
]

/** The styles part. */
export function stylesXml(): string {
  const normal = lookXml({ id: 'Normal', name: 'Normal', face: 'body', size: body })
  return part(
    'styles',
    `<w:docDefaults><w:rPrDefault>${runXml({ face: 'body', size: body })}</w:rPrDefault><w:pPrDefault/></w:docDefaults>` +
      `<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>${normal}</w:style>` +
      '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>' +
      '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>' +
      LOOKS.map(
        (look) =>
          `<w:style w:type="paragraph"${look.outlineLevel === undefined ? ' w:customStyle="1"' : ''} w:styleId="${look.id}"><w:name w:val="${look.name}"/><w:basedOn w:val="Normal"/><w:qFormat/>${lookXml(look)}</w:style>`,
      ).join(''),
  )
}

/**
 * A heading stays with what follows it. Spaces between Chinese and Latin letters or figures, which Word adds of itself, would break the
 * grid.
 */
function lookXml(look: Look): string {
  const { align, isIndented = false, isFree = false, line = GRID.line, outlineLevel } = look
  return (
    `<w:pPr>${outlineLevel === undefined ? '' : '<w:keepNext/>'}` +
    '<w:widowControl w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>' +
    (isFree ? '<w:snapToGrid w:val="0"/>' : '') +
    `<w:spacing w:before="0" w:after="0" w:line="${line}" w:lineRule="exact"/>` +
    (isIndented ? `<w:ind w:firstLineChars="${GRID.indentChars}" w:firstLine="${GRID.indent}"/>` : '') +
    (align === undefined ? '' : `<w:jc w:val="${align}"/>`) +
    (outlineLevel === undefined ? '' : `<w:outlineLvl w:val="${outlineLevel}"/>`) +
    `</w:pPr>${runXml(look)}`
  )
}

function runXml({ face, size, isLoose = false }: Pick<Look, 'face' | 'size' | 'isLoose'>): string {
  const { name } = FONT[face]
  return (
    `<w:rPr><w:rFonts w:ascii="${name}" w:eastAsia="${name}" w:hAnsi="${name}" w:cs="${name}"/><w:color w:val="000000"/>` +
    `<w:spacing w:val="${isLoose ? 0 : GRID.spacing}"/><w:sz w:val="${size}"/><w:szCs w:val="${size}"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr>`
  )
}

/** The table where Word looks up what may stand in for a font; nothing is embedded. */
export function fontsXml(): string {
  return part(
    'fonts',
    Object.values(FONT)
      .map(
        ({ name, fallback }) =>
          `<w:font w:name="${name}"><w:altName w:val="${fallback}"/><w:charset w:val="86"/></w:font>`,
      )
      .join(''),
  )
}

function part(name: string, content: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:${name} xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${content}</w:${name}>`
}
