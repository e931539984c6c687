export { archiveReader } from './list-entries.ts'
export { childAt, descendantsOf, elementsOf, parseXml, textOf, type XmlElement } from './xml.ts'
export { isZip, openZip, type Zip } from './zip.ts'
