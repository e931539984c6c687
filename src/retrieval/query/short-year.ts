import type { Range } from '../../corpus/index.ts'

/** A year of two digits in a question; all of them lie between 2010 and 2049. */
export interface ShortYear extends Range {
  readonly years: readonly number[]
}

/** What stands behind a figure that counts something, ranks something or is part of a longer one. */
const COUNTS =
  '\\s*[\\d.%‰:：/~—–-]|[个名位人家所台张项条件辆座间处份例床次种类批成倍月日号天时小分秒点万亿千百十元块米平公里吨升斤克亩支套场户对管艘栋幢层级岁周季届期章节款部篇册字句页县市区镇乡村街院校站社企组队头只枚幅株棵片针剂瓶盒袋大强五以多余来几]|(?:到|至)\\d+(?!年|\\d*[和跟与比,，?？]|$)'
const TWO = '(?:[12]\\d|3[0-5])'
/** 24年 in a question is 2024年; a span of years (25年以上, 近30年, 30年来) is not. */
const SPELLED =
  /(?:截至|截止到?|到了?|至|在|从)?(?<![\d.第近满超约])(?<short>[1-4]\d)(?:两|这两)?年(?:底前?|末|度(?!计划)|全年|内(?!涵))?(?!以上|以内|以下|来|间|制|龄|代|级|限|左右|之久|余|多(?!少))/gu
/** The first of two short years: 23、24两年, 23和24年. */
const PAIRED =
  /(?<![\d.])(?<short>[1-4]\d)(?=(?:\s*(?:、|和|与|跟|比|,|到|至|-)\s*[1-4]\d)+(?:年|两年|这两年|三年))/gu
/** (23和24), (23、24年) behind a question say which years are meant. */
const BRACKETED = /[(（](?<first>[1-4]\d)\s*(?:、|和|与|,|到|至|-)\s*(?<second>[1-4]\d)[)）]/gu
/** 24要点: the year of a paper. */
const OF_PAPER = new RegExp(
  `(?<![\\d.第])(?<short>${TWO})(?=(?:的|年度|工作|重点|民生|实事)*(?:要点|计划|规划|方案|清单|总结|报告))`,
  'gu',
)
/** 23跟24比, 2023年和24: two years side by side; without 年 something must be compared. */
const SIDE_BY_SIDE = new RegExp(
  `(?<![\\d.])(?<first>(?:20)?${TWO}年?)\\s*(?:跟|和|与|同|比|较|、|vs\\.?)\\s*(?<second>(?:20)?${TWO}年?)(?!${COUNTS})`,
  'gu',
)
const COMPARED = /[比较变差增减涨降升谁]|不同|不一样|区别|哪个|哪年|哪一年/u
/** 那23呢: nothing but the year. */
const ALONE = new RegExp(
  `^(?:那么?|再|换|换成|到|看|,|，)*(?<short>${TWO})的?(?:呢|咋样|怎么样|如何)?[?？]*$`,
  'gu',
)
const BEHIND_PLACE = new RegExp(`^\\s*的?(?<short>${TWO})(?!年|${COUNTS})`, 'u')
const BEFORE_PLACE = new RegExp(`(?:^|[\\s,，。;；?？(（])(?<short>${TWO})$`, 'u')

/**
 * Years of two digits, without 年 only where the place, the paper or the other year beside them leaves no other
 * reading: 24小时, 24家 and the like stay figures.
 * @param places where the question names places
 */
export function findShortYears(view: string, places: readonly Range[]): readonly ShortYear[] {
  const found = [
    ...[SPELLED, PAIRED, OF_PAPER, ALONE].flatMap((pattern) =>
      [...view.matchAll(pattern)].map((match) => yearAt(match.index, match[0], match.groups?.short)),
    ),
    ...[...view.matchAll(BRACKETED)].map(({ index, 0: words, groups }) => ({
      years: [fullYear(groups?.first), fullYear(groups?.second)],
      start: index,
      end: index + words.length,
    })),
    ...sideBySide(view),
    ...besidePlaces(view, places),
  ]
  return found.filter((one, at) => !found.slice(0, at).some((other) => covers(other, one)))
}

function covers(other: Range, one: Range): boolean {
  return other.start < one.end && one.start < other.end
}

function fullYear(short = ''): number {
  return 2000 + Number(short)
}

function yearAt(start: number, words: string, short: string | undefined): ShortYear {
  return { years: [fullYear(short)], start, end: start + words.length }
}

function sideBySide(view: string): readonly ShortYear[] {
  return [...view.matchAll(SIDE_BY_SIDE)].flatMap((match) => {
    const { first = '', second = '' } = match.groups ?? {}
    const isSaid = /20|年/u.test(first + second)
    if (!isSaid && !COMPARED.test(view.replace(match[0], ' ')) && !/比|较|vs/u.test(match[0])) return []
    const end = match.index + match[0].length
    return [
      ...(isBare(first) ? [yearAt(match.index, first, first)] : []),
      ...(isBare(second) ? [yearAt(end - second.length, second, second)] : []),
    ]
  })
}

function isBare(year: string): boolean {
  return /^\d\d$/u.test(year)
}

/** 咸阳24 behind a place, 24咸阳 before it. */
function besidePlaces(view: string, places: readonly Range[]): readonly ShortYear[] {
  return places.flatMap(({ start, end }) => {
    const behind = BEHIND_PLACE.exec(view.slice(end))
    const before = BEFORE_PLACE.exec(view.slice(0, start))
    return [
      ...(behind === null ? [] : [yearAt(end, behind[0], behind.groups?.short)]),
      ...(before === null ? [] : [yearAt(start - 2, view.slice(start - 2, start), before.groups?.short)]),
    ]
  })
}
