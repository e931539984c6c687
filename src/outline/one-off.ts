import type { TargetRow } from '../corpus/index.ts'
import { isReported } from './reported.ts'

/**
 * What a clause of last year means for this one. `finished`: was to be there by now; `under_way`: a stage of a project
 * was to be reached, the next one is not known; `founded`: goes on, but whether it exists now is not known; `reported`: tells
 * what came of an earlier year; `hangs`: says nothing without the clause before it, which does not go on.
 */
export type Fate = 'goes_on' | 'finished' | 'under_way' | 'founded' | 'reported' | 'hangs'

const EQUIPMENT =
  '设备|仪器?|车辆?|救护车|监护型|机器人|装置|除颤仪|CT|DR|核磁|彩超|超声|呼吸机|检测车|设施|锅炉|电梯|(?<!动)机(?!构|制|会|关|动|能|理|遇)'
const PURCHASE = new RegExp(
  `(?:购置|采购|购买|新购|新配|增配|添置|增加配备|(?:新增)?配[备置齐]|配发|投放|安装|更新)[^，,。；;]{0,30}?(?:\\d[^，,。；;]{0,4}?[台辆套件部架艘副]|${EQUIPMENT})|\\d+[台辆套件部架艘副][^，,。；;]{0,12}(?:${EQUIPMENT})[^，,。；;]{0,6}(?:购置|采购|更新|配备|安装|投放)`,
  'iu',
)
/** Bought by the piece, whatever the ledger makes of it. */
const OBTAINS = new RegExp(
  `(?:购置|采购|购买|添置|更换)[^，,。；;]{0,24}?(?:${EQUIPMENT})|(?:购置|采购|购买|引进|更换|添置|新增)[^，,。；;]{0,24}?(?:[\\d一两]+[台辆套部架艘]|(?:${EQUIPMENT})[^，,。；;]{0,6}[\\d一两]+[台辆套部架艘])`,
  'iu',
)
/** What the ledger has missed, said so plainly that there is no other reading. */
const PLAINLY_DONE =
  /(?:建成(?:投用|启用|并投入)?|竣工|投入(?:使用|运营|运行)|投用|启用|挂牌(?:运行|成立)?|揭牌|交付使用|开诊|验收合格)$|^(?:挂牌|揭牌|完成[^，,。；;]{0,16}挂牌)|通过[^，,。；;]{2,20}(?:验收|初评|评审|复审|认证|评估|认定)$|(?:配备|配置|增配|投放|更新|补充)[^，,。；;]{0,16}[\d一两]+[台辆套部架艘]/u
const ONLY_FURTHERED =
  /^(?:继续|持续|进一步|积极)*(?:推进|推动|加快|支持|鼓励|引导|巩固|深化|完善|加强|探索|争取)/u
/** Said without a date or a figure, and done once all the same. */
const OPENS =
  /^(?:全面|正式|建成)?(?:开通|启用|上线)[^，,。；;]{2,24}?(?:平台|系统|热线|小程序|专线|中心)$|^拆除|(?:医院|中心|卫生院|院)(?:力争|争取)?(?:晋升|升格为?|创成)[^，,。；;]{0,8}[一二三]级/u
/** A title that is looked at again once in some years. */
const REVIEW =
  /(?:做好|迎接|通过|完成|确保|配合|启动|组织)[^，,。；;]{0,24}(?:复审|复评|复核|终审|验收|迎检|(?:正式|现场)评审|首次[^，,。；;]{0,8}(?:评估|评审|确认|认定))(?:工作|迎检|任务|确认)?$/u
const GAMES =
  /(?:办好|做好|承担|完成|圆满|全力|保障)[^，,。；;]{0,12}(?:运动会|运会|博览会|世博会|进博会|赛事)[^，,。；;]{0,10}(?:保障|服务)?$/u
const DONE =
  /竣工|(?<!主体|结构|基础|地下|一期)完工|整体搬迁|晋升|升格|切换$|移交$|投用|投入(?:试)?(?:使用|运营|运行)|启用|开诊|交付(?:使用)?|挂牌|揭牌|(?:整体)?搬迁(?:完成|到位)|完成[^，,。；;]{0,16}搬迁|上线(?:运行)?$|创成|获评|获批|(?<!组织)通过[^，,。；;]{0,24}(?:验收|评审|评估|复审|复核|认证|认定|审核)|建成(?!后|的|率|区|比)/u
const BUILDS =
  '工程|改造|迁建|扩建|新建|改建|建设|建设项目|工程项目|装修|大楼|综合楼|病房楼|院区|用房|升级|更新|换届|普查|整合|划转|搬迁|总结验收|创建任务|首次'
const COMPLETES_WORK = new RegExp(
  `(?:完成|落实)[^，,。；;]{0,40}?(?:${BUILDS})(?:任务|工作|建设|工程|项目)?$|^(?:全面|高质量|如期|按期|顺利|力争|确保)*完成[^，,。；;]{0,30}首次`,
  'u',
)
/** Something that goes on, with a deed that was done once behind it. */
const GOES_ON_TOO = /^(?:继续|持续|常态化|深入)(?:开展|推进|做好|实施|加强)[^，,。；;]{2,20}并/u
/** Work that comes round every year. */
const RECURS =
  /年度|每年|每季|每月|每周|每半年|定期|经常|日常|常态|例会|全年|(?<![一二三四])季度|月度|周期|按[年季月]|逐年/u
const DOCUMENT =
  /(?:出台|制定(?!完善)|印发|编制(?!周转|管理|备案|标准)|(?<!新)修订(?!完善)|拟定|起草|发布|审议通过)(?!的)[^，,。；;]{1,40}?(?:方案|办法|意见|规划|计划|目录|标准|细则|条例|章程|措施|政策|文件|规范|指南|规定|新政|预案|要点|白皮书)(?:等|》|[”"]|$)|(?:编印|编纂|编撰|编写)[^，,。；;]{0,12}(?:志|史|画册|文集)$|(?:签订|签署|续签|换签)[^，,。；;]{0,24}(?:托管|合作|共建|框架|战略)[^，,。；;]{0,8}(?:协议|备忘录|合同)|(?:签订|签署)[^，,。；;]{0,24}(?:协议|备忘录)/u
/** A law or a rule that is there is carried out, whoever has written it anew. */
const AS_WRITTEN =
  /(?:新|重新|最新|国家|省|市|上级)*(?:修订|修改|制定|出台|印发|发布|颁布|公布|编制|拟定)后?(?:完善)?的/gu
/** Money that is paid out each year by a date. */
const PAYS =
  /(?:资金|补助|补贴|经费|扶助金|奖励金|津贴|待遇|保费)[^，,。；;]{0,20}(?:兑现|发放|拨付|到位|支付|下达|结算)|(?:兑现|发放|拨付|支付|下达|结算)[^，,。；;]{0,20}(?:资金|补助|补贴|经费|扶助金|奖励金|津贴|待遇)/u
const EVENT =
  /^(?:做好|配合|迎接|接受|主动接受)[^，,。；;]{0,10}(?:人大|政协|巡视|巡察|督察|审计)[^，,。；;]{0,8}对[^，,。；;]{2,40}的?(?:监督|视察|评议|询问|审议|巡视|巡察|审计|督察|调研|检查)(?:工作)?$|^(?:配合)?(?:做好|完成)[^，,。；;]{0,10}(?:人大|政协)[^，,。；;]{2,30}(?:课题)?调研$|(?:软件|系统|平台|小程序|程序)(?:的)?(?:开发|招标|立项)(?:工作)?$|^[^，,。；;]{0,6}承办|(?:县|区|市|州|院|校|建[县区市州院校])庆|周年|诞辰|第[一二三四五六七八九十\d]+次(?:全国|国家|全省|全市)[^，,。；;]{0,12}(?:调查|普查)|(?:终期|期末|总结|末期)(?:评估|验收)|(?:召开|承办|举办|举行|开好|办好)[^，,。；;]{0,30}?(?:大会|会议|推进会|现场会|论坛|仪式|博览会|大赛|竞赛|汇演|晚会|座谈会|发布会|运动会|峰会|年会|周年)/u
const STAGE =
  /(?:开工|动工|奠基|(?:主体|结构)?(?:封顶|结顶)|主体(?:完工|施工|建设|工程)|(?:地基|桩基|基坑|土方)(?:施工|工程|开挖|浇筑)?|出正负零|前期(?:工作|手续)?|选址|(?<!建)立项(?!目)|可研|可行性研究|初步设计|施工图|招标|招投标|土地证|用地(?:手续|审批)|征地|拆迁|项目规划|规划设计|进场施工|基础施工|装饰装修|内部装修|内部装饰|设备安装|启动(?=[^，,。；;]*(?:工程|项目|建设|改造|迁建|扩建|新建)))/u
const DATED_STAGE =
  /(?:\d{1,2}月|年底|年内|季度|半年)[^，,。；;]{0,20}(?:主体|封顶|结顶|开工|动工|基础施工|招标|选址)/u
const STAGE_REACHED =
  /(?:完成|实现|启动|进入|转入)[^，,。；;]{0,12}(?:封顶|结顶|主体|桩基|基坑|地基|内部装[修饰]|装修|设备安装|征地|拆迁|选址|可研|初步设计|施工图|招标|招投标|进场施工)/u
const FOUNDING =
  /(?:建立(?!健全|完善|和|并)|组建|设立|成立|筹建|搭建|开设|争创|实现)|全覆盖|全部(?:达到|建立|建成|完成|配备|设置|接入|纳入|达标)/u
/** A share is a state to be kept up, however it is worded. */
const SHARE = /%|‰|百分点|\/\s*\d*[万千]/u
/** Counted again each year. */
const COUNTED_AGAIN =
  /累计|每[个县区市镇乡]|各[个县区市镇乡]|均|至少|培训|招聘|引进|筛查|检查|体检|选派|招录|轮训|服务|新增|新改扩建|新建(?![^，,。；;]*(?:工程|大楼|院区))|培育|签约/u
/** So many places or persons a year: next year it is so many again. */
const COUNTED_WORK = /(?:建成|创成|创建|建设|培育|打造|认定|命名|评选|评定|选树|配置|投放|设置|布设)/u
const COUNTED_IN = /^(?:[家个所处名人户对例场期批项张支]|人次)$/u
const PROJECT = /工程|项目|迁建|扩建|改扩建|新建|改造|二期|三期|一期|大楼|综合楼|院区|建设/u

const HEAD_VERBS =
  /^(?:持续|全力|加快|提速|推进|推动|加强|做好|抓好|实施|完成|启动|强化|统筹|力促|建设|建好|完善)+/u
/** A place by a name of its own, or the one of its kind that a place has. */
const NAMED_PLACE =
  /\p{Script=Han}{2,}?(?:医院|卫生院|服务站|服务中心|院区|学院|大楼|综合楼|病房楼|基地|血站)|中医院|人民医院|妇幼保健院|疾控中心|急救中心|临床中心|福利院/u
/** A hospital that a place has one of, or one that is called after the place it is in. */
const HAS_ONE_NAME =
  /(?:人民|中医|中西医结合|妇幼|妇女儿童|妇产|儿童|传染病|精神(?:病|卫生)?|肿瘤|口腔|眼科|胸科|骨科|康复|老年病|结核病|职业病|皮肤病|中心|第[一二三四五六七八九十]+|附属|红十字|分|总|[一-龥]{1,6}[省市县区旗州镇乡村路湾山河城])医院|(?<!友善|友好|清廉|平安|智慧)(?:镇|街道|乡)(?:中心)?卫生院/u
const BUILT_ANEW = /迁建|扩建|改建|新建|异地|二期|三期|一期|迁址|新区|新院|院区|大楼|综合楼|病房楼|工程|项目/u
const KIND_OF_PLACE =
  /(?:乡镇|基层|县级|区级|市级|镇村|公立|民营|各级|社区|重点|在建|市县|县乡|区域|清廉|廉洁|智慧|平安|友善|友好|现代|互联网|促进|绿色|节约型|文明|示范|特色|等级|[一二三]级|高水平|龙头|专科|综合|共享|培训|教学|实训)(?:型|性)?(?:卫生院|医疗|医院|机构|卫生|项目|中心|基地|服务)/u

/** Whether a heading names one thing that is built. @param view normalised text */
export function namesProject(view: string): boolean {
  const named = view.replace(HEAD_VERBS, '')
  const isBuilt = /迁建|扩建|改建|新建|改造|二期|三期|一期|迁址|新区|新院|工程|项目|建设/u.test(view)
  return (
    isBuilt &&
    NAMED_PLACE.test(named) &&
    (BUILT_ANEW.test(named) || HAS_ONE_NAME.test(named) || !/医院/u.test(named)) &&
    !KIND_OF_PLACE.test(view) &&
    !/体系|能力|机制|等级|标准化/u.test(view)
  )
}

/** @param clause normalised @param rows what the ledger reads in it */
export function fateOf(clause: string, rows: readonly TargetRow[], sourceYear: number): Fate {
  const words = clause.replace(/\s+/gu, '')
  const plain = words.replace(/[“"][^“”"]*[”"]|《[^》]*》/gu, (name) => '名'.repeat(name.length))
  if (isReported(words, sourceYear)) return 'reported'
  if (isAhead(words, rows, sourceYear)) return 'goes_on'
  if (rows.some(({ isYearly }) => isYearly) || RECURS.test(plain) || PAYS.test(plain)) return 'goes_on'
  const written = [plain, words].map((one) => one.replace(AS_WRITTEN, ''))
  if ([EVENT, REVIEW, GAMES].some((kind) => kind.test(plain)) || written.some((one) => DOCUMENT.test(one)))
    return GOES_ON_TOO.test(plain) ? 'founded' : 'finished'
  if (OBTAINS.test(plain) || OPENS.test(plain) || isOneBuilding(plain, rows)) return 'finished'
  if (rows.length === 0 && PLAINLY_DONE.test(plain) && !ONLY_FURTHERED.test(plain)) return 'finished'
  if (rows.length === 0) return isStageAlone(plain) ? 'under_way' : 'goes_on'
  if (rows.some(({ unit }) => SHARE.test(unit))) return 'goes_on'
  if (PURCHASE.test(plain) && !/每[千万百个名人家所床]/u.test(plain)) return 'finished'
  const isCountedAgain =
    rows.some(({ kind }) => kind === 'figure') && (COUNTED_AGAIN.test(plain) || isCountedWork(plain, rows))
  if (STAGE.test(plain) && !isCountedAgain)
    return DONE.test(plain.replace(STAGE, '')) ? 'finished' : 'under_way'
  if (isCountedAgain) return 'goes_on'
  if (DONE.test(plain) || COMPLETES_WORK.test(plain)) return 'finished'
  if (rows.some((row) => isPastMilestone(row, sourceYear)) && PROJECT.test(plain)) return 'finished'
  if (rows.some((row) => isPastMilestone(row, sourceYear))) return 'finished'
  return rows.every(({ kind }) => kind !== 'figure') && FOUNDING.test(plain) && !plain.startsWith('坚持')
    ? 'founded'
    : 'goes_on'
}

/** A commitment of a later year than its plan's own: it is due then, and done no earlier. */
function isAhead(words: string, rows: readonly TargetRow[], sourceYear: number): boolean {
  if (rows.some((row) => row.deadlineIsExplicit && (row.deadlineYear ?? 0) > sourceYear)) return true
  const years = [...words.replace(/[“"《〔][^”"》〕]*[”"》〕]/gu, '').matchAll(/(?<!\d)20\d{2}(?=年)/gu)]
  return years.length > 0 && years.every(([year]) => Number(year) > sourceYear)
}

function isCountedWork(plain: string, rows: readonly TargetRow[]): boolean {
  const isCounted = rows.some(
    ({ kind, unit, value }) => kind === 'figure' && COUNTED_IN.test(unit) && (value ?? 0) > 1,
  )
  return isCounted && COUNTED_WORK.test(plain) && !/工程|大楼|院区|综合楼|病房楼/u.test(plain)
}

/** A stage that the ledger has not seen. */
function isStageAlone(plain: string): boolean {
  if (DATED_STAGE.test(plain)) return true
  return STAGE_REACHED.test(plain) && !ONLY_FURTHERED.test(plain)
}

/** 新建实验楼1栋. */
function isOneBuilding(plain: string, rows: readonly TargetRow[]): boolean {
  return /新建|建设|建成|改建/u.test(plain) && rows.some(({ unit }) => /^[栋幢]$/u.test(unit))
}

function isPastMilestone({ kind, deadlineIsExplicit, deadlineYear }: TargetRow, sourceYear: number): boolean {
  return kind !== 'figure' && deadlineIsExplicit && (deadlineYear === null || deadlineYear <= sourceYear)
}

/** The words of the stage in a clause that is under way. @param view normalised clause */
export function stageIn(view: string): { readonly start: number; readonly end: number } | undefined {
  const match = STAGE.exec(view)
  if (match === null) return undefined
  return { start: match.index, end: view.length }
}
