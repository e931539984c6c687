import { COMMON_WEIGHT, type Query } from '../../retrieval/index.ts'
import type { QuestionKind } from '../answer.ts'
import { type AskedNoun, askedNoun } from './asked-noun.ts'
import { LASTING_UNIT } from './expectation.ts'
import { carriesMeaning, cutPieces, withoutWords } from './pieces.ts'

/** What must stand in a clause before it can be the answer. */
export type Expected =
  | { readonly kind: 'quantity'; readonly unit: string | null }
  | { readonly kind: 'share' }
  | { readonly kind: 'milestone' }
  | { readonly kind: 'body' }
  | { readonly kind: 'reason' }
  | { readonly kind: 'time' }
  | { readonly kind: 'person' }
  | { readonly kind: 'place' }
  | { readonly kind: 'list' }
  | { readonly kind: 'words' }

/** A question with its kind, what it expects and what it takes for granted. */
export interface Question {
  readonly query: Query
  readonly kind: QuestionKind
  /** A clause must hold one of these; a question may ask for several things. */
  readonly expected: readonly Expected[]
  /** The noun that is to be named or counted. */
  readonly noun: AskedNoun | null
  /** Asks what was achieved; a plan only says what is intended. */
  readonly asksResult: boolean
}

const COMPARE =
  /相比|对比|比较|相差|差多少|差几|差距|区别|差别|不同|变化|哪个(?:更)?(?:高|多|大|低|少)|谁(?:更)?(?:高|多|大|低|少)|分别|各(?:是|为|要|有|达|占|多少)|一样|都(?:是|有|要)|比.{1,12}(?:高|多|低|少|大)|哪些(?:市|城市|地方|地区|区县|区)(?!级)|哪(?:个|几个)(?:市|城市|地方|地区)(?!级)/u
const CHANGE =
  /(?:有(?:什么|哪些|何|啥)?(?:新的?)?|的|发生了?(?:什么|哪些)|目标|怎么|如何|什么|哪些)变化|怎么变|怎样变|有何(?:不同|调整)|有(?:什么|哪些|啥)(?:不同|不一样|调整)|(?:比|较|跟|和|与)(?:去年|上一?年度?|前一年|20\d{2}年?).{0,8}(?:新提|新增|新加|新列|多|少|增加|减少|取消|删)(?:出|掉)?了?(?:哪些|什么|啥)|(?:多|新增|增加|减少|取消|删除?)了?(?:哪些|什么|啥)(?:新的?)?(?:内容|任务|提法|要求|举措|措施|工作|表述|方面)/u
/** What says that figures are to be added up. */
export const SUM_WORDS =
  /一共|总共|合计|总计|共计|统共|拢共|汇总|加(?:在)?一(?:起|块儿?)|加起来|加在一起|相加|总和|合起来|(?<=\p{Script=Han})(?<![医健公中])共(?!体|同|产)(?=(?:要|需|计划)?\p{Script=Han}{0,4}(?:多少|几))|(?:两|三|几)(?:年|地|市|项|家)(?:总|共)|(?<=\d年?)加上?(?=\d)/u
/** What asks for the rest of a whole: the others than those named. */
const REST_WORDS =
  /(?:不是|非|不属于)(?<not>\p{Script=Han}{2,6}?)(?:的|性质|$|(?=托位|床位|项目|机构|岗位|人员))|除(?:了|去|开)?(?<except>\p{Script=Han}{2,6}?)(?:以外|之外|外)的?|(?:扣除|减去|去掉)(?<less>\p{Script=Han}{2,8}?)(?:后|以后|之后|$)|^(?<beyond>\p{Script=Han}{2,4})(?:以外|之外)的?/u

/** The part that a question leaves out of account, and the question without it; undefined when it leaves out none. */
export function restOf({
  pieces,
}: Query): { readonly part: string; readonly pieces: Query['pieces'] } | undefined {
  for (const { text, start } of pieces) {
    const match = REST_WORDS.exec(text)
    const { not, except, less, beyond } = match?.groups ?? {}
    const part = not ?? except ?? less ?? beyond
    if (match === null || part === undefined) continue
    const from = start + match.index
    return { part, pieces: cutPieces(pieces, [{ start: from, end: from + match[0].length }]) }
  }
  return undefined
}

/** What asks for the number of items; the noun is what is counted. */
export const COUNT_WORDS =
  /(?:一共|总共|共|分|分为|分成)?(?:有|提出|列|列出|部署|安排|包括|确定|明确)?(?:干|做|抓|办|搞)?了?(?:多少|(?<!哪)几)(?:个|项|条|大|类|件)?(?:主要|重点|具体)?(?<noun>任务|措施|举措|行动|工程|方面|部分|大?板?块|大?标题|章节?|工作|内容|指标|要求|事|机制)|(?<=(?<named>任务|措施|举措|行动|工程|板块|工作|实事|事项|机制)\p{Script=Han}{0,4}?)(?:(?:一共|总共|共)有?|有)(?:多少|几)[个项条件]|(?:一共|总共|共|分|分为|分成)?(?:有|提出|列|列出|部署|安排|包括|确定|明确)?(?:干|做|抓|办|搞)?了?(?:多少|(?<!哪)几)(?:个|项|条|大|类|件)?(?:主要|重点|具体)?(?<bare>条(?!件)|项(?!目))/u
const MENTION =
  /有?(?:哪(?:些|几[个份篇]?|个|份|里)|(?:几|多少)[个份篇])(?:城?市|区县|县区|县市|区|县|地方|地区|省份?|文件|计划|要点|方案|规划|通知|年份|年)(?:的(?:文件|计划|要点|方案|规划))?(?:里|中|都|也|还)?(?:没有?|未|有)?(?:提到|提及|提出|提了|写到|写了|写明|涉及|说到|讲到|部署|安排|明确|要求|规定|提)/u
const EXISTENCE =
  /(?<asked>[\p{Script=Han}--[过成完办建开评拿]]{1,2})[不没]\k<asked>|[不没][?？]?$|有没有|有没(?=[\p{Script=Han}])|(?:提|讲|说|写|列|涉及)没(?:有)?(?:提|讲|说|写|列|涉及)|是否|有无|是不是|能否|会不会|提没提|提到.{0,20}吗|(?:吗|没有)[?？]?$/v
const LIST =
  /哪些|哪[二三四五六七八九十两]+[个项家种类大块]|哪几|有什么|是什么|[什啥]么?(?:内容|措施|举措|任务|项目|工作|要求|安排)|有啥|是啥|咋|包括|列[出举]|列一下|名称|都有谁|(?<!结果|情况)(?:怎么|如何|怎样)/u
const TIME =
  /什么时候|何年|何月|何日|(?:西元|公元|民国|[于在])几年|(?:什么|何|哪一?个?)(?:年代|时代|朝代|时期|年份|季节)|哪一?个?月|几号|哪天|何时|啥时候|哪年|几月|哪一年|哪一天|哪个月|星期几|周几|什么时间|时限|多久(?=(?:能|才|可以)?(?:完成|建成|建好|投用|用上|启用|开工|完工))|期限|截止/u
const SHARE = /率|占比|比例|比重|百分之|百分点|几成|覆盖面|强度|增速|增幅|涨幅|降幅/u
const WHICH = /哪些|哪几|哪[一二三四五六七八九十两]+[个项家种类大]/u
const HOW_MANY =
  /多少|(?<!哪)几(?![乎种类个]?方面|句|[月号日])|多大|多高|数量|总数|人数|目标值|量化|不低于|多久|多长|多远/u
const MILESTONE = /哪一步|什么程度|啥程度|何种程度|什么阶段|进度|节点|干到|做到什么/u
const BODY =
  /(?:谁|哪个|哪些|哪几个?|哪[一二两三四五]个?|什么|哪家)(?:单位|部门|机构|人|科室|股室|处室|办|科|股|处|局)?(?:来|在)?(?:负责|牵头|承担|落实|主管|管)|(?:责任|牵头|配合)(?:单位|部门|科室|股室|处室)|哪(?:个|些|几个?)?(?:科室|部门|单位|处室|股室)的(?:事|活|职责|任务)|归(?:谁|哪).{0,6}管|由谁|谁(?:当|任|是|来当)|(?:负责|牵头|承担)(?:的)?(?:是|有)?(?:哪些|什么|哪几)(?:任务|工作|事项)/u
/** Behind a noun, 为何 and 为什么 at the end ask what it is, not why: 初期的主要业务为何. */
const REASON =
  /起因|(?:的|下降|减少|失败|出现)原因|为(?:[什甚]么|何)(?![?？]?$)|(?<!的\p{Script=Han}{1,8})为[什甚]么[?？]?$|(?<=^|[，,])为何[?？]?$|为啥|[什甚]么原因|原因是/u
const PERSON = /谁|哪(?:一)?位|什么人|何人|哪一?个人/u
/** 甲乙两市谁的就诊率高 compares places and asks for no person. */
const WHO_IS_MORE =
  /谁(?:的\p{Script=Han}{1,16}?)?(?:\p{Script=Han}得)?[更最]?(?:高|低|多|少|大|小|快|慢|好)/u
const PLACE =
  /哪里|哪儿|何处|何地|什么地方|哪一?个?(?:省|市|县|区|国(?!际)|城市|地方|地点|乡|镇|村|地区|街道)|哪[一家所]?(?:家|所|个)?(?:医院|大学|学院|学校)|(?:位于|在|到|往|从|设于|坐落于|来自|源于)哪(?![些几个一年天月])/u
const MONEY =
  '(?:投资|资金|经费|奖励|补助|预算)(?:额|总额|金额)?(?:是|为|各是|有|要|达到)?(?:多少|几)(?![个家名所])|(?:多少|几)(?:钱|投资|资金|经费|奖励|补助)|[补拨投花砸奖拿掏]出?给?(?:多少|几)(?=$|[?？,，。呢])'
const UNITS =
  '个百分点|平方米|公里|小时|单位|家(?!庭|长|属)|个(?!体)|人次|人(?!员|才(?![能可会够算行])|口|群|民)|名(?!医|称)|台|所|座|项(?!目)|对|管|辆|例|床(?!位)|次|张|份|间|艘|处|栋|亩|万元|亿元|万|亿|元|岁|天|分钟|秒|支|套|条|件|场|户|种|类|批|成|倍|年|月|只|头|枚|幅|部(?!分|门|位|队)|首|株|棵|本|册|篇|层|道|届'
/** Money, a unit, or (几进, 几个化) whatever follows 几. */
const ASKED = new RegExp(
  `(?<money>${MONEY})|(?:多少|(?<![哪好])几(?![月号日]))(?<unit>${UNITS})|(?<![哪好])几(?![月号日])[”"]?(?<odd>\\p{Script=Han})|多少|(?<![哪好])几(?![月号日])`,
  'gu',
)
const SHARE_ASKED = /(?:率|占比|比例|比重)(?:的?目标(?:值)?)?(?:要求)?(?:各?是|为|呢|多高)?(?:什么)?[?？]?$/u
const RESULT =
  /(?<done>[过成完办建开评拿])没\k<done>|(?:已经?|早就|都)(?!经?(?:列入|明确|提出|安排)).{1,14}?(?:建成|完成|达到|实现|通过|评上|获批|投用|启用|开工|竣工|建好|办成|拿下)[^,，。]{0,14}了(?:[,，]?(?:对不对|对吗|是不是|是吗|吗|没有|吧|没))|(?:完工|完成|建成|开工|投用|启用|竣工|落实|实现|做到|办成|达标|通过|搬迁|引进|配齐|[建修改装配换搬招培筛][完好成齐])了(?:没有|吗|没|多少|几)|(?:到现在|到目前|目前为止|至今|迄今)[^,，。]{0,12}了(?:多少|几|没|吗)|(?:最后|最终).{0,16}(?:是|在)?(?:哪天|什么时候|何时|哪年|几月)|(?:最后|最终)(?!.{0,10}(?:要|需|应|目标|力争)).{0,12}(?:多少|几)|实际(?!上[是有列]|到位|使用|利用|需[要求]|出发)|完成了|达到了|建成了|实现了|完成情况|落实情况|进展(?:情况|如何|怎么样)|执行情况|(?:已经|已)(?:建成|完成|达到|实现|引进|新增|配备|招聘|签约|投入|接种)|结果(?:是|如何|怎|达)|同比|报告.{0,8}(?:上一年|上年|前一年)|做到了吗|完成率|兑现|成效(?:如何|怎么样)|到底(?:建成|完成|达到|实现)/u
const DOCUMENT_FACT =
  /(?:谁|哪(?:一)?位\p{Script=Han}{0,3}|什么人|哪个\p{Script=Han}{1,2})(?:来|在\p{Script=Han}{1,12})?(?:作|做|宣读)(?:的|了)|报告人|(?:作|做)\p{Script=Han}{0,12}报告的(?:人)?是|报告\p{Script=Han}{0,4}(?:哪天|哪一天|什么时候|何时|几月几号|几号|几月几日)\p{Script=Han}{0,14}(?:作|做|宣读)(?:的|了)|报告\p{Script=Han}{0,8}(?:什么|哪个|哪次)会(?:议)?上|落款|发文(?:单位|机关|字号)|文号|谁(?:发的|发文|印发|发布|制定|出台|下发)|(?:哪[一两二三四几]?[个家]?|什么|哪些)(?:单位|部门|机关|机构).{0,6}(?:发|印|发布|制定|出台|牵头印发)|(?:什么时候|何时|哪天|哪一天|哪年|几月几号|几号).{0,6}(?:印发|发布|出台|下发|发的|成文)|(?:印发|发布|成文|发文)(?:日期|时间|单位|机关)|(?:印发|发布|出台|下发)(?:于|是)?(?:什么时候|何时|哪天|哪一天)/u

/** A longer piece is more than one noun. */
const LONGEST_TOPIC = 8

/** Classifies a question by the way it asks; deterministic. */
export function classify(query: Query): Question {
  if (isOfOutline(query)) return questionOf({ ...query, pieces: [] }, 'overview')
  const kind = kindOf(query, COMPARE.test(query.view))
  return questionOf(kind === 'existence' ? withoutMentioning(query) : query, kind)
}

/** What asks whether something is said, and whether it is allowed, is nothing that a text would say of it. */
function withoutMentioning(query: Query): Query {
  const bare = withoutWords(withoutWords(query, MENTION), ASKED_OF_MENTION)
  return bare.pieces.some(carriesMeaning) ? bare : query
}

const ASKED_OF_MENTION =
  /(?:的)?(?:相关|有关)的?(?:内容|表述|提法|部署|安排|规定|要求)|(?:允许|准许|许可|准不准|许不许|可以|可否)/u

/** 分哪几大块, 有哪几个板块: the outline of a plan, when nothing else is named. */
const OUTLINE =
  /(?:分|包括|包含|有|含|讲|抓|部署|安排|涉及|围绕|是)了?(?:为|成)?(?:哪几|哪些|什么)(?:个|大)*(?:板块|块|部分|方面|章节|章|篇章|版块)|[二三四五六七八九十]+(?:个|大)+(?:板块|块|部分|方面|版块)(?:都|分别)?是(?:什么|哪些|啥|哪)|(?:框架|大纲|提纲|目录|结构)(?:是)?(?:什么|怎样|怎么样|如何|啥)/u
const OF_ANY_PLAN =
  /卫健|卫生健康|卫生|健康|工作|总体|整体|全年|年度|要点|计划|方案|规划|大|块|分|板|框架|大纲|提纲|目录|结构|文件|全文|整体上|大体上|概括|一下|下|上|的|共|主要|重点|大体|大致|简单|说说|都|讲|抓|安排|部署|计划|体系|系统|[一二三四五六七八九十]+[个大]/gu

function isOfOutline(query: Query): boolean {
  return OUTLINE.test(query.view) && isOfAnyPlan(query)
}

/** Whether a question names nothing that one plan has and another has not. */
export function isOfAnyPlan({ pieces }: Query): boolean {
  return pieces.every(({ text }) => text.replace(OF_ANY_PLAN, '') === '')
}

/** The same question once it turned out that there are no two sides to compare. */
export function classifyUncompared(query: Query): Question {
  const kind = kindOf(
    {
      ...query,
      regions: query.regions.slice(0, 1),
      years: query.years.slice(0, 1),
      documentKinds: query.documentKinds.slice(0, 1),
    },
    false,
  )
  return questionOf(query, kind)
}

/** One of several askings of a question, put as a question of its own. */
export function classifyAsking(query: Query): Question {
  return questionOf(query, 'fact')
}

function questionOf(query: Query, kind: QuestionKind): Question {
  const { view } = query
  const asksResult = RESULT.test(view) && !ASKS_REPORT.test(view)
  return { query, kind, expected: expectedOf(view, kind), noun: askedNoun(view, topicOf(query)), asksResult }
}

/** 落实情况哪天前报: when a report is due is no result. */
const ASKS_REPORT = /(?:哪天|几号|哪一天|什么时候|何时|几月)\p{Script=Han}{0,6}?[报交送]/u

/** The last piece that carries meaning, without the planning words around it. */
function topicOf({ pieces }: Query): string | null {
  const last = pieces.findLast(carriesMeaning)
  if (last === undefined) return null
  const isCore = last.weights.map((weight) => weight > COMMON_WEIGHT)
  const [start, end] = [isCore.indexOf(true), isCore.lastIndexOf(true) + 1]
  return end - start <= LONGEST_TOPIC && isCore.slice(start, end).every(Boolean)
    ? last.text.slice(start, end)
    : null
}

function kindOf(query: Query, isComparing: boolean): QuestionKind {
  const { view } = query
  if (DOCUMENT_FACT.test(view)) return 'about_document'
  if (CHANGE.test(view)) return 'change'
  if (!query.pieces.some(carriesMeaning) && !HOW_MANY.test(view) && !SHARE.test(view)) return 'overview'
  if (MENTION.test(view) && !HOW_MANY.test(view.replace(MENTION, ''))) return 'existence'
  const axes = [query.regions, query.isPeriod ? [] : query.years, query.documentKinds]
  const isCount = COUNT_WORDS.test(view)
  if (SUM_WORDS.test(view) && HOW_MANY.test(view) && !isCount) return 'sum'
  if (restOf(query) !== undefined && HOW_MANY.test(view)) return 'sum'
  if (isComparing || axes.some((axis) => axis.length > 1)) return 'compare'
  if (isCount) return 'count'
  if (LIST.test(view) && (WHICH.test(view) || !HOW_MANY.test(view))) return 'list'
  if (EXISTENCE.test(view) && !HOW_MANY.test(view)) return 'existence'
  return 'fact'
}

/** What must stand in a clause that answers, by the way a question or a part of it is put. */
export function expectedOf(view: string, kind: QuestionKind): readonly Expected[] {
  if (REASON.test(view)) return [{ kind: 'reason' }]
  const asked: Expected[] = []
  if (BODY.test(view)) asked.push({ kind: 'body' })
  if (HOW_MANY.test(view)) asked.push(...quantitiesAsked(view))
  if (MILESTONE.test(view)) asked.push({ kind: 'milestone' })
  if (TIME.test(view)) asked.push({ kind: 'time' })
  if (asked.length > 0) return asked
  const isMore = kind === 'compare' && WHO_IS_MORE.test(view)
  if (PERSON.test(view) && !isMore) return [{ kind: 'person' }]
  if (PLACE.test(view)) return [{ kind: 'place' }]
  if (kind === 'list') return [{ kind: 'list' }]
  if (isMore) return [SHARE.test(view) ? { kind: 'share' } : { kind: 'quantity', unit: null }]
  if (kind !== 'existence' && SHARE_ASKED.test(view)) return [{ kind: 'share' }]
  return [{ kind: 'words' }]
}

/** How long something lasts. */
const LASTING = /多久|多长时间/u

/** One expectation for each 多少 or 几 of the question. */
function quantitiesAsked(view: string): readonly Expected[] {
  const asked = [...view.matchAll(ASKED)].map(({ groups }): Expected => {
    const said = groups?.money === undefined ? (groups?.unit ?? groups?.odd ?? null) : '元'
    const unit = said === '块' ? '元' : said === null && LASTING.test(view) ? LASTING_UNIT : said
    return unit === null && SHARE.test(view) ? { kind: 'share' } : { kind: 'quantity', unit }
  })
  if (asked.length === 0 && LASTING.test(view)) return [{ kind: 'quantity', unit: LASTING_UNIT }]
  if (asked.length === 0) return [SHARE.test(view) ? { kind: 'share' } : { kind: 'quantity', unit: null }]
  return [...new Map(asked.map((one) => [JSON.stringify(one), one])).values()]
}
