import type { Range } from '../corpus/index.ts'
import type { Figure } from './figure.ts'
import { CREATES, LEAD } from './lexicon.ts'
import type { Predicate } from './predicate.ts'

const QUOTED = /[“‘「《"][^”’」》"]*[”’」》"]/gu
/** What is counted by these is the name of a programme, not a result: 16项健康青岛行动, 五个行动计划, 28条办法. */
const PROGRAMME =
  /^的?[^,，。;；、]{0,12}?(?:行动|计划|办法|制度|机制|准则|规定|条例|措施|政策|原则|要求|精神|任务|国家基本公共卫生服务|核心指标|重点工作|民生实事|质量安全改进目标)/u
const COUNTS_PROGRAMMES = /^[项条个大类种]$/u
const TIME = /^(?:个月|小时|分钟|秒|天|年|周|日|个?工作日)$/u
/** 全县19个乡镇: that many there are, unless they are to do or become something. */
const PLACES =
  /^(?:乡镇|镇|街道|行政村|自然村|社区(?!卫生|医)|县|区|市|州)(?!级)(?!.*(?:通过|达到|建成|完成|创建|创成|实现|开展|成为|启动|设|配|建|纳入|推行|推开|试点|覆盖|改造|实施))/u
const COUNTS_PLACES = /^(?:全[市区县省州]|我[市区县省州]|辖区)?(?:(?:的)?\d+个[\p{Script=Han}]{1,4}[、和])*$/u
/** 按照每3000人配备1支团队的标准: how, not what. */
const IN_STANDARD =
  /^(?:按照?|对照|严格(?:执行|落实)|执行|落实).*的(?:标准|要求|原则|比例|规定)(?:配备|设置|建设|安排|执行)?$/u
/** 选派20名骨干进修3个月: how long they stay. */
const STAY = /\d[^,，]*[名人位][^,，]*(?:进修|学习|培训|跟岗|挂职|研修)(?:不少于)?$/u
/** 一次 counts what is done so often: 召开一次, 年内调整一次. */
const OFTEN =
  /(?:召开|开展|举办|组织|每[\p{Script=Han}]{1,3})$|(?:每[年月周季半]|年内|[年月]底|季度|定期).*\p{Script=Han}{2}$/u
/** 新院区一期|800张床位, 门诊楼二期|工程: a part of a building. */
const PHASE = /^\s*(?:\d|工程|项目|建设|主体|土建|装修|改造|[楼房])/u
/** 建成一个区域医疗中心 is a count, 打造一个品牌 is not. */
const BUILT = /(?:中心|医院|院区|基地|馆|实验室|病区|门诊部)$/u
/** 8个县市全部出台办法, 25个县(市)监测站点全覆盖: the places are counted in passing. */
const PLACES_THAT_ACT =
  /^(?:县|市|区|州|旗|乡|镇|街道)(?![级])[^,，、。]*(?:(?:全部|均|都)(?!达标)[\p{Script=Han}]{4,}|全覆盖$)/u
/** 22个专班保持激活状态: how it is. */
const STATE_OF = /^[^,，、]{1,10}?(?:保持|处于)[^,，]*状态$/u
/** 18个边境县建设卫生院36所. */
const PLACES_THAT_BUILD = new RegExp(
  `^\\p{Script=Han}{0,4}(?:县|市|区|州|旗|乡镇|乡|镇)(?:\\([^()]*\\))?(?:${CREATES})[^,，]*\\d`,
  'u',
)
/** 已建成的6家: reached before. */
const REACHED = /已[\p{Script=Han}]{1,4}的$/u
/** 健康素养水平已达27.8%. */
const STANDS_AT = /已经?(?:达到?|有|超过|突破|完成|建成|组建|覆盖|实现)[^,，]{0,6}$/u
/** Counted in passing: 围绕10项目标, 带动8个卫生院发展, (共印80份). */
const IN_PASSING = /(?:围绕|聚焦|针对|对照|依托|带动|共印)$/u
/** 100%的卫生站能够提供4类以上技术: what they have to be able to do. */
const ABLE = /%(?:以上)?的[^,，、]*能够?(?:提供|开展)$/u
const BUILDS = /\).*(?:[开复完]工(?:建设)?|竣工(?:验收)?|[封结]顶|投入(?:使用|运营)|投用|启用)$/u
/** 总投资5.8亿元的|新院区项目建设. */
const SIZED = /^的[^,，的]{3,}(?:项目|工程|医院|中心|院区|新院|楼|基地)(?:建设)?$/u
/** 针对住院率仅80%|、人才短缺等问题; 在2家|的基础上: why, and from where, not what. */
const PROBLEMS =
  /^[^,，。;；]*?(?:等|这一|的)(?:突出|主要|薄弱|现实|实际)?(?:问题|短板|弱项|困难|矛盾|不足|现状|情况)/u
const BASIS = /^[^,，。;；]*?的?基础上/u
/** 对服务人口|少于800人的行政村: whom it speaks of, by how much they have. */
const OF_WHOM = /^(?:对于?|凡|针对)[^,，、]*(?:人口|面积|数|量|率|比例|收入|年龄|床位)$/u
/** 18个县(市、区)|达标率: all of them, whose rate stands behind. */
const ALL_PLACES = /^(?:全[市区县省州旗]|我[市区县省州旗]|辖区)$/u
const RATE_BEHIND = /^[\p{Script=Han}()、]{0,40}(?:率|比例|占比|水平)$/u
/** 牵头组建的2个|医联体要联起来: the subject of a demand. */
const DEMANDED = /^\p{Script=Han}{1,8}?(?:要|须|应)(?!求|急|点|闻|素|用|诊)[^\d]*$/u
/** 加强对15家民营医院的监管. */
const OVERSEEN = /^[^,，]{2,20}的(?:监管|监督|管理|指导|支持|帮扶|考核)$/u
const GRADE_BEFORE = /(?:达到?|至|到|为|评级)$/u
/** A condition on who is meant (高于60%的医院), as against what is asked of it. */
const CONDITION = /^[^、,，]{0,20}?的[^、,，]*$/u
// 到 is there by itself, so that 达到 can be read in one way only: read in two, a run of them takes for ever.
const COMPARING = /(?:不低于|不少于|达|超过|至少|提高到|提升到|提升至|稳定|保持|控制|均|都|在|至|到|为)+$/u
const CREATES_AT_HEAD = new RegExp(`^(?:${CREATES})`, 'u')
const CREATES_BEFORE = new RegExp(`(?:${CREATES})\\s*$`, 'u')

export interface FigureContext {
  readonly view: string
  readonly clause: Range
  readonly predicate: Predicate
  /** The figure behind this one in the same clause. */
  readonly next: Figure | undefined
  /** Whether it goes on a series: 分别缩短至7.5天、8.2天. */
  readonly isLater: boolean
}

/** Whether a number is something to be reached, by general rules; see docs/decisions, target ledger. */
export function isTargetFigure(figure: Figure, context: FigureContext): boolean {
  const { view, clause, predicate } = context
  const left = view.slice(clause.start, figure.start)
  const right = view.slice(figure.end, clause.end)
  if (isSizeInBracket(left, right)) return false
  if (figure.figure === '') return new RegExp(`(?:${CREATES})`, 'u').test(left)
  if (
    isModifier(right) ||
    (/(?:投资|面积)[约超达]?$/u.test(left) && SIZED.test(right)) ||
    IN_STANDARD.test(view.slice(clause.start, clause.end))
  )
    return false
  if (isQuoted(figure, view, clause) || /(?:每|第|\/|“|十)$/u.test(left)) return false
  if (
    IN_PASSING.test(left) ||
    ABLE.test(left) ||
    (/对$/u.test(left) && OVERSEEN.test(right)) ||
    STANDS_AT.test(left) ||
    isSize(figure, view, clause)
  )
    return false
  if (/^周?岁$/u.test(figure.unit)) return /寿命|年龄/u.test(left)
  if (figure.unit === '') return (predicate.isStated || context.isLater) && endsClause(right)
  if (figure.unit === '年' && /^(?:19|20)\d{2}$/u.test(figure.figure)) return false
  if (TIME.test(figure.unit)) return isAskedTime(left, context)
  if (figure.unit === '级') return !figure.isHan && GRADE_BEFORE.test(left.trimEnd())
  if (figure.unit === '类' && /^[^,，。、]{0,8}(?:项目|服务)$/u.test(right)) return predicate.isStated
  if (COUNTS_PROGRAMMES.test(figure.unit) && PROGRAMME.test(right)) return predicate.isLimit
  if (figure.unit === '个' && PLACES.test(right) && COUNTS_PLACES.test(left)) return false
  if (STATE_OF.test(right) || PLACES_THAT_BUILD.test(right)) return false
  if (PLACES_THAT_ACT.test(right) && !/[,，、。]$/u.test(left)) return false
  if (isAside(figure, left, right, context)) return false
  if (figure.isHan && !isCountedHan(figure, left, right, predicate)) return false
  return !isCondition(context) && (/%|‰|百分点/u.test(figure.unit) || !isDescription(left, right))
}

/** What a clause says of the present, of whom it means or of where it starts. */
function isAside(
  figure: Figure,
  left: string,
  right: string,
  { view, predicate, clause, next }: FigureContext,
): boolean {
  if (BASIS.test(right) || (PROBLEMS.test(right) && /^(?:针对|聚焦|围绕)/u.test(left))) return true
  if (isKinds(figure, next)) return true
  const before = view.slice(clause.start, predicate.start)
  if (OF_WHOM.test(before) && /^[^,，、]{0,10}?的/u.test(view.slice(predicate.end, clause.end))) return true
  if (/的$/u.test(left) && DEMANDED.test(right)) return true
  const isCount = /^[个家所]$/u.test(figure.unit) && !predicate.isStated
  if (!isCount || next === undefined || !/^[%‰]/u.test(next.unit) || !ALL_PLACES.test(left.trim()))
    return false
  return RATE_BEHIND.test(view.slice(figure.end, next.start).replace(COMPARING, ''))
}

/** 6类|10项技术: the kinds of what is counted behind them. */
function isKinds({ unit, end }: Figure, next: Figure | undefined): boolean {
  return /^(?:类|种|大类|批|个)$/u.test(unit) && next?.start === end && next.unit !== ''
}

/** 总投资3亿元、设床位500张的新院区开工建设: what is promised is the state at the end. */
function isModifier(right: string): boolean {
  return /^[^,，]{0,40}的[^,，的]{2,}(?:开工(?:建设)?|竣工(?:验收)?|封顶|结顶|完工|投入(?:使用|运营))$/u.test(
    right,
  )
}

/** 新院区(建筑面积8万平方米,床位800张)年底前竣工: the bracket says how large it will be. */
export function isSizeInBracket(before: string, behind: string): boolean {
  const isOpen = before.lastIndexOf('(') > before.lastIndexOf(')')
  return isOpen && /面积|投资|床位/u.test(before) && BUILDS.test(behind)
}

/** 1支20人以上的小分队: how large it is. */
function isSize(figure: Figure, view: string, clause: Range): boolean {
  const before = view.slice(clause.start, figure.start)
  return (
    /\d(?:个|支|家|所|台|座|处)$/u.test(before) &&
    /^(?:以[上下内])?的/u.test(view.slice(figure.end, clause.end))
  )
}

function isQuoted(figure: Figure, view: string, clause: Range): boolean {
  const words = view.slice(clause.start, clause.end)
  return [...words.matchAll(QUOTED)].some(
    ({ index, 0: quoted }) =>
      clause.start + index < figure.start && figure.end < clause.start + index + quoted.length,
  )
}

/** A number without a unit is a target only at the end: 控制在38以内, but not 提升12345热线. */
function endsClause(right: string): boolean {
  return /^\s*(?:以[上下内]|之内|左右)?\s*(?:[,，、)和与及]|$)/u.test(right)
}

/** A time limit says so by a comparing word: 10分钟以内; 10秒接听率 and 三年行动 are names. */
function isAskedTime(left: string, { predicate, isLater, next, view }: FigureContext): boolean {
  if (STAY.test(left)) return false
  const rate = next === undefined ? '' : view.slice(predicate.end, next.start)
  if (/^[\p{Script=Han}]{0,8}(?:率|比例|占比)/u.test(rate)) return false
  return (predicate.isLimit || isLater) && !/(?:连续|近|前|过去|未来|满|月)$/u.test(left)
}

/** 一个, 三项, 六大 count what is listed; they promise only behind a verb that creates or a word that compares. */
function isCountedHan(figure: Figure, left: string, right: string, predicate: Predicate): boolean {
  if (/%|‰|成|百分点/u.test(figure.unit)) return true
  if (/^一/u.test(right)) return false
  if (predicate.isStated) return true
  if (/^[次期场]|场次/u.test(figure.unit))
    return OFTEN.test(left) && !(figure.unit === '期' && PHASE.test(right))
  if (!CREATES_BEFORE.test(left)) return false
  return (
    figure.value !== 1 || /^[所家座台名辆]$/u.test(figure.unit) || (figure.unit === '个' && BUILT.test(right))
  )
}

/** 人口30万以上的县至少有1所: what is asked comes behind, this one only says of whom. */
function isCondition({ view, clause, predicate, next }: FigureContext): boolean {
  if (next === undefined || predicate.start <= clause.start) return false
  const before = view.slice(clause.start, predicate.start)
  if (/(?:和|与|及)\s*$/u.test(view.slice(predicate.end, next.start))) return false
  if (/^(?:全[市区县省州]|力争|确保|,|\s)*$/u.test(before) || CREATES_BEFORE.test(before)) return false
  return (
    !/[、,，]/u.test(before.slice(-1)) &&
    CONDITION.test(view.slice(predicate.end, next.start)) &&
    (predicate.isStated || /总[值价额]$/u.test(before))
  )
}

/** 承担试点任务的6个区: the subject of what follows, counted in passing. */
function isDescription(left: string, right: string): boolean {
  if (REACHED.test(left) && !/进行|实施/u.test(right)) return true
  if (!/的$/u.test(left) || CREATES_AT_HEAD.test(left.replace(LEAD, ''))) return false
  return /^[\p{Script=Han}()]{0,6}$/u.test(right) && !/的(?:比例|占比)/u.test(left)
}
