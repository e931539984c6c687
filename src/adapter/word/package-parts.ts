import { elementsOf, parseXml, type XmlElement, type Zip } from '../archive/index.ts'

/** The parts of a docx that bear on its text. */
export interface PackageParts {
  readonly document: XmlElement | undefined
  readonly styles: XmlElement | undefined
  readonly numbering: XmlElement | undefined
  readonly footnotes: XmlElement | undefined
  readonly endnotes: XmlElement | undefined
}

/** Follows relations inside the package only; whatever points outside is never looked at. */
export function packageParts(file: string, zip: Zip): PackageParts {
  const name = mainPartName(file, zip)
  const part = (path: string | undefined) =>
    path !== undefined && zip.has(path) ? parseXml(file, zip.unpack(path)) : undefined
  const related = name === undefined ? new Map<string, string>() : relations(file, zip, name)
  return {
    document: part(name),
    styles: part(related.get('styles')),
    numbering: part(related.get('numbering')),
    footnotes: part(related.get('footnotes')),
    endnotes: part(related.get('endnotes')),
  }
}

export function mainPartName(file: string, zip: Zip): string | undefined {
  const named = relations(file, zip, '').get('officeDocument')
  return named !== undefined && zip.has(named) ? named : ['word/document.xml'].find(zip.has)
}

/** Paths of related parts by the last word of the relation's type. */
function relations(file: string, zip: Zip, part: string): ReadonlyMap<string, string> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1)
  const path = `${folder}_rels/${part.slice(folder.length)}.rels`
  if (!zip.has(path)) return new Map()
  return new Map(
    elementsOf(parseXml(file, zip.unpack(path)), 'Relationship')
      .filter(({ attributes }) => attributes.get('TargetMode') !== 'External')
      .map(({ attributes }) => [
        (attributes.get('Type') ?? '').split('/').at(-1) ?? '',
        resolved(folder, attributes.get('Target') ?? ''),
      ]),
  )
}

/** A name inside the package; it is only ever compared with the names of entries. */
function resolved(folder: string, target: string): string {
  const segments: string[] = []
  for (const segment of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (segment === '..') segments.pop()
    else if (segment !== '' && segment !== '.') segments.push(segment)
  }
  return segments.join('/')
}
