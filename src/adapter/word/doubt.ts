import { elementsOf, type XmlElement } from '../archive/index.ts'

const CHANGES = new Set(['ins', 'del', 'moveFrom', 'moveTo'])
const PICTURES = new Set(['pic', 'imagedata'])
const EMBEDDED = new Set(['OLEObject', 'altChunk', 'chart', 'relIds'])

/** What a person should check: what stands in the file and is read one way of two, or not at all. */
export function doubtsAbout(document: XmlElement | undefined): readonly string[] {
  const counts = { changes: 0, pictures: 0, embedded: 0 }
  const open = document === undefined ? [] : [document]
  for (let element = open.pop(); element !== undefined; element = open.pop()) {
    if (CHANGES.has(element.name)) counts.changes++
    if (PICTURES.has(element.name)) counts.pictures++
    if (EMBEDDED.has(element.name)) counts.embedded++
    // The fallback repeats in an older form what the choice before it says.
    open.push(...elementsOf(element).filter(({ name }) => name !== 'Fallback'))
  }
  return [
    ...changesDoubt(counts.changes),
    ...picturesDoubt(counts.pictures),
    ...(counts.embedded > 0
      ? [`文件里有 ${counts.embedded} 个嵌入的对象（表格、图表或其他文件），其中的文字没有读。`]
      : []),
  ]
}

export function changesDoubt(count: number): readonly string[] {
  return count === 0 ? [] : [`文件带有 ${count} 处没有接受的修订，按全部接受后的文字读取，请核对定稿。`]
}

export function picturesDoubt(count: number): readonly string[] {
  return count === 0 ? [] : [`文件里有 ${count} 张图片，图片里的文字没有读。`]
}
