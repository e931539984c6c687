import { findYears, parseChineseNumeral } from '../../text/index.ts'
import { type Find, matchesIn, type Watch } from './find.ts'

const PERIOD = /(?<from>(?:19|20)\d{2})年?\s*(?:—+|–|-+|~|～|至|到|－)\s*(?<to>(?:19|20)\d{2})年?/gu
const FIVE_YEARS = /[“"]?十(?<ordinal>[一二三四五六七八九])五[”"]?/gu
const SO_MANY_YEARS =
  /[一二两三四五六七八九十]年(?:提升|行动|攻坚|倍增|滚动|建设|提质|专项|强基|发展|实施|推进)[\p{Script=Han}“”]{0,10}?(?:行动计划|实施方案|工作方案|计划|行动|方案|规划|工程)|[\p{Script=Han}“”]{2,14}[一二两三四五]年(?:提升)?(?:行动计划|行动|计划|规划|方案|工程)/gu
/** Words in front of a plan's name. */
const LEADS = /^.*(?:项|个|推进|实施|落实|完成|开展|加快|深化|启动|执行|按照|对照|出台|制定)(?=.{5,})/u
/** What a figure is measured against is as old as it is. */
const BASE_BEFORE = /(?:比|较|同比|以|自|从|于|由|在|是)$/u
const BASE_AFTER = /^(?:年)?(?:以来|起|基期|[^，,。；;]{0,14}基础上|为基)/u
const TIME_BEFORE = /(?:力争|争取|确保)?(?:到|至|截至|截止|在|于)?$/u
const TIME_AFTER = /^度?(?:\d{1,2}月(?:\d{1,2}日)?|[一二三四]季度|[上下]半年)?[底末内]?(?:之?前)?/u
/** So many years from then: some of them have gone by. */
const IN_SO_MANY_YEARS =
  /(?:力争|争取|计划)?(?:用|利用|通过)?(?:未来|今后)?[一二两三四五六1-6](?:年?(?:到|至|—|-)[二两三四五六2-6])?年(?:左右)?(?:的)?(?:时间|(?:之)?内)(?!(?:未|无|没有|不得|不|发生|新发))/gu
/** Behind these the years are a limit of some rule. */
const RULED = /(?:近|满|过去|前|连续|每|从业|有效期|参加|工作|任职|使用)$/u
/** A month or a day of last year. */
const MONTH =
  /(?<![\d年])(?:力争|争取)?(?:到|于|在|至)?(?:\d{1,2}\s*月(?:\s*\d{1,2}\s*日|[底末份]|[上中下]旬)?(?:之?前)|\d{1,2}\s*月(?:[底末]|[上中下]旬))/gu

/** Years that have passed, periods that have ended, five-year plans that are over. */
export function periods(watch: Watch): readonly Find[] {
  const spans = matchesIn(watch, PERIOD).map((found) => periodFind(watch, found))
  const isInPeriod = (at: number) => spans.some(({ start, end }) => start <= at && at < end)
  const { range, view } = watch
  const years = findYears(view.slice(range.start, range.end))
    .map(({ year, start, end }) => ({ year, start: range.start + start, end: range.start + end }))
    .filter(({ start, year }) => !isInPeriod(start) && year < watch.draftYear)
    .map((mention) => yearFind(watch, mention))
  return [
    ...spans.flatMap((find) => find ?? []).filter(({ note }) => note !== ''),
    ...years,
    ...fiveYears(watch),
    ...soMany(watch),
    ...inSoMany(watch),
    ...months(watch),
  ]
}

function isTitle({ view, range }: Watch, at: number): boolean {
  const before = view.slice(range.start, at)
  return (
    before.lastIndexOf('《') > before.lastIndexOf('》') || before.lastIndexOf('〔') > before.lastIndexOf('〕')
  )
}

function periodFind(
  watch: Watch,
  { start, end, match }: { start: number; end: number; match: RegExpExecArray },
): Find {
  const to = Number(match.groups?.to ?? 0)
  const isOver = to < watch.draftYear
  return {
    start,
    end,
    flag: 'expired_policy',
    note: isOver ? `期限到${to}年，${watch.draftYear}年已过期` : '',
    blank: isOver && !isTitle(watch, start) ? '期限待定' : null,
    showsOld: true,
  }
}

function yearFind(watch: Watch, { year, start, end }: { year: number; start: number; end: number }): Find {
  const { view, range } = watch
  const before = view.slice(range.start, start)
  const after = view.slice(end, Math.min(range.end, end + 16))
  const passed = { flag: 'expired_policy' as const, showsOld: true }
  if (isTitle(watch, start))
    return { start, end, ...passed, note: `文件名称或文号中的${year}年已过，请核是否仍适用`, blank: null }
  if (/(?:比|较|同比|自|从)$/u.test(before) || BASE_AFTER.test(after))
    return { start, end, ...passed, note: `以${year}年为基期或起点，请核是否仍适用`, blank: null }
  if (
    /^.{0,8}(?:出生|入职|参加工作|毕业)|^(?:以后|以前|之后|之前)/u.test(
      after.replace(/^\d{1,2}月(?:\d{1,2}日)?/u, ''),
    )
  )
    return { start, end, ...passed, note: `写明${year}年为界，请核今年是否仍按此界定`, blank: null }
  const lead =
    BASE_BEFORE.test(before) && !/[于在]$/u.test(before) ? '' : (TIME_BEFORE.exec(before)?.[0] ?? '')
  const tail = TIME_AFTER.exec(after)?.[0] ?? ''
  return {
    start: start - lead.length,
    end: Math.min(range.end, end + tail.length),
    ...passed,
    note: `时间已过（${year}年）`,
    blank: '时限待定',
  }
}

function fiveYears(watch: Watch): readonly Find[] {
  return matchesIn(watch, FIVE_YEARS).flatMap(({ start, end, match }) => {
    const last = 2010 + 5 * ((parseChineseNumeral(match.groups?.ordinal ?? '') ?? 4) - 1)
    const isMade = /(?:谋划|编制|研究|起草)[^，,。；;]{0,12}$/u.test(
      watch.view.slice(Math.max(watch.range.start, start - 16), start),
    )
    if (isMade && last - 4 <= watch.draftYear && watch.draftYear <= last) return [begun(start, end, last)]
    if (last >= watch.draftYear) return []
    const isNamed = isTitle(watch, start)
    return [
      {
        start,
        end,
        flag: 'expired_policy' as const,
        note: `“十${match.groups?.ordinal ?? ''}五”到${last}年为止`,
        blank: isNamed ? null : ('期限待定' as const),
        showsOld: true,
      },
    ]
  })
}

function begun(start: number, end: number, last: number): Find {
  const note = `从${last - 4}年起已经开始，请核规划是否已编制印发`
  return { start, end, flag: 'expired_policy', note, blank: null, showsOld: true }
}

function soMany(watch: Watch): readonly Find[] {
  return matchesIn(watch, SO_MANY_YEARS).map(({ start, end, match }) => ({
    start: start + (LEADS.exec(match[0])?.[0].length ?? 0),
    end,
    flag: 'expired_policy',
    note: `是有年限的行动或计划，请核${watch.draftYear}年是否仍在期内`,
    blank: null,
    showsOld: true,
  }))
}

function inSoMany(watch: Watch): readonly Find[] {
  return matchesIn(watch, IN_SO_MANY_YEARS)
    .filter(({ start }) => !RULED.test(watch.view.slice(Math.max(watch.range.start, start - 4), start)))
    .map(({ start, end }) => ({
      start,
      end,
      flag: 'expired_policy',
      note: '原文的年限从写的那年算起，今年还剩几年要另定',
      blank: '期限待定',
      showsOld: true,
    }))
}

function months(watch: Watch): readonly Find[] {
  return matchesIn(watch, MONTH).map(({ start, end }) => ({
    start,
    end,
    flag: 'expired_policy',
    note: '上年的月份，今年的时限要另定',
    blank: '时限待定',
    showsOld: true,
  }))
}
