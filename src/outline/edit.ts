import { InvalidRequestError } from '../error.ts'
import { numbered, styleOf } from './number.ts'
import type { Outline, OutlineItem, OutlineSection } from './outline.ts'
import { proveText } from './prove-text.ts'

/** What a person does to a draft. `before` names the item it is put in front of; null puts it last. */
export type OutlineEdit =
  | { readonly kind: 'title'; readonly title: string }
  | { readonly kind: 'section'; readonly sectionId: string; readonly heading: string }
  | { readonly kind: 'state'; readonly itemId: string; readonly state: 'draft' | 'accepted' | 'rejected' }
  | { readonly kind: 'rewrite'; readonly itemId: string; readonly heading: string; readonly text: string }
  | { readonly kind: 'level'; readonly itemId: string; readonly level: OutlineItem['level'] }
  | ({ readonly kind: 'move'; readonly itemId: string } & Place)
  | ({ readonly kind: 'borrow'; readonly itemId: string } & Place)
  | ({ readonly kind: 'add'; readonly level: OutlineItem['level'] } & Written & Place)

interface Place {
  readonly sectionId: string
  readonly before: string | null
}

interface Written {
  readonly heading: string
  readonly text: string
}

/**
 * The draft after one edit, its numbers computed anew. Nothing a person writes is lost or changed; it counts as
 * proven only where the item's own sources bear it out.
 * @param newId for an item that is added
 * @throws InvalidRequestError naming what the edit does not find
 */
export function edited(outline: Outline, edit: OutlineEdit, newId: () => string): Outline {
  const style = styleOf(outline)
  return numbered(changed(outline, edit, newId), style)
}

function changed(outline: Outline, edit: OutlineEdit, newId: () => string): Outline {
  switch (edit.kind) {
    case 'title':
      return { ...outline, title: edit.title }
    case 'section':
      return withSection(outline, edit.sectionId, (section) => ({ ...section, heading: edit.heading }))
    case 'state':
      return withItem(outline, edit.itemId, (item) => ({ ...item, state: stateOf(item, edit.state) }))
    case 'rewrite':
      return withItem(outline, edit.itemId, (item) => rewritten(item, edit))
    case 'level':
      return withItem(outline, edit.itemId, (item) => ({ ...item, level: edit.level }))
    case 'move':
      return put(itemOf(outline, edit.itemId), edit, without(outline, edit.itemId))
    case 'borrow':
      return borrowed(outline, edit)
    case 'add':
      return put(written(newId(), edit), edit, outline)
  }
}

/** What a person rewrote stays marked as such when it is taken back into the draft. */
function stateOf(item: OutlineItem, state: 'draft' | 'accepted' | 'rejected'): OutlineItem['state'] {
  const isOwn = item.flags.some(({ kind }) => kind === 'no_basis')
  return state === 'draft' && isOwn ? 'edited' : state
}

function rewritten(item: OutlineItem, { heading, text }: Written): OutlineItem {
  const sentences = proveText(text, item.basis)
  const kept = item.flags.filter((flag) => flag.kind !== 'no_basis' && (heading + text).includes(flag.text))
  return { ...item, heading, sentences, flags: [...kept, ...unfounded(sentences)], state: 'edited' }
}

function written(id: string, { heading, text, level }: Written & Pick<OutlineItem, 'level'>): OutlineItem {
  const sentences = proveText(text, [])
  const flags = unfounded(sentences)
  const nothing = { basis: [], targets: [], number: '' }
  return { id, level, heading, sentences, flags, status: 'new', origin: 'none', state: 'edited', ...nothing }
}

function unfounded(sentences: OutlineItem['sentences']): OutlineItem['flags'] {
  return sentences
    .filter(({ verdict }) => verdict === 'unproven')
    .map(({ text }) => ({ kind: 'no_basis', text, note: '所列出处里没有这样的话，由起草人负责。' }))
}

function borrowed(outline: Outline, edit: { readonly itemId: string } & Place): Outline {
  const item = outline.borrowable.find(({ id }) => id === edit.itemId)
  if (item === undefined) throw unknown('/item_id', '借鉴清单里没有这一条。')
  const rest = outline.borrowable.filter(({ id }) => id !== edit.itemId)
  return put({ ...item, state: 'accepted' }, edit, { ...outline, borrowable: rest })
}

function put(item: OutlineItem, { sectionId, before }: Place, outline: Outline): Outline {
  return withSection(outline, sectionId, (section) => {
    const at = before === null ? section.items.length : section.items.findIndex(({ id }) => id === before)
    if (at === -1) throw unknown('/before', '这一部分里没有要放在其前面的那一条。')
    return { ...section, items: section.items.toSpliced(at, 0, item) }
  })
}

function itemOf({ sections }: Outline, id: string): OutlineItem {
  const item = sections.flatMap(({ items }) => items).find((one) => one.id === id)
  if (item === undefined) throw unknown('/item_id', '提纲里没有这一条，可能已被移走。')
  return item
}

function without(outline: Outline, id: string): Outline {
  const rest = ({ items }: OutlineSection) => items.filter((item) => item.id !== id)
  return { ...outline, sections: outline.sections.map((section) => ({ ...section, items: rest(section) })) }
}

function withItem(outline: Outline, id: string, change: (item: OutlineItem) => OutlineItem): Outline {
  itemOf(outline, id)
  const items = (section: OutlineSection) =>
    section.items.map((item) => (item.id === id ? change(item) : item))
  return { ...outline, sections: outline.sections.map((section) => ({ ...section, items: items(section) })) }
}

function withSection(
  outline: Outline,
  id: string,
  change: (section: OutlineSection) => OutlineSection,
): Outline {
  if (!outline.sections.some((section) => section.id === id))
    throw unknown('/section_id', '提纲里没有这一部分。')
  return {
    ...outline,
    sections: outline.sections.map((section) => (section.id === id ? change(section) : section)),
  }
}

function unknown(pointer: string, message: string): InvalidRequestError {
  return new InvalidRequestError(message, { details: { pointer } })
}
