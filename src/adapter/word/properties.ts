import { childAt, elementsOf, type XmlElement } from '../archive/index.ts'

/** Value of a child element's `val` attribute; elements without one (switches) count as on. */
export function settingOf(parent: XmlElement | undefined, ...path: readonly string[]): string | undefined {
  const element = childAt(parent, ...path)
  return element === undefined ? undefined : (element.attributes.get('val') ?? 'true')
}

export function isOn(parent: XmlElement | undefined, name: string): boolean | undefined {
  const value = settingOf(parent, name)
  return value === undefined ? undefined : !['0', 'false', 'off'].includes(value)
}

export function wholeOf(value: string | undefined): number | undefined {
  return value !== undefined && /^-?\d{1,9}$/.test(value) ? Number(value) : undefined
}

/** Elements of a list by one of their attributes. */
export function byAttribute(
  parent: XmlElement | undefined,
  name: string,
  key: string,
): ReadonlyMap<string, XmlElement> {
  return new Map(elementsOf(parent, name).map((element) => [element.attributes.get(key) ?? '', element]))
}
