import type { Range } from '../corpus/index.ts'
import { parseChineseNumeral } from '../text/index.ts'

/** A number with its unit, wherever it stands; `start` to `end` covers both. */
export interface Figure extends Range {
  /** The number as written, both ends of a range included. */
  readonly figure: string
  /** Null when the source breaks the number by blanks or leaves it out. */
  readonly value: number | null
  readonly valueTo: number | null
  /** As written, scale included. */
  readonly unit: string
  readonly isHan: boolean
}

const NUMBER = '(?:\\d{1,3}(?:,\\d{3})+|\\d+(?: \\d+)*)(?:\\.\\d+)?'
const MEASURE = [
  '个百分点|百分点|个?半天|%|‰|平方公里|公顷|平方米|立方米|公里|毫升|毫克|公斤|(?:人|户|家|例|场|车|台|架|剂|份|床|批|班|轮)次|人份|学时|课时|学分|床日|治疗量|个?工作日|ddds?',
  '台件|台套|个月|小时|分钟|秒|周岁|岁|天|年|周|张|家|个|人|名|台|所|座|项|对|管|辆|例|床|次|元|支|套|条|件|场|户|种|类|批|组|处|间|份',
  '篇|门|级|倍|成(?!立|效|果)|吨|升|克|单(?!位)|(?<=[\\d万亿千百])单位|村|镇|亩|期|节|班|只|位|架|片|轮|部(?!门)|分(?!之|别|类|级|析)|米|站|点|日(?!常|间)|栋|幢|盒|瓶|袋|本|册|届|遍|艘|副|枚|匹|罐|桶|起(?!来|步|草|到|至)|宗|剂|趟|幅|株|棵|颗',
].join('|')
const UNIT = `(?:[余多]?(?:千|百)?(?:万|亿)?[余多]?(?:${MEASURE})(?:\\((?:套|件|组|台|个|人|家|次)\\))?|[余多]?[万亿][余多]?)`
const RATE = '/(?:\\d*[万千百亿]+|[日天年月周人次])'
const SIGN = '(?:-|—|–|~|至|到)+'
const ARABIC = new RegExp(
  `(?<![\\d.a-z第〔\\-/])(?<from>${NUMBER})(?:(?<fromUnit>${UNIT})?\\s*${SIGN}\\s*(?<to>${NUMBER})(?!\\d*年(?:底|末|前|,)))?\\s*(?<unit>(?:${UNIT})?(?:${RATE})?)`,
  'gu',
)
const DIGITS = '[一二两三四五六七八九十百千零]'
const HAN = new RegExp(
  [
    `(?<share>[百千]分之)(?<of>${DIGITS}+(?:点${DIGITS}+)?)`,
    '(?<tenths>[一二三四五六七八九])成(?=以|左|的|多|[,，。;；、]|$)|(?<=[近约超过达到])(?<nearly>[一二三四五六七八九])成(?!立|效|果|员|年|本|熟|为|功|人|品)',
    '(?<half>半数|一半(?=以上))|(?<=翻)(?<doubled>[一二两三])番',
    `(?<!第)(?<count>(?![百千](?![一二两三四五六七八九]))${DIGITS}{1,5})(?:(?:${SIGN})(?<countTo>${DIGITS}{1,3}))?(?<unit>个百分点|个月|万?(?:场次|人次|人|名|张)|个|(?:家|台|座|间|对|处)(?![子庄坊窑湾河]|镇|乡(?![村镇]))|名|所|项|次(?!性)|辆|例|场|小时|分钟|天|倍|支|种|类|批|期|套)`,
  ].join('|'),
  'gu',
)
const RATIO = /(?<![\d.:∶])(?<one>1[:∶])(?<value>\d+(?:\.\d+)?)(?![\d:∶])/gu
const LOST = /(?<=[\p{Script=Han})])[^\S\n]+(?<unit>张|个|家|名|台|所|座|人|项|辆)(?=[,，。;；、)]|$)/gu

/** Every number of a clause, years, ages and names included; what is a target is decided elsewhere. */
export function figuresIn(view: string, clause: Range): readonly Figure[] {
  const words = view.slice(clause.start, clause.end)
  const found = [
    ...(/\d/u.test(words) ? arabicIn(words) : []),
    ...(/[一二两三四五六七八九十百]|半数/u.test(words) ? [...words.matchAll(HAN)].map(han) : []),
    ...(/\s/u.test(words) ? [...words.matchAll(LOST)].map(lost) : []),
  ]
  return found
    .map((figure) => ({ ...figure, start: figure.start + clause.start, end: figure.end + clause.start }))
    .sort((a, b) => a.start - b.start)
}

function arabicIn(words: string): readonly Figure[] {
  if (!/[:∶]/u.test(words)) return [...words.matchAll(ARABIC)].map(arabic)
  const withoutRatios = words.replace(RATIO, (found) => ' '.repeat(found.length))
  return [...[...withoutRatios.matchAll(ARABIC)].map(arabic), ...[...words.matchAll(RATIO)].map(ratio)]
}

function arabic(match: RegExpExecArray): Figure {
  const { from = '', fromUnit = '', to, unit = '' } = match.groups ?? {}
  const isRange = to !== undefined
  return {
    start: match.index,
    end: match.index + match[0].trimEnd().length,
    figure: isRange ? match[0].slice(0, match[0].length - unit.length).trim() : from,
    value: numberOf(from),
    valueTo: isRange ? numberOf(to) : null,
    unit: unit === '' ? fromUnit : unit,
    isHan: false,
  }
}

/** Null for digits with a blank between them: nobody knows what the source meant. */
function numberOf(digits: string): number | null {
  return digits.includes(' ') ? null : Number(digits.replaceAll(',', ''))
}

function han(match: RegExpExecArray): Figure {
  const { share, of = '', nearly, half, doubled, count = '', countTo, unit = '' } = match.groups ?? {}
  const tenths = match.groups?.tenths ?? nearly
  const place = { start: match.index, end: match.index + match[0].length, valueTo: null, isHan: true }
  if (share !== undefined) {
    return { ...place, figure: match[0], value: decimal(of), unit: share === '百分之' ? '%' : '‰' }
  }
  if (tenths !== undefined) return { ...place, figure: tenths, value: decimal(tenths), unit: '成' }
  if (half !== undefined) return { ...place, figure: match[0], value: 50, unit: '%' }
  if (doubled !== undefined) return { ...place, figure: doubled, value: decimal(doubled), unit: '番' }
  if (countTo === undefined) return { ...place, figure: count, value: decimal(count), unit }
  const figure = match[0].slice(0, match[0].length - unit.length)
  return { ...place, figure, value: decimal(count), valueTo: decimal(countTo), unit }
}

function decimal(numeral: string): number | null {
  const [whole = '', fraction] = numeral.split('点')
  const value = parseChineseNumeral(whole)
  if (value === undefined) return null
  if (fraction === undefined) return value
  const digits = [...fraction].map((digit) => parseChineseNumeral(digit) ?? '').join('')
  return Number(`${value}.${digits}`)
}

/** 医护比1:1.25: the value is what stands against one. */
function ratio(match: RegExpExecArray): Figure {
  const place = { start: match.index, end: match.index + match[0].length, valueTo: null, isHan: false }
  return { ...place, figure: match[0], value: Number(match.groups?.value), unit: '1:' }
}

/** A measure word behind a gap: the figure was lost on the way. */
function lost(match: RegExpExecArray): Figure {
  const place = { start: match.index, end: match.index + match[0].length }
  return { ...place, figure: '', value: null, valueTo: null, unit: match.groups?.unit ?? '', isHan: false }
}
