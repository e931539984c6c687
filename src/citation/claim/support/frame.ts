import { VERB } from '../word/adverb.ts'

/** A plain sentence for one that is built otherwise, all of its words kept; undefined where it is not built so. */
type Frame = (words: string) => readonly string[]

/** What a predicate in front of its subject begins with. */
const PREDICATE =
  /^(?:(?:目前|现|已|已经|正在|预计|将|可|可以|不|未|拒不|尚未|占|由|同比|连续|全部|只|仅|在|因|经|需要?|被|违反|符合|具有|持有|从事|负责|承担|牵头|依法|按|向|对|超过|达到|每[年月日户人]))/u
const ROLE =
  /(?:部门|单位|机关|机构|时间|日期|期限|时限|地点|对象|范围|标准|方式|依据|渠道|电话|内容|措施|目标)$/u
const AGENT =
  '[^,。、\\d]{0,16}?(?:人|者|局|部门?|单位|机构|机关|委|委员会|厅|政府|企业|公司|学校|医院|中心|院|办|办事处|法院|银行)'
const MODAL = '(?:应当?|可以?|须|必须|不得|负责)'
const FIGURE =
  '(?:约|近|超过?|至少|不少于|不低于)?\\d[\\d.]*[万亿]?\\p{Script=Han}{0,4}[%‰]?(?:以上|以下|左右)?'

/** Whether words tell what is done or so, and nobody stands in front of it. */
function isPredicate(words: string): boolean {
  return PREDICATE.test(words) || VERB.test(words)
}

/** 已建成通车的是东段, as 东段已建成通车. */
export const cleft: Frame = (words) => {
  const match = /^(?<told>[^,]{3,40})的,?(?:就|正)?是(?<who>[^,是]{2,40})(?<rest>,.+)?$/u.exec(words)
  const { told = '', who = '', rest = '' } = match?.groups ?? {}
  if (match === null || !isPredicate(told)) return []
  const causing = /^(?:支持|鼓励|推动|组织|允许|引导|要求)/u.exec(told)?.[0] ?? ''
  return [
    `${who}${told}${rest}`,
    ...(causing === '' ? [] : [`${causing}${who}${told.slice(causing.length)}${rest}`]),
  ]
}

/** 全部用于公益性项目的债务限额为26.3亿元, as 债务限额为26.3亿元，全部用于公益性项目. */
const described: Frame = (words) => {
  const match = new RegExp(
    `^(?<when>目前|现在?|截至目前)?(?<told>[^,]{2,40}?)的(?<what>[^,的]{2,20}),?(?<verb>[^,的]{0,8}?(?:为|是|有|共|达到?))(?<figure>${FIGURE})$`,
    'u',
  ).exec(words)
  const { when = '', told = '', what = '', verb = '', figure = '' } = match?.groups ?? {}
  if (match === null) return []
  return [
    `${what}${verb}${figure},${when}${told}`,
    ...(verb.endsWith('有') ? [`${when}${figure}${what}${told}`] : []),
  ]
}

/** 拒不改正的单位，处5000元罚款, as 拒不改正的，对单位处5000元罚款 or 单位拒不改正的，处…. */
const conditional: Frame = (words) => {
  const match = /^(?:凡)?(?<told>[^,]{3,60}?)的(?<who>[^,的、]{2,12}),(?<rest>.+)$/u.exec(words)
  const { told = '', who = '', rest = '' } = match?.groups ?? {}
  if (match === null || !isPredicate(told)) return []
  return [
    `${who}${told}的,${rest}`,
    `对${told}的${who},${rest}`,
    ...(/^(?:可以?)?处/u.test(rest) ? [`${told}的,对${who}${rest}`] : []),
  ]
}

/** 48盏不亮，原因是电缆被盗, as 因电缆被盗48盏不亮. */
const caused: Frame = (words) => {
  const match = /^(?<what>[^,]{4,40}?)(?:,其?|的)原因(?:就)?(?:是|在于|为|系)(?<why>[^,]{2,40})$/u.exec(words)
  const { what = '', why = '' } = match?.groups ?? {}
  return match === null ? [] : [`因${why},${what}`, `因${why}${what}`, `${what},因${why}`]
}

/** 26名责任人被问责, as 对26名责任人问责; 17项制度得到完善, as 完善17项制度. */
const passive: Frame = (words) => {
  const parts = words.split(/[,、]/u)
  const turned = parts.map((part) => {
    const match =
      /^(?<what>[^,]{2,24}?)(?<done>已)?(?:被(?<how>\p{Script=Han}{2,4})|(?:得到|得以)(?<got>\p{Script=Han}{2,4}))$/u.exec(
        part,
      )
    const { what = '', done = '', how, got } = match?.groups ?? {}
    if (how !== undefined) return `${done}对${what}${how}`
    return got === undefined ? part : `${done}${got}${what}`
  })
  return turned.some((part, at) => part !== parts[at]) ? [turned.join(',')] : []
}

/** 可以由申请人申请, as 申请人可以申请; 甲由乙负责, as 乙负责甲. */
const agentive: Frame = (words) => {
  const match = new RegExp(
    `^(?<front>[^,]{2,40}的,)?(?<what>[^,]{2,30}?)?(?<modal>${MODAL})?由(?<who>${AGENT})(?<does>[^,]{2,30})$`,
    'u',
  ).exec(words)
  const { front = '', what = '', modal = '', who = '', does = '' } = match?.groups ?? {}
  if (match !== null && isPredicate(does)) return [`${front}${who}${modal}${does}${what}`]
  const led = new RegExp(`^(?<who>${AGENT})(?<does>负责|承担)(?<what>[^,]{2,30})$`, 'u').exec(words)?.groups
  return led === undefined ? [] : [`${led.what}由${led.who}${led.does}`, `由${led.who}${led.does}${led.what}`]
}

/** 街道办是受理部门, as 受理部门为街道办. */
const identified: Frame = (words) => {
  const match = /^(?<who>[^,]{2,30}?)(?:就|即)?(?:是|为)(?<role>[^,是为]{4,24})$/u.exec(words)
  const { who = '', role = '' } = match?.groups ?? {}
  return match !== null && ROLE.test(role) ? [`${role}为${who}`] : []
}

/** 延长的理由，行政机关应当告知申请人, as 行政机关应当将延长的理由告知申请人. */
const fronted: Frame = (words) => {
  const match = new RegExp(
    `^(?<what>[^,]{3,24}),(?<who>${AGENT})(?<modal>应当?|须|必须|可以?)(?<does>[^,]{2,20})$`,
    'u',
  ).exec(words)
  const { what = '', who = '', modal = '', does = '' } = match?.groups ?? {}
  return match === null || /[的时后]$/u.test(what)
    ? []
    : [`${who}${modal}将${what}${does}`, `${who}${modal}${does}${what}`]
}

/** 养老机构吸纳困难人员的，给予补贴, as 对吸纳困难人员的养老机构，给予补贴. */
const addressed: Frame = (words) => {
  const match = new RegExp(`^(?<who>${AGENT})(?<told>[^,]{4,40})的,(?<rest>.+)$`, 'u').exec(words)
  const { who = '', told = '', rest = '' } = match?.groups ?? {}
  return match !== null && isPredicate(told) ? [`对${told}的${who},${rest}`, `${told}的${who},${rest}`] : []
}

/** What must not be done cannot be done; what cannot be done is not for that forbidden. */
const unable: Frame = (words) => (words.includes('不能') ? [words.replace('不能', '不得')] : [])

/** 可获奖励，前提是举报属实, as 举报属实的，可获奖励. */
const conditioned: Frame = (words) => {
  const match = /^(?<what>[^,]{4,40}),(?:前提|条件)(?:条件)?是(?<if>[^,]{4,40})$/u.exec(words)?.groups
  return match === undefined ? [] : [`${match.if}的,${match.what}`]
}

const FRAMES: readonly Frame[] = [
  addressed,
  unable,
  conditioned,
  described,
  conditional,
  caused,
  passive,
  agentive,
  identified,
  fronted,
]

/** The plain sentences that a claim built in another frame stands for. */
export function framed(words: string): readonly string[] {
  return FRAMES.flatMap((frame) => frame(words))
}
