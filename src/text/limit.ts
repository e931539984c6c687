/** How a head turns round what stands under it: such items are nothing that a plan sets out to do. */
export type Turn = 'forbidden' | 'withdrawn' | 'complaint' | 'undecided' | 'qualified'

const NUMBERED =
  /^(?:附件\d*[:：、]?|[一二三四五六七八九十]{1,3}[、.．]|[(（][一二三四五六七八九十\d]{1,3}[)）]|\d{1,3}[.、)．]|[①-⑳])\s*/u
const POINTS = /以下|下列|如下/u
const FORBIDS =
  /严禁|禁止|不准|不许|不允许|杜绝|不得(?!低于|少于|小于|高于|多于|大于|超过|迟于|晚于)|不可(?!少|或缺)/u
const FORBIDDEN_LABEL =
  /^(?:严格)?(?:禁止|严禁|不得|不准|不许)(?:性|有)?的?(?:行为|事项|情形|内容|做法|条款)?$|(?:负面|禁止|红线)清单$/u
const STOPS = '取消|终止|停止|中止|暂停|暂缓|缓建|停建|缓办|停办|废止|撤销|撤并|作废|搁置|推迟|延期|延后|顺延'
const WITHDRAWS = new RegExp(
  `不再|暂不|不予|${STOPS}|失效|剔除|删除|未(?:能|予)?(?:完成|实施|启动|通过|落实|列入|纳入)`,
  'u',
)
const LIST_NOUN = '(?:清单|目录|名单|名录|一览表?|项目|任务|指标|事项)'
const WITHDRAWN_LABEL = new RegExp(
  `^(?:20\\d{2}年度?|本年度?|今年)?(?:已经?|被|现|决定|予以|拟)?(?:不再\\p{Script=Han}{2}|暂不\\p{Script=Han}{2}|未完成|未实施|${STOPS})的?\\p{Script=Han}{0,8}${LIST_NOUN}$`,
  'u',
)
const TROUBLE = '(?:困难|问题|不足|短板|弱项|差距|薄弱环节|矛盾|风险|隐患|挑战|难点|堵点)'
const COMPLAINT_LABEL = new RegExp(
  `^(?:当前|目前|现阶段|工作中?|主要|突出|一些|仍然?|尚|还|依然|我[省市县区]|全[省市县区]|存在|面临|遇到|发现|的)*${TROUBLE}(?:(?:和|与|及|以及|、)(?:存在的?|主要|突出|面临的?)*${TROUBLE})*(?:清单|情况|分析)?$`,
  'u',
)
const COMPLAINS = /问题|行为|情形|现象|乱象|隐患|违规|违法|不良/u
const UNDECIDED_LABEL = new RegExp(
  `^(?:20\\d{2}年度?)?(?:备选|候选|待定|拟议|可选|待研究)的?\\p{Script=Han}{0,6}${LIST_NOUN}$|^(?:有关|相关|几点|意见|对策|政策|工作|和|与|及)*建议(?:事项|清单|项目|内容)?$`,
  'u',
)
const QUALIFIES = /除外|例外|可以|可不|自愿|自行|鼓励|参照|仅|只[有限对]|不(?!断|得?(?:少于|低于|超过|高于))/u

/**
 * What a heading, or words that lead over to a list, do to what stands under them; null when they leave it as it is.
 * @param head in normalised text, with or without its number and its colon
 */
export function turnOf(head: string): Turn | null {
  const words = head
    .replace(NUMBERED, '')
    .replace(/[\s:：。;；,，]+$/u, '')
    .trim()
  if (FORBIDDEN_LABEL.test(words)) return 'forbidden'
  if (WITHDRAWN_LABEL.test(words)) return 'withdrawn'
  if (COMPLAINT_LABEL.test(words)) return 'complaint'
  if (UNDECIDED_LABEL.test(words)) return 'undecided'
  if (!POINTS.test(words)) return null
  if (FORBIDS.test(words)) return 'forbidden'
  if (WITHDRAWS.test(words)) return 'withdrawn'
  if (COMPLAINS.test(words)) return 'complaint'
  return QUALIFIES.test(words) ? 'qualified' : null
}

const DOING = '(?:执行|实施|考核|推进|安排|开展|列入|纳入|建设|采纳|办理|落实|兑现|公布|下达|保留|启动|进行)'
const BACK =
  '(?:以上|上述|前述|所列|这些|这[一项]|该|此项?|本项|其)(?!外|次|前|后|中|他|余|间|类推)\\p{Script=Han}{0,12}?'
const WITHDRAWN_BACK = new RegExp(`^${BACK}(?:不再|暂不|不予|未予|${STOPS}|调整[至到为]|作罢|除外)`, 'u')
const WITHDRAWN = new RegExp(
  `(?:不再|暂不|不予|${STOPS})(?:予以)?${DOING}?了?$|不再(?:安排|执行|实施|考核|保留|列入|推进)|不属实|失实|查无实据|未(?:经|获|予|被)(?:证实|批准|核实|通过|采纳)|(?:调整|推迟|延期|延后|顺延|延)[至到](?:20\\d{2}年|明年|下一?年|后年)`,
  'u',
)
const BRACKETED = new RegExp(
  `[(（](?:已|现|拟|予以|暂)?(?:${STOPS}|不再${DOING}|暂不${DOING}|待定|备选)[^)）]{0,8}[)）]`,
  'u',
)
/** 条件不成熟的不再推进: only some of it is off. */
const PARTLY = /的[,，]?(?:可|不再|不予|暂|除外|例外|另行|从其|延|适当|酌情)/u
const WITHOUT_SUBJECT = new RegExp(
  `^(?:我[省市县区州]|本[省市县区]|本?年度?|今年|20\\d{2}年度?|目前|现|已经?|经核[实查]|经查|均|全部|一律|都)*(?:不再|暂不|不予|${STOPS}|不属实|失实|查无)`,
  'u',
)

/** Whether a clause says of something that it is off or untrue. */
export function takesBack(clause: string): boolean {
  return (
    !PARTLY.test(clause) && (WITHDRAWN.test(clause) || WITHDRAWN_BACK.test(clause) || BRACKETED.test(clause))
  )
}

/** Whether a clause, without a subject of its own, says so of the clauses in front of it. */
export function takesBackEarlier(clause: string): boolean {
  return takesBack(clause) && (WITHDRAWN_BACK.test(clause) || WITHOUT_SUBJECT.test(clause))
}

/** What a sentence takes back of those before it: the last one, all of them, or nothing. */
export function takenBackBy(sentence: string): 'last' | 'all' | null {
  if (!WITHDRAWN_BACK.test(sentence)) return null
  return /^(?:以上|上述|前述|所列|这些)/u.test(sentence) ? 'all' : 'last'
}
