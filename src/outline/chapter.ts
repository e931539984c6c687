import type { PlanNode } from './tree.ts'

/** What a chapter of a plan is about: a field of work, what is to be reached in all, or how the plan is carried out. */
export type ChapterKind = 'task' | 'target' | 'support'

const TARGETS =
  /(?:总体|主要|工作|发展|具体|行动|预期|建设|阶段|年度|总)目标$|^(?:目标|指标)$|(?:主要|发展|核心|监测)指标$|指导思想|基本原则|总体要求|总体思路|工作思路/u
const TARGETS_OF_LEAF = /^(?:目标任务|任务目标|目标要求|工作要点目标)$/u
const SUPPORT = /组织保障|保障措施|组织实施|组织领导|工作要求|实施步骤|有关要求|几点要求/u

/** Nouns that name how any plan is run, and nothing that is done under it. */
const MACHINERY =
  /督查|督导|督办|督促|考核|考评|评价|评估|问效|问责|监督|监测|检查|通报|投入|经费|资金|财政|要素|保障|组织|领导|实施|责任|落实|宣传|引导|舆论|氛围|跟踪|调度|机制|目标|进度|时间|安排|步骤|分工|召集人?|联席会议|专班|报告|总结|推进|终期|中期|期末|末期|验收|协调|协同|部门|联动|力度|政策|支持|工作/gu
const MANNER =
  /加强|强化|严格|健全|完善|加大|压实|压紧|明确|建立|做好|抓好|抓|狠抓|注重|营造|良好|统筹|开展|确保|全面|切实|扎实|深入|进一步|持续|及时|定期|层层|并|和|与|及|向|县|市|区|省|政府|[、，,\s]/gu

/** @param heading without its number */
export function chapterKind({ section: { heading }, children }: PlanNode): ChapterKind {
  const words = heading.trim()
  if (TARGETS.test(words) || (children.length === 0 && TARGETS_OF_LEAF.test(words))) return 'target'
  if (SUPPORT.test(words)) return 'support'
  const isMachinery = words.length >= 4 && words.replace(MACHINERY, '').replace(MANNER, '') === ''
  return isMachinery ? 'support' : 'task'
}

/** Whether a heading of a body's own plan is where such things stand in it. */
export function isPlaceFor(kind: 'target' | 'support', heading: string): boolean {
  return kind === 'target'
    ? /目标|主要指标|指导思想|总体要求|总体思路|工作思路/u.test(heading)
    : /保障(?:措施|水平|能力)?$|保障工作|工作要求|有关要求|组织领导|组织实施/u.test(heading) &&
        !/医疗|医保|安全|应急|血液|药品|供应|疫情|赛|运动会/u.test(heading)
}
