import type { IndexedDocument, Range } from '../corpus/index.ts'

/** How far a plan goes with a matter, from looking into it to having it done. */
const STEPS: readonly RegExp[] = [
  /探索|研究(?:制定|出台|建立|论证)|试点|试行|谋划|筹备|论证|酝酿|先行先试/u,
  /启动|推进|加快|支持|推动|开展|创建|争创|培育|筹建|申报|实施/u,
  /全面(?:推开|推行|实施|推广|铺开|建立|落实|启用)|扩大到|扩大至|扩面|推开|全覆盖|普遍|全部|各级/u,
  /建成(?!后)|完成(?!.{0,12}(?:申报|前期|选址|立项|方案|规划|招标|设计))|通过.{0,14}(?:评审|验收|认定|复审|评估)|实现|投入(?:使用|运行)|投用|挂牌|上线运行/u,
]
/** Stages of one building follow each other by themselves and say nothing of how much is wanted. */
const BUILDING =
  /迁建|扩建|改建|新建.{0,8}(?:楼|院区|工程|项目)|院区|大楼|综合楼|病房楼|主体|封顶|结顶|竣工|开工|装饰|装修|土建|工程/u

/** The step of a clause from 0, or -1 where it names none; the furthest one counts. */
function stepOf(words: string): number {
  return STEPS.findLastIndex((step) => step.test(words))
}

/** Whether the later words go further than the earlier ones, or less far; null where nothing of it is said. */
export function compareModality(
  earlier: { readonly indexed: IndexedDocument; readonly range: Range },
  later: { readonly indexed: IndexedDocument; readonly range: Range },
): 'up' | 'down' | null {
  const [before, after] = [earlier, later].map(({ indexed, range }) =>
    indexed.view.slice(range.start, range.end),
  )
  if (before === undefined || after === undefined || BUILDING.test(before) || BUILDING.test(after))
    return null
  const [from, to] = [stepOf(before), stepOf(after)]
  if (from === -1 || to === -1) return null
  if (to > from) return 'up'
  return to === 0 && from > 0 ? 'down' : null
}
