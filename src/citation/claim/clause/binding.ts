import { beginsWithVerb } from '../word/adverb.ts'
import { connectiveLength } from '../word/lexicon.ts'
import { SUPPOSED } from '../word/supposed.ts'
import type { BoundClause, Segment } from './segment.ts'

/** Why clauses of the original, in the order the claim uses them, do not say together what the claim says. */
export type BindingFault = 'stitched' | 'subject' | 'condition' | 'supposed'

/** A clause without a subject of its own: 增长5%, 占30%, 其中… */
const DEPENDENT =
  /^(?:其中|其(?!他|余|它)|该|此(?!外)|分别|均|占|同比|环比|(?:比|较)(?:上|去|前|同|20|\uE001)|(?:实现|名义|实际|可比|日均|总体|年均|累计|合计|共|约|全部)*(?:增长|下降|增加|减少|上升|上涨|下跌|回落|提高|降低|净增|增|降|达到|达|为|超过|突破|完成|优于|高于|低于)?(?:了|到|至|约)?\uE000.{0,2}$|为.{1,12}的\uE000$|(?:增长|下降|上升|回落|净增)\uE000)/u
const PART = /^(?:其中|其|该|此)/u
/** A clause that says how the figures were reached. */
const BASIS = /^(?:按|扣除|剔除|初步|据|经|通过|围绕|根据|依托|结合|面对)/u
const BODY =
  /^[\p{Script=Han}、()]{1,24}?(?:局|委|办|厅|政府|部门|单位|医院|学校|企业|机构|中心|集团|法院|检察院|银行|公司|高校|院校)(?=(?:要|应|须|可|必须|不得|负责|牵头|会同|组织|制定|完成|承担|配合|做好|落实|实施|加强|推进|开展|保障|提供|建立|指导|督促|协同))/u
const CONDITION =
  /^(?:如(?!期)|若|凡|除|未|因(?!地)|当(?!前|年|地|好)|确需|对(?!外|口|接|标).{2,}|经.{1,15}(?:批准|同意|审核|审批|评估|验收)|在.{1,20}(?:前提|条件|情况)下|在.{1,16}(?:省|市|区|县|镇|乡|街道|地区|范围内?)$|符合|原则上|下列|以下|暂停|取消|停止|力争|争取|计划|拟|预计|预期|有望|假设|建议|探索|仅|只有)|(?:取消|废止|的|时|后)$/u
/** 6月18日 without its year. */
const DATE = /^(?:月|日|年|个月)$/u
const LEAD_IN = /^(?:分.{1,6}看|按.{1,10}分|从.{1,10}看|对.{1,8}问题|对此|总的?来?看|具体来?看|其中)$/u
/** Reaches over the clauses that follow: 不得截留资金，虚列支出. */
const PROHIBITION = /不得|严禁|禁止|不准|不许|杜绝|防止|避免|严防/u
const OWN_DUTY = /^.{0,24}?(?:应当|必须|可以|须)/u
/** Fewer letters than a subject with a predicate. */
const FEWEST_WORDS = 3
const EXCEPTION = /^(?:但|除|不包括|不含|另有规定)|除外$/u

/** @param used clauses of the original in the claim's order */
export function bindingFault(
  used: readonly BoundClause[],
  segments: readonly Segment[],
): BindingFault | undefined {
  const touched = [...new Set(used.map(({ segment }) => segment))]
  const isGrouped = used.every(
    ({ segment }, at) =>
      at === 0 || used[at - 1]?.segment === segment || !used.slice(0, at).some((u) => u.segment === segment),
  )
  if (!isGrouped) return 'stitched'
  for (const number of touched) {
    const all = segments[number]?.clauses ?? []
    const own = used.filter(({ segment }) => segment === number)
    const left = all.filter(({ order }) => !own.some((clause) => clause.order === order))
    // Halves of two sentences may each be true and false together; sentences that only end earlier stay true.
    if (touched.length > 1 && (own.every(isFrame) || !isTrimmed(own, left))) return 'stitched'
    if (touched.length > 1 && left.length > 0 && takesSubject(own, used)) return 'subject'
    if (left.some((clause) => limits(clause, own))) return 'condition'
    if (isOnlySupposed(own, all)) return 'supposed'
    if (!keepsSubjects(own, all)) return 'subject'
    const first = own[0]
    const needsBefore =
      first !== undefined && isDependent(all[0] ?? first) && own.some(({ order }) => order === all[0]?.order)
    if (needsBefore && touched.length > 1 && !follows(all[0]?.order ?? 0, used, segments)) return 'subject'
  }
  return undefined
}

/** Whether what follows from the last clause told is left out, so that a case is told as a fact. */
function isOnlySupposed(own: readonly BoundClause[], all: readonly BoundClause[]): boolean {
  const last = own.reduce<BoundClause | undefined>(
    (latest, clause) => (latest === undefined || clause.order > latest.order ? clause : latest),
    undefined,
  )
  return last !== undefined && last.order < (all.at(-1)?.order ?? 0) && SUPPOSED.test(last.letters)
}

/** A time or a basis alone says nothing; it belongs to the words it stands in front of. */
function isFrame({ letters, tokens }: BoundClause): boolean {
  const words = letters.replace(/[^\p{Script=Han}]/gu, '')
  const isDated = tokens.every((token) => token.kind !== 'amount' || DATE.test(token.amount.unit))
  return isDated && (words.length < FEWEST_WORDS || BASIS.test(words) || LEAD_IN.test(words))
}

/** Whether what is left out stands behind what is told, or says nothing that later words stand on. */
function isTrimmed(own: readonly BoundClause[], left: readonly BoundClause[]): boolean {
  const first = Math.min(...own.map(({ order }) => order))
  return left.every(
    (clause) =>
      isSpare(clause) ||
      (clause.order > first && own.every((kept) => kept.order === first || isSelfStanding(kept))),
  )
}

/** Whether words without a subject would be told of an office that the claim names in front of them. */
function takesSubject(own: readonly BoundClause[], used: readonly BoundClause[]): boolean {
  const [first] = own
  const before = first === undefined ? [] : used.slice(0, used.indexOf(first))
  return first !== undefined && !isSelfStanding(first) && before.some(isBody)
}

/** Whether a clause names what it speaks of. */
function isSelfStanding({ letters }: BoundClause): boolean {
  return isDependent({ letters }) || !beginsWithVerb(letters.slice(connectiveLength(letters)))
}

/** 分产业看, says nothing; a rate says nothing that later sentences stand on. */
function isSpare(clause: BoundClause): boolean {
  const { letters } = clause
  return (
    connectiveLength(letters) >= letters.length ||
    LEAD_IN.test(letters) ||
    (isDependent(clause) && !PART.test(letters))
  )
}

/** Whether what a clause leans on is the last that the claim speaks of in front of it. */
function follows(order: number, used: readonly BoundClause[], segments: readonly Segment[]): boolean {
  const at = used.findIndex((clause) => clause.order === order)
  if (at === 0) return true
  const antecedent = antecedentOf(
    segments.flatMap(({ clauses }) => clauses).filter((clause) => clause.order < order),
  )
  return antecedent !== undefined && orderOf(used.slice(0, at).findLast(isSubject)) === antecedent.order
}

/** Whether a clause that was left out limits one that was kept. */
function limits(left: BoundClause, kept: readonly BoundClause[]): boolean {
  const behind = kept.filter(({ order }) => order > left.order)
  if (CONDITION.test(left.letters)) return behind.length > 0
  if (PROHIBITION.test(left.letters))
    return behind.some(({ letters }) => !PROHIBITION.test(letters) && !OWN_DUTY.test(letters))
  return EXCEPTION.test(left.letters) && kept.some(({ order }) => order < left.order)
}

export function isDependent({ letters }: Pick<BoundClause, 'letters'>): boolean {
  return DEPENDENT.test(letters.slice(connectiveLength(letters)))
}

/** Whether later clauses may speak of what this one names. 其中出口 leans on what is before, and names 出口. */
function isSubject(clause: BoundClause): boolean {
  return PART.test(clause.letters) || (!isDependent(clause) && !BASIS.test(clause.letters))
}

/** The clause whose subject a dependent one behind these leans on. */
export function antecedentOf(earlier: readonly BoundClause[]): BoundClause | undefined {
  return earlier.findLast(isSubject)
}

/** Of the clause that names the subject. */
function orderOf(clause: BoundClause | undefined): number | undefined {
  return clause?.carries ?? clause?.order
}

function isBody({ letters }: BoundClause): boolean {
  return BODY.test(letters)
}

/** Whether every clause follows in the claim the same subject as in the original. */
function keepsSubjects(own: readonly BoundClause[], all: readonly BoundClause[]): boolean {
  return own.every((clause, at) => {
    const before = own.slice(0, at)
    const earlier = all.filter(({ order }) => order < clause.order)
    if (!isDependent(clause)) {
      const subject = before.findLast(isBody)
      return isBody(clause) || subject === undefined || subject.order === earlier.findLast(isBody)?.order
    }
    const antecedent = antecedentOf(earlier)
    if (antecedent === undefined) return true
    const subject = before.findLast(isSubject)
    if (subject !== undefined) return orderOf(subject) === antecedent.order
    const [first, ...others] = own.filter(isSubject)
    return first !== undefined && others.length === 0 && orderOf(first) === antecedent.order
  })
}
