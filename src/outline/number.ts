import { isPlaceFor } from './chapter.ts'
import type { Outline, OutlineItem, OutlineSection } from './outline.ts'

/** An office's habit of numbering. The standard knows 一、（一）1.（1）, and with two levels only 一、 and 1. */
export interface NumberStyle {
  /** What stands directly under a section: （一） or 1. */
  readonly second: 'bracketed' | 'arabic'
  /** Whether 1. counts on through the whole draft instead of starting again. */
  readonly runsOn: boolean
}

/** 一、（一）1.（1）, each starting again under the next higher one. */
export const NATIONAL_STYLE: NumberStyle = { second: 'bracketed', runsOn: false }

const STYLES: readonly NumberStyle[] = [
  NATIONAL_STYLE,
  { second: 'bracketed', runsOn: true },
  { second: 'arabic', runsOn: false },
  { second: 'arabic', runsOn: true },
]

type Level = OutlineItem['level']
type Label = (count: number) => string

const BRACKETED: Label = (count) => `（${chineseNumeral(count)}）`
const ARABIC: Label = (count) => `${count}.`
const SMALL: Label = (count) => `（${count}）`
const LAST: Label = (count) => `${count}）`

const LABELS: Readonly<Record<NumberStyle['second'], readonly Label[]>> = {
  bracketed: [BRACKETED, ARABIC, SMALL],
  arabic: [ARABIC, SMALL, LAST],
}

/** The same draft with every number computed from order and level. Whatever is left out has none. */
export function numbered(outline: Outline, style: NumberStyle = styleOf(outline)): Outline {
  const labels = LABELS[style.second]
  const runningLevel = style.runsOn ? labels.indexOf(ARABIC) + 2 : undefined
  const counts = new Map<Level, number>()
  const labelOf = ({ level }: OutlineItem) => {
    for (const deeper of [3, 4]) if (deeper > level && deeper !== runningLevel) counts.delete(deeper)
    const count = (counts.get(level) ?? 0) + 1
    counts.set(level, count)
    return labels[level - 2]?.(count) ?? ''
  }
  let sections = 0
  return {
    ...outline,
    sections: outline.sections.map((section) => {
      const shown = new Set(isOneParagraph(section) ? [] : shownItems(section))
      for (const level of [2, 3, 4]) if (level !== runningLevel) counts.delete(level)
      return {
        ...section,
        number: isShown(section) ? `${chineseNumeral(++sections)}、` : '',
        items: section.items.map((item) => ({ ...item, number: shown.has(item) ? labelOf(item) : '' })),
      }
    }),
  }
}

/** One paragraph on what is to be reached in all, or on what is asked of everybody, is no list of one. */
function isOneParagraph({ items, heading }: OutlineSection): boolean {
  return (
    (isPlaceFor('target', heading) || /要求$/u.test(heading)) &&
    items.length === 1 &&
    items[0]?.heading === ''
  )
}

/** The habit that explains most of the numbers a draft was given; the national one where none says more. */
export function styleOf(outline: Outline): NumberStyle {
  const given = numbersOf(outline)
  const agreement = (style: NumberStyle) =>
    numbersOf(numbered(outline, style)).filter((number, at) => number !== '' && number === given[at]).length
  const scored = STYLES.map((style) => ({ style, agreement: agreement(style) }))
  const most = Math.max(...scored.map((candidate) => candidate.agreement))
  return scored.find((candidate) => candidate.agreement === most)?.style ?? NATIONAL_STYLE
}

function numbersOf({ sections }: Outline): readonly string[] {
  return sections.flatMap(({ items }) => items.map(({ number }) => number))
}

/** A rejected task is left out with all that belongs to it. */
export function shownItems({ items }: OutlineSection): readonly OutlineItem[] {
  let rejected: Level | undefined
  return items.filter(({ level, state }) => {
    if (rejected !== undefined && level > rejected) return false
    rejected = state === 'rejected' ? level : undefined
    return state !== 'rejected'
  })
}

/** A section of which nothing remains but its name is left out; one that was empty from the start stays. */
export function isShown(section: OutlineSection): boolean {
  return section.items.length === 0 || section.intro.length > 0 || shownItems(section).length > 0
}

const DIGITS = '零一二三四五六七八九'
const PLACES = ['', '十', '百', '千']

/** Counts as headings do: 十, 十一, 二十, 一百零一; in figures beyond 九千九百九十九. */
export function chineseNumeral(count: number): string {
  if (count > 9999) return String(count)
  const digits = [...String(count)].map(Number)
  const numeral = digits
    .map((digit, at) => (digit === 0 ? '零' : `${DIGITS[digit]}${PLACES[digits.length - 1 - at]}`))
    .join('')
    .replace(/零+/gu, '零')
    .replace(/零$/u, '')
  return numeral.replace(/^一十/u, '十')
}
