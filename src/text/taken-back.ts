import { withoutMarks } from './sentence.ts'

/** Words by which a text calls something off, or puts it off. */
export const STOPS =
  '取消|终止|停止|中止|暂停|暂缓|缓建|停建|缓办|停办|废止|撤销|撤并|作废|搁置|叫停|推迟|延期|延后|顺延'
/** Words by which it says that something is not so. */
const UNTRUE =
  '不属实|失实|不实|查无实据|属误|系误|没有依据|无依据|不成立|[系为属是]谣言|[系属]误读|不是事实|并非事实|虚构|并无此事|子虚乌有|予以否认|否认了?(?:上述|该|这|此|有关)|(?:数据|数字|数|表述|内容|报道|说法)有误|(?:为|系|仅为|均为)(?:虚拟|虚构|假设|模拟|测算|示例|举例)'
const TAKEN_UP = '采纳|采用|支持|认可|批准|通过|证实|核实'
const UNDONE = '不再|暂不|不予|未予|未获|未被|未能|尚未'
const DOING =
  '采纳|采用|支持|批准|通过|实施|施行|执行|推进|建设|办理|考核|开展|进行|安排|列入|纳入|保留|落实|完成|实现|启动|开工|兑现|公布|下达|有效|适用|处理|论证'
const LATER = '[至到](?:20\\d{2}年|明年|下一?年|后年)'

const POINTING = '(?:以上|上述|前述|所列|这些|这[一项]|该|此项?|本项|其)(?!外|次|前|后|中|他|余|间|类推)'
/** 该项目已终止, 以上任务暂缓实施. */
const POINTS_BACK = new RegExp(
  `^${POINTING}\\p{Script=Han}{0,12}?(?:不再|暂不|不予|未予|${STOPS}|调整[至到为]|作罢|除外|${UNTRUE})`,
  'u',
)
/** At the end of a clause, whatever its subject. */
const OFF = new RegExp(
  `(?:不再|暂不|不予|${STOPS})(?:予以)?(?:${DOING})?了?$|不再(?:安排|执行|实施|考核|保留|列入|推进)|${UNTRUE}|未(?:经|获|予|被)(?:${TAKEN_UP})|(?:不予|未)(?:${TAKEN_UP})$|(?:调整|推迟|延期|延后|顺延|延)${LATER}`,
  'u',
)
const BRACKETED = new RegExp(
  `[(（](?:已|现|拟|予以|暂)?(?:${STOPS}|(?:不再|暂不)(?:${DOING})|待定|备选)[^)）]{0,8}[)）]`,
  'u',
)
/** 条件不成熟的不再推进: only some of it is off. */
const PARTLY = /的[,，]?(?:可|不再|不予|暂|除外|例外|另行|从其|延|适当|酌情)/u
const WITHOUT_SUBJECT = new RegExp(
  `^(?:我[省市县区州]|本[省市县区]|本?年度?|今年|20\\d{2}年度?|目前|现|已经?|经核[实查]|经查|均|全部|一律|都)*(?:不再|暂不|不予|${STOPS}|不属实|失实|查无)`,
  'u',
)
/** Words that point back to what was said and say nothing else, and how many letters of their own may follow. */
const LEADS: readonly { readonly words: RegExp; readonly most: number }[] = [
  {
    words:
      /后来|但|后|至?今|现|已|均|全部|一律|予以|将|亦|也|又|再|目前|随后|最终|同时|暂时|原则上|决定|确定|一并|本?年度|今年|年内|二审|再审|复议|终审|\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?[起底]?/uy,
    most: 0,
  },
  {
    words: /(?:此|该|上述|以上|前述|这|本|其|有关|相关|原)(?:[一两几]?[项个类条些])?/uy,
    most: 8,
  },
  { words: /由于|根据|按照|鉴于|因|经/uy, most: 16 },
  {
    words: /(?:国家|上级|[我本全省市县区州旗])(?:[省市县区州旗局委里]|政府|部门){0,4}|局|委|政府|部门/uy,
    most: 0,
  },
]
const LONGEST_LEAD = 60
/** 后因故取消: the whole clause says but that what stands in front of it is off. */
const ONLY_OFF = new RegExp(
  `(?:${STOPS}|失效|落空|流产|烂尾|流于形式|${UNDONE}|${UNTRUE})(?:${DOING}|了)*$|(?:未|没有?)(?:建成|开工|动工|完工|兑现|${DOING})$`,
  'uy',
)
/** 后经复议减为8万元: what stood in front of it is no longer so. */
const CHANGED =
  /改判|(?:(?:改|调整|变更|更正|修正|核[减定]|调[减增])[为至到成]|(?<=[后现终审经议].{0,12})减[为至到])(?=[^,，]{0,4}\d)|(?:实际|结果|最终)上?[仅只]/uy
/** Of sentences told by others: whoever does it, it is not taken over. */
const DENIED = new RegExp(`(?:(?:不予|未[予被获]?)(?:${TAKEN_UP})|${UNTRUE})$`, 'u')
const REVERSED =
  /(?:撤销|推翻|改变)(?:原|一审|该)(?:判决?|决定|裁定|结论|处罚)|否认了?(?:上述|该|这|此|有关)/u
const ANY_OFF = new RegExp(`${STOPS}|失效|${UNDONE}|${UNTRUE}`, 'u')
/** A bracket that takes its words back, or does not yet promise them. */
const MARKED = new RegExp(
  `${STOPS}|失效|${UNDONE}|${UNTRUE}|示例|虚拟|^[错误×✗✕]|待[定批议]|未(?:开工|实施|完成|启动|批)|拟|备选|建议|除外`,
  'u',
)

/** 本通知自2024年12月1日起废止 */
const WHOLE_OFF =
  /^本(?:文件|通知|办法|规定|方案|意见|细则|计划|规划)[^,，。;；]{0,24}(?:废止|失效|作废|仅供参考)$/u

/** Whether a clause says of something that it is off or untrue. */
export function takesBack(clause: string): boolean {
  const words = withoutMarks(clause)
  if (PARTLY.test(words)) return false
  return OFF.test(words) || POINTS_BACK.test(words) || BRACKETED.test(words) || isLedTo(ONLY_OFF, words)
}

/** Whether words that only point back lead to a pattern. No expression, which would try every way to part them. */
function isLedTo(pattern: RegExp, words: string): boolean {
  const reached = new Set([0])
  for (let at = 0; at < Math.min(words.length, LONGEST_LEAD); at++) {
    if (!reached.has(at)) continue
    if (matchesAt(pattern, words, at) !== undefined) return true
    for (const { words: lead, most } of LEADS) {
      const length = matchesAt(lead, words, at)
      if (length === undefined) continue
      for (let own = 0; own <= most; own++) reached.add(at + length + own)
    }
  }
  return false
}

/** The length of what a sticky pattern matches at an offset. */
function matchesAt(pattern: RegExp, words: string, at: number): number | undefined {
  pattern.lastIndex = at
  return pattern.exec(words)?.[0].length
}

/** Whether a clause, without a subject of its own, says so of the clauses in front of it. */
export function takesBackEarlier(clause: string): boolean {
  const words = withoutMarks(clause)
  if (isOff(words) || isLedTo(CHANGED, words) || REVERSED.test(words)) return true
  return takesBack(words) && (POINTS_BACK.test(words) || WITHOUT_SUBJECT.test(words))
}

/** What a sentence takes back of those before it: the last one, all of them, or nothing. */
export function takenBackBy(told: string): 'last' | 'all' | null {
  const sentence = told.replace(/^[(（]|[)）]。?$/gu, '')
  const clauses = withoutMarks(sentence).split(/[,，]/u)
  const [first = ''] = sentence.split(/[。;；]/u)
  if (/^(?:以上|上述|前述)/u.test(sentence) && ANY_OFF.test(first)) return 'all'
  if (WHOLE_OFF.test(withoutMarks(sentence))) return 'all'
  if (/^[(（]/u.test(told) && bracketsBack(told) !== undefined) return 'last'
  if (POINTS_BACK.test(sentence)) return /^(?:所列|这些)/u.test(sentence) ? 'all' : 'last'
  const isPointing = clauses.some((clause) => REFERS.test(clause))
  const isChanged = [ONLY_OFF, CHANGED].some((pattern) => isLedTo(pattern, clauses[0] ?? ''))
  return isChanged || REVERSED.test(sentence) || (isPointing && clauses.some(isOff)) ? 'last' : null
}

function isOff(clause: string): boolean {
  return isLedTo(ONLY_OFF, clause) || DENIED.test(clause)
}

/** 但该项目…, 后因经费不足，…: goes on about what was just said. */
const REFERS = new RegExp(`^(?:(?:但|其中|对)?${POINTING}|[经后因])`, 'u')

const SOME_OFF = new RegExp(
  `^(?:其中)?第[一二三四五六七八九十\\d]{1,3}[项条款点个][^,，。;；]{0,8}(?:${STOPS}|不再|暂不|不予)`,
  'u',
)

/** Whether a sentence takes back an item by its number: 第三项暂不实施. */
export function takesBackSome(sentence: string): boolean {
  return SOME_OFF.test(sentence)
}

/** What brackets say that take back the words in front: (暂缓). */
export function bracketsBack(words: string): string | undefined {
  const [, inside] = /[(（]([^()（）]{1,24})[)）]/u.exec(words) ?? []
  return inside !== undefined && MARKED.test(inside) && !/\d/u.test(inside) ? inside : undefined
}
