import { parseChineseNumeral } from '../../text/index.ts'

/** Numbering styles from the outermost to the innermost, as official documents nest them; `plain` has no number. */
export const STYLES = [
  'annex',
  'part',
  'chapter',
  'node',
  'plain',
  'plain-inner',
  'formal',
  'han',
  'article',
  'han-bracket',
  'arabic',
  'decimal',
  'sub-decimal',
  'arabic-bracket',
  'circled',
] as const
export type Style = (typeof STYLES)[number]

export interface Marker {
  readonly style: Style
  /** The number as written, punctuation included: 一、 or （一） or 12. */
  readonly number: string
  readonly ordinal: number
  /** What a decimal number stands under: 2 of 2.3. Empty in other styles. */
  readonly prefix: string
}

const HAN = '[一二三四五六七八九十百零〇]{1,5}'
const FORMAL = '壹贰叁肆伍陆柒捌玖拾'
const ORDINAL = `(?:(?<han>${HAN})|(?<arabic>\\d{1,3}))`
/** 一、二级医院 is a list of grades and no numbered line. */
const NO_GRADE = '(?!\\s*[二三四五六七八九十]\\s*(?:级|类|线|期|批|孩|胎|楼|年级|个))'
/** What makes a decimal a quantity. */
const NO_UNIT = '(?!(?:[%‰个家张人万亿千百元对管名台辆例次岁天倍吨升克米年月日分小平]|百分))'
const PATTERNS: readonly (readonly [Style, RegExp])[] = [
  [
    'annex',
    /^附\s*[件录表]\s*(?<arabic>\d{0,2})(?:-\d{1,2})?(?:\s*(?:[:：.、]|$)|\s+(?=[^\s。；;]{2,60}$))/u,
  ],
  [
    'annex',
    new RegExp(`^附\\s*[件录表]\\s*(?<han>${HAN})(?:\\s*(?:[:：.、]|$)|\\s+(?=[^\\s。；;]{2,60}$))`, 'u'),
  ],
  ['part', new RegExp(`^第\\s*${ORDINAL}\\s*(?:部分|[编篇]|部(?=\\s|$))[\\s、:：]*`, 'u')],
  ['chapter', new RegExp(`^第\\s*${ORDINAL}\\s*章[\\s、:：]*`, 'u')],
  ['node', new RegExp(`^第\\s*${ORDINAL}\\s*节(?!课)[\\s、:：]*`, 'u')],
  ['article', new RegExp(`^第\\s*${ORDINAL}\\s*条(?!线|第|规定|例)[\\s、:：]*`, 'u')],
  ['formal', new RegExp(`^(?<formal>[${FORMAL}]{1,3})\\s*[、.]\\s*`, 'u')],
  ['han', new RegExp(`^(?<han>${HAN})\\s*[、.．]${NO_GRADE}\\s*`, 'u')],
  ['han-bracket', new RegExp(`^[(〔\\[【]\\s*(?<han>${HAN})\\s*[)〕\\]】][\\s、.．]*`, 'u')],
  ['han-bracket', /^(?<encircled>[㈠-㈩])[\s、.]*/u],
  [
    'sub-decimal',
    new RegExp(`^(?<prefix>\\d{1,2}\\.\\d{1,2})\\.(?<arabic>\\d{1,2})[.、]?(?!\\d)${NO_UNIT}\\s*`, 'u'),
  ],
  [
    'decimal',
    new RegExp(`^(?<prefix>\\d{1,2})\\.(?<arabic>\\d{1,2})(?!\\d|\\.\\d)[.、]?${NO_UNIT}\\s*`, 'u'),
  ],
  [
    'arabic',
    // A figure behind the point makes a decimal of it, unless it is a year, a month or an age: 1.2024年, 2.6月底前.
    /^(?<arabic>\d{1,3})\s*(?:[.．、](?!\d)|[.．](?=20\d{2}年|\d{1,2}月(?:底|\d|前|份|上旬|中旬|下旬))|、(?=\d{2}))\s*/u,
  ],
  ['arabic', /^(?<stopped>[⒈-⒛])\s*/u],
  ['arabic-bracket', /^(?:[(〔[]\s*(?<arabic>\d{1,2})\s*[)〕\]]|(?<half>\d{1,2})\s*\))[\s、.．]*/u],
  ['arabic-bracket', /^(?<bracketed>[⑴-⒇])[\s、.]*/u],
  ['circled', /^(?<circled>[①-⑳])[\s、.]*/u],
]

/** Signs that hold a whole number, by the first of their row. */
const ROWS = { circled: '①', stopped: '⒈', bracketed: '⑴', encircled: '㈠' } as const

/** The numbering at the start of `view`, or undefined. Brackets of either width are seen as half-width. */
export function markerAt(view: string): Marker | undefined {
  for (const [style, pattern] of PATTERNS) {
    const match = pattern.exec(view)
    if (match === null) continue
    const ordinal = ordinalOf(match.groups ?? {})
    if (ordinal === undefined) continue
    return { style, number: match[0], ordinal, prefix: match.groups?.prefix ?? '' }
  }
  return undefined
}

function ordinalOf(groups: Readonly<Record<string, string | undefined>>): number | undefined {
  const { han, arabic, half, formal } = groups
  if (han !== undefined) return parseChineseNumeral(han)
  if (formal !== undefined) return parseFormal(formal)
  for (const [row, first] of Object.entries(ROWS)) {
    const sign = groups[row]
    if (sign !== undefined) return sign.charCodeAt(0) - first.charCodeAt(0) + 1
  }
  return Number(arabic === '' ? 1 : (arabic ?? half))
}

function parseFormal(numeral: string): number | undefined {
  return parseChineseNumeral(
    [...numeral].map((sign) => '一二三四五六七八九十'[FORMAL.indexOf(sign)]).join(''),
  )
}
