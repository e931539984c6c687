import { findQuantities, isShare, type Quantity } from '../../text/index.ts'
import type { Expected } from './question.ts'

/** A figure with the very unit that was asked for. */
export const EXACT_FIT = 0.25
/** A figure with another measure word for the same kind of thing. */
export const ALIKE_FIT = 0.23
const FIT = {
  exact: EXACT_FIT,
  alike: ALIKE_FIT,
  other: 0.1,
  share: 0.2,
  time: 0.2,
  date: 0.15,
  named: 0.08,
  perItem: 0.03,
  mostItems: 0.15,
  figure: 0.15,
  words: 0.001,
} as const

// Runs of numerals are bounded throughout, so that none is tried from each of its letters to its end.
const TIME =
  /20\d{2}年|\d{1,2}月|年底|年内|月底|季度|上半年|下半年|期间|当年|每年|年度|\d+\s*(?:分钟|小时|秒|天|日|个月|周)|[一二三四五六七八九十两]{1,12}个?(?:月|周|年)|以内|之前|前(?:完成|实现|投|建)/u
/** Dates and times as running prose writes them. */
const DATE =
  /\d{1,4}年|[一二三四五六七八九十元〇零]{1,12}(?:年|月|日)|世纪|年代|年间|时期|初年|末年|[周星期][一二三四五六日]|\d+(?:时|点|日)|[正腊冬]月|初[一二三四五六七八九十]|[去今明后前]年|春节|元旦|中秋|端午|清明|国庆|重阳|暑假|寒假|学期|翌|次年|次日|当日|昨日|今日|明日|清晨|凌晨|清早|傍晚|前夕/u
const MILESTONE =
  /全覆盖|完成|开工|竣工|结顶|封顶|投入|投用|运营|运行|启用|建成|启动|达到|选址|搬迁|办理|验收|落地|普及/u
const BODY = /责任(?:单位|部门|科室|股室|处室)|牵头|配合单位|负责|主管|承担/u
/** The last cell of a table row names an office; or somebody is said to do it. */
const OFFICE_CELL = /\t\p{Script=Han}{2,14}(?:局|委|办|中心|医院|科|处|院|站|部|政府)[)）]?\s*(?:\t|$)/u
const BY_SOMEBODY = /[由请]\p{Script=Han}{2,}/u
const REASON =
  /由于|因为|因此|为了|旨在|原因|以便|以免|以利|所以|从而|缘于|(?<![病诱成])因(?![素子])|得名|(?<!认|称|成|作|行|改|更|为)为(?=\p{Script=Han}{2,8}[，,])|目的|(?<=[，,])[使让]|而是|以(?=\p{Script=Han}{2,10}$)|才/u
/** Raising something by so many points says nothing about the level it reaches. */
const CHANGE = /提高|提升|上升|增加|新增|增长|下降|降低|减少|缩短/u
/** A target is a figure wherever there is one. */
const TARGET_ASKED = /目标|指标|任务数/u
/** Somebody with an office or a trade before the name, or who does something to somebody. */
const PERSON =
  /(?:教授|主任|局长|院长|馆长|校长|书记|市长|县长|省长|主席|经理|董事长|总裁|记者|作者|作家|导演|演员|工程师|医生|博士|队长|教练|老板|学者|僧人|诗人|画家|商人|皇帝|冠军|得主|传承人|设计师|专家|研究员|先生|女士|老师|村民)\p{Script=Han}{2,4}|由\p{Script=Han}{2,}|\p{Script=Han}{2,4}(?:说|表示|介绍|指出|认为|发现|发明|创办|创立|建|撰|著|编|主编|率领|主持)|责任|负责|公司|集团|委员会|部门|单位|局|处|院|协会/u
const PLACE =
  /(?:位于|坐落|地处|设在|设于|建于|[在于至到往自])\p{Script=Han}{1,14}?(?:省|市|县|区|镇|乡|村|街|路|巷|山|江|河|湖|海|岛|湾|港|馆|院|校|站|楼|层|室|厅|门|广场|公园|中心|国|处|崖|洲|地|内|旁|侧)|[东西南北]/u
const CHANGE_ASKED = /(?:提高|提升|上升|增加|增长|下降|降低|减少|缩短)了?(?:多少|几)/u

/** CT3台, AED300台: the figure behind a Latin word counts it; it is no part of its name. */
const BEHIND_LATIN =
  /(?<=[a-z]{2})(?=\d+(?:\.\d+)?[余多]?[万亿]?(?:台|套|辆|个|家|所|名|人|例|张|项|次|间|处|支|部))/gu

/**
 * How well a clause holds what the question expects: 0 when it cannot be the answer, more the better it fits.
 * @param written normalised clause
 * @param asked normalised question
 */
export function fitOf(expected: Expected, written: string, asked: string): number {
  const view = written.replace(BEHIND_LATIN, ' ')
  switch (expected.kind) {
    case 'quantity':
      return CHANGE_ASKED.test(asked) && !CHANGE.test(view) ? 0 : quantityFit(expected.unit, view, asked)
    case 'share':
      return shareFit(findQuantities(view), view, asked)
    case 'time':
      return TIME.test(view) ? FIT.time : DATE.test(view) ? FIT.date : 0
    case 'person':
      return PERSON.test(view) ? FIT.named : FIT.words
    case 'place':
      return placeFit(view, asked)
    case 'milestone':
      return MILESTONE.test(view) || findQuantities(view).some(isShare) ? FIT.time : 0
    case 'body':
      return BODY.test(view) ? FIT.time : OFFICE_CELL.test(view) || BY_SOMEBODY.test(view) ? FIT.named : 0
    case 'reason':
      return REASON.test(view) ? FIT.named : 0
    case 'list':
      return FIT.words + Math.min(FIT.mostItems, FIT.perItem * (view.match(/[、；]/gu)?.length ?? 0))
    case 'words':
      return TARGET_ASKED.test(asked) && findQuantities(view).length > 0 ? FIT.figure : FIT.words
  }
}

/** 秋季, 元宵节前后, 在取得登记证后: times that running prose gives without a date. */
const UNDATED =
  /[春夏秋冬]季|\p{Script=Han}节(?=前|后|当|期|举|[，,])|当[天日晚]|(?:[在于自从待至]|每当?)\p{Script=Han}{2,16}?(?:后|时|前|起)/u

/**
 * What a sentence of running prose may give where a plan would be more explicit: 0 when it cannot be the answer.
 * @param view normalised sentence
 */
export function proseFitOf({ kind }: Expected, view: string): number {
  if (kind === 'reason' || kind === 'place') return FIT.words
  if (kind === 'time') return UNDATED.test(view) ? FIT.words : 0
  return kind === 'body' ? (PERSON.test(view) ? FIT.named : FIT.words) : 0
}

/** 哪个县, 哪家医院: what is asked for is called so. */
const WHICH =
  /哪[一几两二三四五六七八九十]*[个家所座]?(?<noun>省|市|县|区|镇|乡|村|街道|医院|大学|学院)(?!级)/u

function placeFit(view: string, asked: string): number {
  const noun = WHICH.exec(asked)?.groups?.noun
  if (noun !== undefined && !new RegExp(`\\p{Script=Han}{2}${noun}`, 'u').test(view)) return 0
  return PLACE.test(view) ? FIT.named : FIT.words
}

function shareFit(quantities: readonly Quantity[], view: string, asked: string): number {
  if (quantities.length === 0) return 0
  const isIncrease = quantities.every((quantity) => quantity.unit.endsWith('百分点')) && CHANGE.test(view)
  if (isIncrease && !CHANGE.test(asked) && /达到|百分之/u.test(asked)) return 0
  if (quantities.some(isShare)) return FIT.share
  const isBare = quantities.some(({ unit }) => unit === '' || /^[万千]/u.test(unit))
  return isBare && !/百分|比例|占比/u.test(asked) ? FIT.other : 0
}

/** 多少医生: things that are counted are not given as a share. */
const COUNTS = /多少(?!个?百?分|钱|以[上下内]|左右)\p{Script=Han}{2}/u

/** Stands for the unit where 多久 is asked. */
export const LASTING_UNIT = '久'
/** A length of time and no date: 3个月, 12小时, 两年. */
const DURATION =
  /(?<![\d.]|20\d)(?:\d{1,3}(?:\.\d+)?|[一二两三四五六七八九十半百]{1,12})(?:多|余)?\s*(?:分钟|秒|个?小时|个?工作日|[天日](?![前起])|周|星期|个月|年(?![底度前末]))/u

/** 几点 asks for it: 晚上11时, 8:30, 十点. */
const TIME_OF_DAY = /(?<!\d)\d{1,2}(?:[时点](?!\d*年)|[:：]\d{2})|[一二三四五六七八九十]{1,12}[时点]/u

/** A count in Chinese numerals before a measure word or a large unit. */
const HAN_FIGURE =
  /[一二三四五六七八九十百千两]{1,12}(?:余|多)?[万亿]?(?:余|多)?(?:个|名|家|所|座|项|次|张|条|种|类|处|间|人|位|户|亩|里|年|天|元|吨|米|层|部|卷|首|株|只|头|枚|幅|块|本|册|篇|份|棵|间|层|万|亿|公|分)/u

const HAN_COUNT =
  /(?:[二三四五六七八九十百千万两余多]|(?<=[二三四五六七八九十百千万])一)(?<unit>分钟|小时|个月|[个名家所座项次张条种类处间人位户亩里天日年月周层幅只头部卷首枚株棵块本册篇道届])/gu

function quantityFit(unit: string | null, view: string, asked: string): number {
  if (unit === '点') return TIME_OF_DAY.test(view) ? FIT.exact : 0
  if (unit === LASTING_UNIT) return DURATION.test(view) ? FIT.exact : 0
  if (
    unit !== null &&
    new RegExp(`(?:[二三四五六七八九十两百千万亿余多]|(?<![这那某每同另任])一)${unit}`, 'u').test(view)
  )
    return FIT.exact
  const quantities = findQuantities(view)
  if (unit !== null && quantities.some((quantity) => quantity.unit.endsWith(unit))) return FIT.exact
  if (unit !== null && hanUnits(view).some((own) => unitsAgree(unit, own))) return FIT.alike
  if (quantities.length === 0) return HAN_FIGURE.test(view) ? FIT.other / 2 : 0
  if (unit === null) return COUNTS.test(asked) && quantities.every(isShare) ? 0 : figureFit(quantities)
  const alike = quantities.filter((quantity) => unitsAgree(unit, quantity.unit))
  // 一个, 一座 before a noun is an article and counts nothing.
  if (alike.length > 0) return alike.every(({ figure }) => figure === '一') ? FIT.other : FIT.alike
  return quantities.some((quantity) => quantity.unit === '') ? FIT.other / 2 : 0
}

/** The measure words behind the Chinese numerals of a clause. */
function hanUnits(view: string): readonly string[] {
  return [...view.matchAll(HAN_COUNT)].map(({ groups }) => groups?.unit ?? '')
}

function isWritten({ figure }: Quantity): boolean {
  return /\d|分之|成|倍/u.test(figure)
}

/** 三项制度 counts what is listed; a target is written in digits. */
function figureFit(quantities: readonly Quantity[]): number {
  const written = quantities.filter(isWritten)
  // 一批, 一项: one of a kind is no figure.
  if (quantities.every(({ figure }) => figure === '一')) return 0
  if (written.length === 0) return FIT.other / 2
  return FIT.other + (written.some(({ unit }) => unit !== '') ? 0.05 : 0)
}

const GROUPS: readonly (readonly string[])[] = [
  ['人', '名', '个', '人次', '对', '位'],
  ['户', '家'],
  [
    '个',
    '家',
    '所',
    '处',
    '项',
    '座',
    '条',
    '种',
    '类',
    '批',
    '件',
    '场',
    '支',
    '门',
    '院',
    '单位',
    '机构',
    '村',
    '镇',
    '社区',
    '科',
    '站',
  ],
  ['台', '辆', '套', '件', '个', '支'],
  ['部', '本', '册', '卷', '篇', '种'],
  ['只', '头', '枚', '个'],
  ['株', '棵'],
  ['幅', '张'],
  ['分钟', '小时', '秒'],
  ['天', '日', '周'],
  ['月', '个'],
  ['年', '个'],
]

/** 张 agrees with 万张, 元 with 亿 and 万元; measure words of the same kind of thing agree. */
function unitsAgree(asked: string, written: string): boolean {
  if (written === '') return false
  if (written.endsWith(asked) || asked.endsWith(written)) return true
  if (asked === '元') return /[万亿元]$/u.test(written)
  if (asked === '万' || asked === '亿') return written.includes(asked)
  const plain = written.replace(/^[余多万亿千百]+/u, '')
  return GROUPS.some((group) => group.includes(asked) && group.includes(plain))
}
