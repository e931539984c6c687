import type { Citation } from './citation.ts'

/** What the words around a figure make of it: two figures are of one kind only when all of this is alike. */
export interface FigureSense {
  /** An increase, a decrease, something newly made, something done away with, or the level that is reached. */
  readonly motion: 'up' | 'down' | 'added' | 'removed' | 'reached' | null
  /** 每千人口, 人均, 每年, 累计: what the figure is counted over. */
  readonly base: string
  /** 不再新建50家 and 50家(有误,应为30家) give no figure to compute with. */
  readonly isTakenBack: boolean
}

const UP = /(?:提高|提升|上升|增加|增长|增|升)(?:了|约|近|超过|不少于|至少)?$/u
const DOWN = /(?:下降|降低|减少|缩短|压减|减|降)(?:了|约|近|超过|不少于|至少)?$/u
const REACHED =
  /(?:达到|达|总数|总量|共有|现有|保有|保持在?|维持在?|稳定在|控制在|(?:增加|增长|增|提高|提升|升|扩大|扩充|扩|减少|减|下降|降低|降|压减|压缩|缩短)[到至为])[^,]{0,4}$/u
const REMOVED =
  /关停|关闭|撤销|取消|裁撤|裁减|注销|淘汰|清退|拆除|停办|停用|撤并|削减|核减|压减|精简|减少|退出/u
const ADDED = /新增|净增|增加|增设|增配|新建|新设|新添|扩增|新[^,]{0,6}(?=建|配|招|聘|引)/u
const DENIED = /不再|不得|不准|不予|不宜|严禁|禁止|停止|暂停|暂缓|无需|未能|没有|并未|尚未/u
const CORRECTED = /^[^。;；\n]{0,30}?(?:有误|更正|勘误|误写|误为|应为|订正|改为|作废)/u
/** 8张/千人 */
const BASE_BEHIND = /^\s*[/每]\s*[^\d,，。;；\n]{0,3}/u
/** 每个县(市、区), in front of the clause */
const LONGEST_LEAD = 12
const BASE =
  /每(?:一)?(?:[十百千万]?(?:名|个)?(?:常住|户籍|服务|老年)?人口?|[十百千万]?(?:个)?(?:县|区|市|乡镇|乡|镇|街道|社区|村|机构|医院|家|所|户|科室?|床|人次|张|例|年|季度?|个?月|周|日|天|次|\p{Script=Han}))|各(?:个)?(?:县|区|市|乡|镇|街道|社区|村|单位|机构|医院)|(?:人|户|次|床|例|年|月|日|县)均|均次|平均|累计|(?<![\d.])[百千万](?:常住)?人口?/gu

/**
 * Reads what a figure is of from its clause.
 * @param before the document's text in front of the figure
 * @param behind what follows it
 */
export function senseOf(before: string, behind: string): FigureSense {
  const [clause = '', lead = ''] = before
    .split(/[。;；\n]/u)
    .slice(-1)
    .flatMap((sentence) => sentence.split(/[,，:：]/u))
    .reverse()
  const bearing = (lead.length > LONGEST_LEAD ? '' : lead) + clause
  // A figure before this one in the clause has a verb of its own.
  const own = /[^\d、]*$/u.exec(clause)?.[0] ?? ''
  return {
    motion: motionOf(own),
    base: [...bearing.matchAll(BASE), ...(BASE_BEHIND.exec(behind) ?? [])].map(String).join(),
    isTakenBack: DENIED.test(own) || CORRECTED.test(behind),
  }
}

function motionOf(own: string): FigureSense['motion'] {
  if (REACHED.test(own)) return 'reached'
  if (UP.test(own)) return 'up'
  if (DOWN.test(own)) return 'down'
  if (REMOVED.test(own)) return 'removed'
  return ADDED.test(own) ? 'added' : null
}

/** Why figures of these kinds must not be set off against each other; undefined when they may. */
export function sensesDisagree(senses: readonly FigureSense[]): string | undefined {
  const [first] = senses
  if (senses.some(({ isTakenBack }) => isTakenBack)) return '有一处被否定或更正，不能直接计算'
  if (senses.some(({ base }) => base !== first?.base)) return '一处是平均或每单位的数，与另一处的口径不同'
  const plain = senses.flatMap(({ motion }) => motion ?? [])
  const [motion] = plain
  const areAlike = plain.every((one) => one === motion)
  // 建成 may be all there are or those of the year, and goes with either; what is raised or removed does not.
  const isSpecial =
    plain.length < senses.length && (motion === 'up' || motion === 'down' || motion === 'removed')
  return areAlike && !isSpecial ? undefined : '一处是增减或新增，一处是达到的水平'
}

/** Why the sum of these figures would count something twice or mean nothing; undefined when it would not. */
export function countsTwice(
  terms: readonly { readonly citation: Citation; readonly sense: FigureSense; readonly value: number }[],
): string | undefined {
  if (terms.some(({ sense }) => sense.base !== '')) return '平均或每单位的数不能相加'
  const largest = Math.max(...terms.map(({ value }) => value))
  const total = terms.reduce((sum, { value }) => sum + value, 0)
  if (terms.length > 2 && Math.abs(total - 2 * largest) < 1e-9 * total)
    return '一处可能是其余各处的合计，不能相加'
  const isPair = terms.some((a, at) => terms.slice(at + 1).some((b) => overlap(a, b)))
  return isPair ? '两处可能有重合，不能相加' : undefined
}

interface Placed {
  readonly citation: Citation
  readonly sense: FigureSense
}

/** Two documents may speak of the same things when one's place holds the other's, or when both tell what is reached. */
function overlap(a: Placed, b: Placed): boolean {
  if (a.citation.span.documentId === b.citation.span.documentId) return false
  const [one, other] = [a.citation.jurisdiction, b.citation.jurisdiction]
  if (one === null || other === null) return false
  if (one.parent === other.name || other.parent === one.name) return true
  if (one.name !== other.name) return false
  const [p, q] = [a.citation.years, b.citation.years]
  const isSameTime = p === null || q === null || (p[0] <= q[1] && q[0] <= p[1])
  return isSameTime || a.sense.motion === 'reached' || b.sense.motion === 'reached'
}
