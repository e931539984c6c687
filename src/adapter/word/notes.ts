import { elementsOf, type XmlElement } from '../archive/index.ts'
import type { PackageParts } from './package-parts.ts'
import type { NoteMark } from './run-text.ts'

const NAMES = { footnote: '注', endnote: '尾注' } as const

/** Foot- and endnotes in the order of their references. */
export interface Notes {
  readonly mark: NoteMark
  /** Each referenced note with its mark. */
  referenced(): readonly { readonly mark: string; readonly note: XmlElement }[]
}

export function createNotes(parts: Pick<PackageParts, 'footnotes' | 'endnotes'>): Notes {
  const notes = { footnote: byId(parts.footnotes, 'footnote'), endnote: byId(parts.endnotes, 'endnote') }
  const marks = new Map<string, { readonly mark: string; readonly note: XmlElement }>()
  const counts = { footnote: 0, endnote: 0 }
  return {
    mark: (kind, id) => {
      const key = `${kind} ${id}`
      const known = marks.get(key)?.mark
      const note = notes[kind].get(id)
      if (known !== undefined || note === undefined) return known ?? ''
      const mark = `[${NAMES[kind]}${++counts[kind]}]`
      marks.set(key, { mark, note })
      return mark
    },
    referenced: () => [...marks.values()],
  }
}

function byId(part: XmlElement | undefined, name: string): ReadonlyMap<string, XmlElement> {
  return new Map(
    elementsOf(part, name)
      .filter(({ attributes }) => !(attributes.get('type') ?? 'normal').toLowerCase().includes('separator'))
      .map((note) => [note.attributes.get('id') ?? '', note]),
  )
}
