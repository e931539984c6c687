import { UnreadableFileError } from '../../error.ts'
import {
  childAt,
  descendantsOf,
  elementsOf,
  isZip,
  openZip,
  parseXml,
  textOf,
  type XmlElement,
  type Zip,
} from '../archive/index.ts'
import { type PagedReader, pageTextOf } from '../pdf/index.ts'
import { type Box, boxOf, POINTS, textGlyphs } from './text-glyphs.ts'

const ROOT = 'OFD.xml'
/** A4 in millimetres, where a document does not say. */
const DEFAULT_PAGE: Box = [0, 0, 210, 297]
const MOST_PAGES = 2000

/** OFD (GB/T 33190): the pages of every document in the container, in their order. */
export const ofdReader: PagedReader = {
  accepts: (file, bytes) => isZip(bytes) && (/\.ofd$/i.test(file) || hasRoot(file, bytes)),
  read: async (file, bytes) => {
    const zip = openZip(file, bytes)
    const part = (path: string) => parseXml(file, zip.unpack(path))
    const pages = elementsOf(part(ROOT), 'DocBody').flatMap((body) => {
      const root = childAt(body, 'DocRoot')
      return root === undefined ? [] : pagesOf(file, resolved('', textOf(root)), part, zip)
    })
    const text = pageTextOf(pages, 'ofd')
    if (text.text.trim() === '')
      throw new UnreadableFileError(`OFD 文件里没有文字：${file}`, { details: { file } })
    return text
  },
}

function hasRoot(file: string, bytes: Uint8Array): boolean {
  try {
    return openZip(file, bytes).has(ROOT)
  } catch (error) {
    if (error instanceof UnreadableFileError) return false
    throw error
  }
}

function pagesOf(file: string, path: string, part: (path: string) => XmlElement, zip: Zip) {
  const document = part(path)
  const area = areaOf(childAt(document, 'CommonData')) ?? DEFAULT_PAGE
  const entries = elementsOf(childAt(document, 'Pages'), 'Page')
  // One page may be named again and again, and is read each time.
  if (entries.length > MOST_PAGES)
    throw new UnreadableFileError(`OFD 页数过多（上限 ${MOST_PAGES} 页）：${file}`, { details: { file } })
  return entries.flatMap((entry) => {
    const content = resolved(path, entry.attributes.get('BaseLoc') ?? '')
    if (!zip.has(content)) return []
    const page = part(content)
    const [, , width, height] = areaOf(page) ?? area
    const glyphs = [...descendantsOf(page, 'TextObject')].flatMap(textGlyphs)
    return [{ width: width * POINTS, height: height * POINTS, glyphs, slanted: [] }]
  })
}

function areaOf(parent: XmlElement | undefined): Box | undefined {
  const area = childAt(parent, parent?.name === 'Page' ? 'Area' : 'PageArea')
  const box = childAt(area, 'PhysicalBox')
  return box === undefined ? undefined : boxOf(textOf(box))
}

/** A path inside the container, relative to the folder of the part that names it. */
function resolved(from: string, path: string): string {
  const trimmed = path.trim()
  const folder = trimmed.startsWith('/') ? '' : from.slice(0, from.lastIndexOf('/') + 1)
  const segments: string[] = []
  for (const segment of `${folder}${trimmed}`.split('/')) {
    if (segment === '..') segments.pop()
    else if (segment !== '' && segment !== '.') segments.push(segment)
  }
  return segments.join('/')
}
