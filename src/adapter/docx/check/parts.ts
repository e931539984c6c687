import { UnreadableFileError } from '../../../error.ts'
import { elementsOf, openZip, parseXml, type XmlElement, type Zip } from '../../archive/index.ts'
import type { Finding } from './finding.ts'

/** The parts a draft consists of; every other part of the package is read too, for it must be sound. */
export interface Parts {
  readonly document: XmlElement
  readonly styles: XmlElement
  readonly settings: XmlElement
  readonly custom: XmlElement
  readonly fonts: XmlElement
  readonly comments: XmlElement | undefined
  /** Footers by the use the document makes of them: default, even. */
  readonly footers: ReadonlyMap<string, XmlElement>
  readonly all: ReadonlyMap<string, XmlElement>
}

const FILE = '导出的文件'
/** Our own file: long repetitions are no bomb. */
const LIMITS = { entries: 200, unpackedBytes: 1024 * 1024 * 1024, ratio: Number.POSITIVE_INFINITY }
/** Nothing but these may be inside: no macros, pictures, embedded files or templates. */
const KNOWN =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|docProps\/(?:app|core|custom)\.xml|word\/(?:document|styles|settings|numbering|comments|footnotes|endnotes|fontTable|footer\d+|theme\/theme1|_rels\/[A-Za-z]+\d*\.xml)(?:\.xml|\.rels))$/u

/** Opens the file as a stranger would. */
export function readParts(bytes: Uint8Array): Parts | Finding {
  try {
    return partsOf(openZip(FILE, bytes, LIMITS))
  } catch (error) {
    if (error instanceof UnreadableFileError) return { grade: 'P0', message: error.message }
    throw error
  }
}

function partsOf(zip: Zip): Parts | Finding {
  const strange = zip.entries.find(({ name }) => !KNOWN.test(name))
  if (strange !== undefined) return { grade: 'P0', message: `导出的文件里有不该有的内容：${strange.name}` }
  const all = new Map(zip.entries.map(({ name }) => [name, parseXml(FILE, zip.unpack(name))]))
  const [document, styles, settings, fonts] = ['document', 'styles', 'settings', 'fontTable'].map((name) =>
    all.get(`word/${name}.xml`),
  )
  const custom = all.get('docProps/custom.xml')
  if (document === undefined || styles === undefined || settings === undefined)
    return { grade: 'P0', message: '导出的文件缺少正文、样式或设置' }
  if (custom === undefined || fonts === undefined)
    return { grade: 'P0', message: '导出的文件缺少人工智能生成标识或字体表' }
  const parts = { document, styles, settings, custom, fonts, comments: all.get('word/comments.xml'), all }
  return { ...parts, footers: footersOf(document, all) }
}

function footersOf(
  document: XmlElement,
  all: ReadonlyMap<string, XmlElement>,
): ReadonlyMap<string, XmlElement> {
  const targets = new Map(
    elementsOf(all.get('word/_rels/document.xml.rels')).map(({ attributes }) => [
      attributes.get('Id') ?? '',
      `word/${attributes.get('Target') ?? ''}`,
    ]),
  )
  const section = elementsOf(elementsOf(document, 'body')[0], 'sectPr').at(-1)
  return new Map(
    elementsOf(section, 'footerReference').flatMap(({ attributes }) => {
      const footer = all.get(targets.get(attributes.get('id') ?? '') ?? '')
      return footer === undefined ? [] : [[attributes.get('type') ?? '', footer] as const]
    }),
  )
}

/** Every relation stays inside the package. */
export function outwardRelations({ all }: Parts): readonly Finding[] {
  return [...all].flatMap(([name, part]) =>
    elementsOf(part, 'Relationship')
      .filter(({ attributes }) => attributes.get('TargetMode') === 'External')
      .map(() => ({ grade: 'P0' as const, message: `导出的文件引用了外部内容：${name}` })),
  )
}
