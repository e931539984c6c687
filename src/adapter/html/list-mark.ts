import { attribute, isElement, type PageElement } from './parse-page.ts'

const OWN_NUMBER =
  /^\s*(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|第[一二三四五六七八九十\d]+[章条节]|[①-⑳])/u

/** The number a browser shows before an item of an ordered list; empty where it shows none. */
export function listMarkOf(item: PageElement): string {
  const list = item.parentNode
  if (list === null || !('tagName' in list) || list.tagName !== 'ol') return ''
  if (/list-style(?:-type)?\s*:\s*none/i.test(`${attribute(list, 'style')};${attribute(item, 'style')}`))
    return ''
  const items = list.childNodes.filter(isElement).filter(({ tagName }) => tagName === 'li')
  if (items.some((candidate) => OWN_NUMBER.test(startOf(candidate)))) return ''
  const number = numberOf(list, items, item)
  const kind = attribute(list, 'type')
  return `${kind === 'a' || kind === 'A' ? letters(number, kind) : number}. `
}

function numberOf(list: PageElement, items: readonly PageElement[], item: PageElement): number {
  let number = whole(attribute(list, 'start')) ?? 1
  for (const candidate of items) {
    number = whole(attribute(candidate, 'value')) ?? number
    if (candidate === item) break
    number++
  }
  return number
}

function letters(number: number, first: 'a' | 'A'): string {
  return number >= 1 && number <= 26 ? String.fromCharCode(first.charCodeAt(0) + number - 1) : String(number)
}

function whole(value: string | undefined): number | undefined {
  return value !== undefined && /^-?\d{1,6}$/.test(value.trim()) ? Number(value) : undefined
}

function startOf(element: PageElement): string {
  for (const child of element.childNodes) {
    const text = isElement(child) ? startOf(child) : 'value' in child ? child.value : ''
    if (text.trim() !== '') return text
  }
  return ''
}
