import { adverbsAt, isDenied, SHARED_MANNER, VERB } from '../word/adverb.ts'
import { CONDITION } from './clause-words.ts'
import { isLightIn } from './light.ts'
import { NAMED } from './name.ts'
import type { Wording } from './wording.ts'

/** Words that limit what stands near them: a sentence without them says more, or something else. */
const LIMITING =
  /[不未无非没仅只除但可应将拟已若如凡经占超]|力争|预计|预期|有望|鼓励|支持|允许|要求|建议|部分|试点|原则|基本|初步|平均|同期|以[上下内外]|全[省市国县区]|[省市县区乡]级|国家|人均|户均|日均|年均|累计|合计|总|每|首|最|约|升|降|少|多|确需|符合|条件|批准|同意|禁|严格|停止|暂停|取消|前|后|时|从|到|或|研究|探索|规划|筹/u
/** Leaving out 任何 or 以任何形式 changes nothing where nothing at all is allowed. */
const UNIVERSAL = /^(?:以任何.{1,3}|任何|一律|擅自以任何.{1,3})$/u
/** How soon, how far, by whose will, that it was so before or is done; without them it is no less so. */
const LEAVABLE =
  '逐步 率先 立即 适当 适度 自愿 依法 逐一 需要 继续 仍然 依然 仍 相继 陆续 先后 近日 日前 目前 快速 稳步 实现 完成'.split(
    ' ',
  )
/** The offices somebody holds, in front of the name. */
const OFFICES =
  /^(?:[^#不未无非经由向对]{1,24}?(?:书记|[省市县区州镇乡局厅部处校院署司会]长|秘书长|董事长|主任|主席|委员|经理|负责人)、?)+$/u
const MANNER = /^(?:以(?![上下内外])|按|根据|依照|依据|通过|依法)[^#、]{1,10}$/u
const LOCATIVE = /^在[^#、]{1,8}中$/u
const NEGATION = /不得|未|无|不(?![符同断低超少良])/u
/** What a predicate begins with, so that what stands before is a whole subject. */
const PREDICATE =
  /^(?:#|每|b|升|降|达|为|是|占|应|可|不|要|将|已|未|无|拟|会|力争|保持|控制|完成|实现|继续|较|比|从|由|向|因|在|按|对|把|共|约|仅|均|都|负责|发生|建立|接近|连续|主|总|全面|基本|首次|稳|突破|超|预计|会|并)/u
/** 312亿元、增长9.4%; 7家、累计达31家: a figure stands without what is told of it besides. */
const FURTHER = /^、(?:b?(?:名义|实际)?[升降]|累计[达为]?)b?#.{0,2}$/u
/** A movement to an end, which is the same wherever it began. */
const REACHES = /^(?:逐步|分别)?(?:升|降|调整|压减|缩短|扩大|拓展|扩|减|增|调|升格|变)(?:到|为|成)b?#/u
/** What may stand behind a subject so that any predicate may follow. */
const ENDED =
  /(?:要|将|应|可|不得|拟|力争|会|机构|单位|部门|企业|公司|地方|地区|人员|家庭|用户|学校|医院|政府|申请人|当事人)$/u
/** What leads to a statement and is no part of it. */
const LEADING =
  /^(?:但|而|则|、|凡|(?:审计|检查|调查)?发现|全年|记者|安排|组织|本次|此次|这次|今年|展望|年底|年初|年内|政府|我们|您反映的[^#、]{0,6}|[^#、]{0,12}(?:有关|相关)[^#、]{2,4}|[^#、不未无非没仅只除]{2,14}(?:委员会|部门|单位|机构|政府|厅|局)(?=[已向对])|或|责令|由[^#、不]{2,16}(?:部门|机构|单位|局|委|政府|厅|机关)|按(?:有关|相关)?规定|依法|因[^#]{2,20}等原因|[^#不未无非没仅只除]{1,24}等)共?$/u
/** What a figure is the size of, where the figure itself tells. */
const MEASURED = /^(?:期限|时限|时间|金额|数量|规模|长度|面积|资金|断面|标准)$/u

/** What of a clause is left out: a run of tokens, and what is kept around it. */
interface Gap {
  readonly start: number
  readonly end: number
  readonly isFirst: boolean
  readonly isLast: boolean
}

/**
 * Whether a clause still says what it says after what is not used was left out.
 * @param isSubjectOnly whether only its subject serves, for the predicate of a later clause
 */
export function survives(wording: Wording, used: readonly boolean[], isSubjectOnly: boolean): boolean {
  return gapsIn(wording, used).every(
    (gap) =>
      isHarmless(gap, wording, used, isSubjectOnly) ||
      (!isSubjectOnly && (isMeasured(gap, wording, used) || isRepeated(gap, wording, used))),
  )
}

/** 受理行政许可申请后作出行政许可决定: what is said again a few words on may be said once. */
function isRepeated({ start, end, isLast }: Gap, { letters }: Wording, used: readonly boolean[]): boolean {
  const words = letters.slice(start, end)
  const isName = words.length >= 2 && !/#/u.test(words) && !LIMITING.test(words)
  const again = letters.indexOf(words, end)
  return isName && !isLast && again !== -1 && used.slice(again, again + words.length).every(Boolean)
}

/** Whether a clause of several that a clause of the claim is drawn from is taken whole. */
export function isWholly(used: readonly boolean[], wording: Wording | undefined): boolean {
  return wording !== undefined && survivesWhole(wording, used)
}

function survivesWhole(wording: Wording, used: readonly boolean[]): boolean {
  return gapsIn(wording, used).every((gap) => isHarmless(gap, wording, used, false))
}

/** 期限, 金额: what a figure is the size of, which it tells itself. Whatever else describes it makes it another figure. */
function isMeasured(gap: Gap, wording: Wording, used: readonly boolean[]): boolean {
  const isBeforeFigure = wording.tokens.some(
    ({ kind }, at) => at >= gap.end && kind === 'amount' && used[at] === true,
  )
  const isNegated = NEGATION.test(lettersUsed(wording, used, gap.start))
  return (
    isBeforeFigure && !isNegated && !gap.isFirst && MEASURED.test(wording.letters.slice(gap.start, gap.end))
  )
}

function gapsIn({ tokens }: Wording, used: readonly boolean[]): readonly Gap[] {
  const gaps: Gap[] = []
  const first = used.indexOf(true)
  const last = used.lastIndexOf(true)
  for (let at = 0; at < tokens.length; at++) {
    if (used[at] === true) continue
    let end = at
    while (end < tokens.length && used[end] !== true) end++
    gaps.push({ start: at, end, isFirst: at < first, isLast: at > last })
    at = end
  }
  return gaps
}

function isHarmless(gap: Gap, wording: Wording, used: readonly boolean[], isSubjectOnly: boolean): boolean {
  const { tokens } = wording
  // A note in brackets is no place to take a part from.
  const isTorn = (a: number, b: number) =>
    tokens[a]?.isNote === true && tokens[b]?.isNote === true && (used[a] === true || used[b] === true)
  if (isTorn(gap.start - 1, gap.start) || isTorn(gap.end - 1, gap.end)) return false
  if (isSilent(gap, wording)) return true
  const words = wording.letters.slice(gap.start, gap.end)
  if (gap.isLast && isSubjectOnly)
    return (
      PREDICATE.test(words) ||
      (/^的#/u.test(words) && wording.letters.slice(0, gap.start).includes('占')) ||
      [ENDED, NAMED].some((end) => end.test(wording.letters.slice(0, gap.start)))
    )
  const isNegated = NEGATION.test(lettersUsed(wording, used, gap.start))
  if (UNIVERSAL.test(words.replace(/的/gu, ''))) return true
  const hasFigure = tokens.some(({ kind }, at) => kind === 'amount' && used[at] === true)
  const isListed =
    tokens[gap.start]?.keys[0] === '、' ||
    tokens[gap.end - 1]?.keys[0] === '、' ||
    tokens[gap.end]?.keys[0] === '、' ||
    tokens[gap.start - 1]?.keys[0] === '、'
  if (isOwnCounted(gap, wording, used) || (!gap.isLast && isOrigin(gap, wording))) return true
  // Of the last member what all share may be left out with it: 降低企业、居民负担.
  if (isListed && !gap.isLast && !gap.isFirst && !hasFigure && !/#/u.test(words))
    return !LIMITING.test(words) && !(isNegated && SHARED_MANNER.test(words))
  if (isForbiddenToo(gap, wording, words)) return true
  // 研究与试验发展(R&D)经费 is as well 研发经费.
  if (tokens[gap.end]?.isNote === true && used[gap.end] === true) return !/#/u.test(words)
  if (isAlternative(gap, wording)) return true
  if (gap.isFirst) return isLeading(wording, gap.end) || isOpenList(wording, gap.end)
  // 发生火情且风力超过6级的 is no 发生火情的.
  if (gap.isLast) return !CONDITION.test(wording.letters) && isTail(words, isNegated)
  if (isNegated || LIMITING.test(words)) return false
  return MANNER.test(words) || LOCATIVE.test(words)
}

/** What forbids 扣押证件或收取押金 forbids 收取押金. */
function isForbiddenToo({ start }: Gap, { letters }: Wording, words: string): boolean {
  const isForbidden = /不得$/u.test(letters.slice(0, start)) && !CONDITION.test(letters)
  return (
    isForbidden &&
    /^[^#不未无]{2,}或$/u.test(words) &&
    !SHARED_MANNER.test(words) &&
    !LIMITING.test(words.slice(0, -1))
  )
}

/** What holds where 甲或乙 is so holds where 乙 is. */
function isAlternative({ start, end, isFirst }: Gap, { letters }: Wording): boolean {
  const words = letters.slice(start, end)
  // 未经甲或乙批准的 is met where neither approved.
  if (!CONDITION.test(letters) || NEGATION.test(letters.slice(0, isFirst ? end : start))) return false
  return isFirst ? /或$/u.test(words) : /^或/u.test(words) && /^(?:时|的|后)?$/u.test(letters.slice(end))
}

/** 发放补贴417万元 without the sum, 压减甲、乙支出 without what is added. */
function isTail(words: string, isNegated: boolean): boolean {
  // What is forbidden of 甲或乙 is forbidden of 甲.
  if (isNegated) return /^或/u.test(words) && !/[#不未无]/u.test(words)
  if (FURTHER.test(words)) return true
  // 应经甲同意、告知乙 without the second duty.
  if (/^、/u.test(words) && VERB.test(words.slice(1)) && !/#/u.test(words)) return !LIMITING.test(words)
  return /^(?:(?:#|、)[^#]{0,3}|(?:、[^#、]{0,12}#[^#、]{0,2})+|一事)$/u.test(words) && !LIMITING.test(words)
}

/** 由152元提高到165元 without what it was before. */
export function isOrigin({ start, end }: Pick<Gap, 'start' | 'end'>, { letters }: Wording): boolean {
  return /^[从由]b?的?#$/u.test(letters.slice(start, end)) && REACHES.test(letters.slice(end))
}

/** 200个屋邨、30个屋苑设置: every member of such a list has a figure of its own. */
export function isOwnCounted(
  { start, end }: Pick<Gap, 'start' | 'end'>,
  { tokens, letters }: Wording,
  used: readonly boolean[],
): boolean {
  const isCounted = /^有?(?:#[^#、不未无]{2,12}、)+$/u.test(letters.slice(start, end))
  return isCounted && tokens[end]?.kind === 'amount' && used[end] === true && !/分别|共|[从由]/u.test(letters)
}

/** 甲、乙等用户应当… also says it of 乙等用户. */
function isOpenList({ tokens, letters }: Wording, end: number): boolean {
  const isCut = tokens[end - 1]?.keys[0] === '、' && !/[#不未无非除但]/u.test(letters.slice(0, end))
  return isCut && /^[^#]{1,20}等/u.test(letters.slice(end))
}

/** Whether what stands at the head of a clause only leads to it. */
export function isLeading({ letters }: Wording, end: number): boolean {
  const words = letters.slice(0, end)
  return LEADING.test(words) || OFFICES.test(words)
}

/** Nothing but adverbs of effort, particles, names of the document's place and the year it is compared with. */
export function isSilent({ start, end }: Pick<Gap, 'start' | 'end'>, { tokens, letters }: Wording): boolean {
  // 占全省的54%, 居全国首位: here the place is what is compared with.
  if (/[占居列于较比]h/u.test(letters.slice(Math.max(0, start - 1), end))) return false
  let at = start
  while (at < end) {
    const token = tokens[at]
    const adverb = adverbsAt(letters, at).find((length) => at + length <= end)
    if (adverb !== undefined) at += adverb
    else if (!isDenied(letters, at) && leavableAt(letters, at) > 0) at += leavableAt(letters, at)
    // What is done and over may be told without 已, never the other way.
    else if (letters[at] === '已' && at + 1 < letters.length) at++
    else if (isLightIn(tokens, at) || token?.keys[0] === 'base:before') at++
    else return false
  }
  return true
}

function leavableAt(letters: string, at: number): number {
  return LEAVABLE.find((word) => letters.startsWith(word, at))?.length ?? 0
}

function lettersUsed({ letters }: Wording, used: readonly boolean[], before: number): string {
  return [...letters].filter((_, at) => at < before && used[at] === true).join('')
}
