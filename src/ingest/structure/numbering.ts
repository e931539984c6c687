import { parseChineseNumeral } from '../../text/index.ts'

/** Numbering styles from the outermost to the innermost, as official documents nest them; `plain` has no number. */
export const STYLES = [
  'annex',
  'chapter',
  'plain',
  'han',
  'han-bracket',
  'arabic',
  'arabic-bracket',
  'circled',
] as const
export type Style = (typeof STYLES)[number]

export interface Marker {
  readonly style: Style
  /** The number as written, punctuation included: 一、 or （一） or 12. */
  readonly number: string
  readonly ordinal: number
}

const HAN = '[一二三四五六七八九十百零〇]{1,5}'
const PATTERNS: readonly (readonly [Style, RegExp])[] = [
  ['annex', /^附[件录表](?<arabic>\d{0,2})\s*(?:[:：.、]|$)/u],
  ['chapter', new RegExp(`^第(?<han>${HAN})[章编篇部](?:分)?[\\s、:：]*`, 'u')],
  ['han', new RegExp(`^(?<han>${HAN})\\s*[、.．]\\s*`, 'u')],
  ['han-bracket', new RegExp(`^\\(\\s*(?<han>${HAN})\\s*\\)[\\s、.．]*`, 'u')],
  ['arabic', /^(?<arabic>\d{1,3})\s*[.．、](?!\d)\s*/u],
  ['arabic-bracket', /^(?:\(\s*(?<arabic>\d{1,2})\s*\)|(?<half>\d{1,2})\s*\))[\s、.．]*/u],
  ['circled', /^(?<circled>[①-⑳])\s*/u],
]

/** The numbering at the start of `view`, or undefined. Brackets of either width are seen as half-width. */
export function markerAt(view: string): Marker | undefined {
  for (const [style, pattern] of PATTERNS) {
    const match = pattern.exec(view)
    if (match === null) continue
    const ordinal = ordinalOf(match.groups ?? {})
    if (ordinal === undefined) continue
    return { style, number: match[0], ordinal }
  }
  return undefined
}

function ordinalOf(groups: Readonly<Record<string, string | undefined>>): number | undefined {
  const { han, arabic, half, circled } = groups
  if (han !== undefined) return parseChineseNumeral(han)
  if (circled !== undefined) return circled.charCodeAt(0) - '①'.charCodeAt(0) + 1
  return Number(arabic === '' ? 1 : (arabic ?? half))
}
