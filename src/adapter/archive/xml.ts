import { SaxesParser } from 'saxes'
import { UnreadableFileError } from '../../error.ts'

/** An XML element without its namespace prefixes; the formats read here never rely on them to tell names apart. */
export interface XmlElement {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly (XmlElement | string)[]
}

const DEEPEST = 200
const MOST_NODES = 500_000

/**
 * Parses one part of a container. No document type, so no entities of its own; nothing external is followed.
 * @throws UnreadableFileError for XML that is not well-formed, too deep or too large
 */
export function parseXml(file: string, bytes: Uint8Array): XmlElement {
  const refuse: Refuse = (reason, cause) =>
    new UnreadableFileError(`${reason}：${file}`, { cause, details: { file } })
  const root = treeOf(decoded(bytes, refuse), refuse).children.find((child) => typeof child !== 'string')
  if (root === undefined) throw refuse('文件内部的 XML 是空的')
  return root
}

type Refuse = (reason: string, cause?: unknown) => UnreadableFileError

function treeOf(text: string, refuse: Refuse): XmlElement {
  const top: Growing = { name: '', attributes: new Map(), children: [] }
  const open: Growing[] = [top]
  let nodes = 0
  const append = (child: Growing | string) => {
    if (++nodes > MOST_NODES) throw refuse(`文件内部结构过大（上限 ${MOST_NODES} 个节点）`)
    open.at(-1)?.children.push(child)
  }
  const parser = new SaxesParser<{ position: false; xmlns: false }>({ position: false, xmlns: false })
  parser.on('error', (error) => {
    throw refuse('文件内部的 XML 已损坏', error)
  })
  parser.on('doctype', () => {
    throw refuse('文件内部的 XML 带有文档类型声明，不予读取')
  })
  parser.on('opentag', ({ name, attributes }) => {
    const element: Growing = { name: localName(name), attributes: localNames(attributes), children: [] }
    append(element)
    if (open.push(element) > DEEPEST + 1) throw refuse(`文件内部嵌套过深（上限 ${DEEPEST} 层）`)
  })
  parser.on('closetag', () => void open.pop())
  parser.on('text', append)
  parser.on('cdata', append)
  parser.write(text).close()
  return top
}

interface Growing extends XmlElement {
  readonly children: (XmlElement | string)[]
}

function decoded(bytes: Uint8Array, refuse: Refuse): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : 'utf-8'
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) throw refuse('文件内部的 XML 编码已损坏')
    throw error
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

function localNames(attributes: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(attributes).map(([name, value]) => [localName(name), value]))
}

export function elementsOf(parent: XmlElement | undefined, name?: string): readonly XmlElement[] {
  return (parent?.children ?? []).filter(
    (child): child is XmlElement => typeof child !== 'string' && (name === undefined || child.name === name),
  )
}

/** The first child element of each name in turn, down a path. */
export function childAt(parent: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  return path.reduce<XmlElement | undefined>((element, name) => elementsOf(element, name)[0], parent)
}

/** Text of an element and of all under it. */
export function textOf(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('')
}

/** Every element of a name under an element, in document order. */
export function* descendantsOf(element: XmlElement, name: string): Iterable<XmlElement> {
  for (const child of elementsOf(element)) {
    if (child.name === name) yield child
    yield* descendantsOf(child, name)
  }
}
