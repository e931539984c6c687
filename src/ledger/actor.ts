import type { Range } from '../corpus/index.ts'
import { LEAD } from './lexicon.ts'

const BODY =
  '[省市县区州旗镇乡村](?:\\([^()]{1,8}\\))?|(?<!住)院|卫生室|中心|机构|委员会|[委局]|部门|政府|党委|[站所]|单位|财政|医共体|共同体|集团|团队|队伍|院校|学校|企业|社区|医疗联合体|医联体'
/** 每 and 全部 belong to what is promised and stay with it. */
const EACH = '[每各]|全部|均|分别'
const DEED =
  '完成(?!(?:整体|主体|改|迁|扩|搬|升级|整合|验收|达标|挂牌|选址|招标|投资))|建成(?!投|并|启|使用|$)|建立(?!健全)|启动(?!建设|运行|改|迁)|出台|成立|通过(?=.{5})|印发|制定|编制|组建|创建(?!目标|成果|工作|标准|任务)|争创|新建|新增|新配|配备|配置|购置|开设|设立|设置|开展|举办|召开|组织|派驻|选派|引进|招聘|培训|承担|接受|打造'
/** Verbs that say no more than that there is something. */
const HAVING = '有|配有|设有|拥有|安排'
const MUST =
  '(?:要|应|须|将|再|至少|力争|争取|共|按要求|牵头|结合实际|尽快|加快|参照[\\p{Script=Han}]{1,6}模式)*(?:于|在)?'
const ACTOR = new RegExp(
  `^(?!${EACH}|(?:${DEED}))(?<actor>(?!.*(?:${EACH}))[^,的“]{1,40}?(?:${BODY}))${MUST}(?:(?:${HAVING})|(?=${DEED}))`,
  'u',
)
/** 每个县(市、区)|设立, 每个乡镇卫生院配备|全科医生. */
const EACH_ACTOR = new RegExp(
  `^(?<actor>每(?!千|万|百|十|\\d)[^,，的率]{0,20}?(?:${BODY}|队伍|[县市区乡镇村院室站家所个名支]))${MUST}(?:建有|${HAVING}|配备|(?=建成$|建设|培育|培养|(?!承担|接受)(?:${DEED})))`,
  'u',
)
/** 边境25个县(市)|监测站点全覆盖, 18个边境县|建设卫生院. */
const COUNTED_PLACES =
  /^\p{Script=Han}{0,4}\d+个\p{Script=Han}{0,3}?(?:县|市|区|州|乡镇|街道)(?:\([^()]*\))?(?=.{4,}全覆盖$|建设.{3,})/u
const EACH_HAS = /^(?<each>(?:每[个所家支名]?[^,的]{1,20}?|.*的[县市区乡镇村]))(?<![建设配])有$/u
const ORDER = new RegExp(`(?<=${BODY})(?:要|应|须|将|需)(?:于|在)?(?=${DEED})`, 'u')

/** The quote keeps them: 8个县市[全部]出台, 站点[实现]全覆盖. */
const ALL = new RegExp(
  `(?<=.{2})(?:全部|均|都)(?=${DEED}|达到|投入)|(?<=.{2})实现(?=全覆盖$)|(?<=^完成)剩余|(?<=.{2})(?:普遍|请)(?=.{3})`,
  'u',
)

/** How many letters at the head only say who acts: 县中医医院|通过二级甲等复审, 县财政安排|专项资金. */
export function actorLength(view: string): number {
  return (ACTOR.exec(view) ?? EACH_ACTOR.exec(view) ?? COUNTED_PLACES.exec(view))?.[0].length ?? 0
}

/** The actor of a clause as a place in its words; null where it names none. */
export function actorIn(view: string): Range | null {
  const start = LEAD.exec(view)?.[0].length ?? 0
  const own = view.slice(start)
  const actor = (ACTOR.exec(own) ?? EACH_ACTOR.exec(own))?.groups?.actor
  return actor === undefined ? null : { start, end: start + actor.length }
}

/** What is left out of the words of a deed: 每个村卫生室[有]合格医生, 各县市区[要于]印发方案. */
export function idleWordsIn(view: string): Range | null {
  const each = EACH_HAS.exec(view)?.groups?.each
  if (each !== undefined) return { start: each.length, end: view.length }
  const idle = ORDER.exec(view) ?? ALL.exec(view)
  return idle === null ? null : { start: idle.index, end: idle.index + idle[0].length }
}
