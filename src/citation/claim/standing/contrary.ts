import { escaped } from '../../../text/index.ts'

/**
 * What a stretch of a text says against a claim whose every word it holds: the words are there, and in another order
 * or beside another word they say something else.
 * @param claim folded view of the claim
 * @param told folded view of the stretches the claim rests on
 * @param before folded view of the text up to their end
 */
export function saysOtherwise(claim: string, told: string, before: string): boolean {
  return (
    deniesMore(claim, told) ||
    reordersPairs(claim, told) ||
    sumsEach(claim, told) ||
    namesOtherTime(claim, told) ||
    namesOtherLevel(claim, told) ||
    namesOtherSpeaker(claim, before) ||
    obligesAsker(claim, told) ||
    turnsRound(claim, told)
  )
}

const ALL = '(?:全部|都|均|完全)'
const NOT = '(?:尚|还|仍)?(?:未|没有?|不)'
const NONE = new RegExp(`${ALL}${NOT}`, 'u')
const NOT_ALL = new RegExp(`${NOT}能?${ALL}`, 'u')

/** 尚未全部用于 leaves a part; 全部未用于 leaves none. */
function deniesMore(claim: string, told: string): boolean {
  const isMore = NONE.test(claim) && !NONE.test(told) && NOT_ALL.test(told)
  const isLess = NOT_ALL.test(claim) && !NOT_ALL.test(told) && NONE.test(told)
  return isMore || isLess
}

/** 甲、乙分别为1、2 told as 乙、甲分别为1、2: with 分别 the order of both lists pairs them. */
function reordersPairs(claim: string, told: string): boolean {
  const [before, behind] = claim.split('分别', 2)
  if (before === undefined || behind === undefined || !told.includes('分别')) return false
  return isShuffled(before, told) !== isShuffled(behind, told)
}

const EACH = /[、和与及][^,。;]{0,40}分别[^,。;\d]{0,12}(?<figure>\d[\d.,]*)[^,。;\d]*(?=[,。;]|$)/gu

/** 甲、乙分别新建5所 told as 甲、乙新建5所: without 分别 the figure of each is that of all. */
function sumsEach(claim: string, told: string): boolean {
  if (/分别|各|均|都|每/u.test(claim) || !/[、和与及]/u.test(claim)) return false
  return [...told.matchAll(EACH)].some(({ groups }) => claim.includes(groups?.figure ?? ''))
}

/** Whether two neighbouring items of a list stand the other way round in the text. */
function isShuffled(list: string, told: string): boolean {
  const items = list.split(/[、,和与及]/u).map((item) => item.replace(/^.*[:：]/u, '').trim())
  return items.some((item, at) => {
    const next = items[at + 1]?.slice(0, 8)
    const own = item.slice(-8)
    if (next === undefined || own.length < 2 || next.length < 2) return false
    const [first, second] = [placeOf(endingsOf(own), told), placeOf(beginningsOf(next), told)]
    return first !== -1 && second !== -1 && second < first
  })
}

const endingsOf = (words: string) => [...words.slice(1)].map((_, at) => words.slice(at))
const beginningsOf = (words: string) => [...words.slice(1)].map((_, at) => words.slice(0, words.length - at))

/** Where the longest of some forms of an item stands; 大型 inside of 特大型 is another word. */
function placeOf(forms: readonly string[], told: string): number {
  const places = forms.map((form) => told.search(new RegExp(`(?<![特重超])${escaped(form)}`, 'u')))
  return places.find((place) => place !== -1) ?? -1
}

const IN_YEAR = /年初|年中|年底|年末|上半年|下半年|[一二三四]季度|\d{1,2}月/gu

/** 年初 of what was done by 12月底: the stretch names a time of the year, and not the one of the claim. */
function namesOtherTime(claim: string, told: string): boolean {
  const own = timesOf(claim)
  const stated = timesOf(told)
  return own.length > 0 && stated.length > 0 && !own.some((time) => stated.includes(time))
}

/** 12月31日 is 年底. */
const timesOf = (words: string) =>
  (words.match(IN_YEAR) ?? []).map((time) => time.replace(/年末|12月/u, '年底'))

const LEVEL = /全国|中央|全省|省本级|全市|市本级|全县|县本级|全区|区本级/gu

/** 中央 of what is said of 全国: another level of government, whose figures are its own. */
function namesOtherLevel(claim: string, told: string): boolean {
  const own = new Set(claim.match(LEVEL) ?? [])
  const others = new Set(told.match(LEVEL) ?? [])
  return own.size > 0 && others.size > 0 && ![...own].some((level) => others.has(level))
}

const SAYS = /(?<who>[^,，。;；:：]{2,24}?)(?:介绍|表示|指出|透露|强调|坦言|称|说)[,，:：]/gu

/** Told in the name of one speaker, and said after another one had begun. */
function namesOtherSpeaker(claim: string, before: string): boolean {
  const [own] = [...claim.matchAll(SAYS)]
  const last = [...before.matchAll(SAYS)].at(-1)?.groups?.who
  if (own === undefined || own.index !== 0 || last === undefined) return false
  const who = own.groups?.who ?? ''
  return before.includes(who) && !last.endsWith(who.slice(-2))
}

const OBLIGED = /^(?<who>\p{Script=Han}{2,12}?)(?:必须|须|应当|应|要(?!求))/u

/** 省办须提交 of what says 省办要求，各市须提交: who asks for it is told to be bound by it. */
function obligesAsker(claim: string, told: string): boolean {
  const who = OBLIGED.exec(claim)?.groups?.who
  return (
    who !== undefined &&
    new RegExp(`${escaped(who)}(?:明确)?(?:要求|责令|督促|建议)[^,，]{0,1}[,，]`, 'u').test(told)
  )
}

/** Those who act on others; a school or an estate is built and moved. */
const BODY = /^(?![全各本])\p{Script=Han}+(?:部|厅|局|委|办|委员会|政府|省|市|县)$/u
const LONGEST_BODY = 8

/** 约谈了省厅 of what says that 省厅…进行约谈: who does it has become whom it is done to. */
function turnsRound(claim: string, told: string): boolean {
  for (let at = 0; at + 4 < claim.length; at++) {
    const verb = claim.slice(at, at + 2)
    if (!/^\p{Script=Han}{2}$/u.test(verb)) continue
    const from = claim[at + 2] === '了' ? at + 3 : at + 2
    for (let length = 3; length <= LONGEST_BODY; length++) {
      const body = claim.slice(from, from + length)
      if (!BODY.test(body) || !told.includes(body)) continue
      if (told.includes(verb + body) || told.includes(`${verb}了${body}`)) continue
      // 向主管部门报告 names whom it is reported to.
      if (new RegExp(`[向对给]${escaped(body)}[^,，。;；]{0,8}${escaped(verb)}`, 'u').test(told)) continue
      if (new RegExp(`${escaped(body)}[^,，。;；]{0,24}${escaped(verb)}`, 'u').test(told)) return true
    }
  }
  return false
}
