import type { Range } from '../corpus/index.ts'

const AIMS = /新增|新建|新创|创建|建成|打造|培育|完成|配备|组建|遴选|评选|选派|达到|扩大|增加/u
/** 10年以上的老旧设备: what a thing is told by. */
const CRITERION = /^(?:以上|以下|以内|及以上|及以下)?的(?!目标|要求|任务|水平|标准)/u
/** Within so many hours something is to be done, this year as last. */
const NORM =
  /^(?:工作日|小时|天|日|分钟)?(?:之|以)?内(?:完成|办结|上报|报告|报送|反馈|处置|审批|响应|到达|送达|办理|回复|答复)/u
const NORM_UNIT = /(?:小时|分钟|工作日|[天日])(?:之|以)?内?$/u
/** 9家中心卫生院全部…: how many there are. */
const ALL_OF = /^[^，,。；;、]{1,16}?(?:全部|均|都|悉数)/u
/** A、B、C三家: how many are named. */
const NAMED_BEFORE = /\p{Script=Han}{2,}(?:、\p{Script=Han}{2,})+$/u
const SIZE_BEFORE = /(?:总投资|概算|估算|建筑面积|总面积|占地(?:面积)?|面积)(?:约|为|达)?$/u
const COUNTS = /[个家所处名人]$/u

/** Whether a figure is a rule, a size or a count of what is there, and no target of its year. @param figure its place in the view */
export function isNoTarget(view: string, figure: Range, clause: Range): boolean {
  const before = view.slice(clause.start, figure.start)
  const words = view.slice(figure.start, figure.end).replace(/\s/gu, '')
  const behind = view.slice(figure.end, clause.end).trimStart()
  if (words === '100%' || words === '百分之百') return true
  if (/^\d/u.test(words) && SIZE_BEFORE.test(before.trimEnd()) && !/谋划|完成|争取|储备/u.test(before))
    return true
  if (isNorm(words, behind)) return true
  if (CRITERION.test(behind) && /[年岁月天日]|级|分$/u.test(words) && !AIMS.test(before)) return true
  if (!COUNTS.test(words)) return false
  if (AIMS.test(before)) return false
  return ALL_OF.test(behind) || isListed(before.trimEnd(), words)
}

/** As many as are named right before. */
function isListed(before: string, words: string): boolean {
  const names = NAMED_BEFORE.exec(before)?.[0].split('、').length ?? 0
  return names > 1 && names === Number.parseInt(words, 10)
}

function isNorm(words: string, behind: string): boolean {
  if (!NORM_UNIT.test(words)) return false
  return NORM.test(behind) || (/内$/u.test(words) && NORM.test(`内${behind}`))
}

/** From how many to how many: both are of last year, and one without the other says something else. */
export function fromTo(view: string, figures: readonly Range[], clause: Range): readonly Range[] {
  return figures.flatMap((first, at) => {
    const second = figures[at + 1]
    if (second === undefined || !/[由从]$/u.test(view.slice(clause.start, first.start))) return []
    const between = view.slice(first.end, second.start)
    if (
      !/^[^，,。；;]{0,8}(?:增加|扩展|提高|提升|上升|增长|扩大|下降|降低|拓展|增|降|缩短|压缩)[至到]$/u.test(
        between,
      )
    )
      return []
    return [{ start: first.start - 1, end: second.end }]
  })
}
