import { saysTurn, turnsOf } from '../../../text/index.ts'
import type { Setting } from './setting.ts'

/** Documents that are made of what heads of trouble hold. */
const OF_TROUBLE = /审计|督[察查]|检查|巡[视察]|通报|调查|答复|评估/u
/** Names of whom or when all under it is told, though a claim could be told of all. */
const SOME =
  /^(?!全|各|所有|重点|主要|责任|牵头|配合|主管|实施|联系|咨询|承办|主办|协办|组织|参加|服务)\p{Script=Han}{0,10}(?:学校|地区|区域|乡镇|企业|机构|医院|居民|家庭|人员|对象|职工|儿童|老人|老年人|学生|患者|[山库景牧林城]区|农村|城镇|用户|商户|农户)$/u
const SOMETIMES =
  /^(?:周末|双休日|工作日|(?:法定)?节假日|[春夏秋冬]季|旺季|淡季|白天|夜间|[高平低]峰(?:期|时段)?)$/u
const OF_EACH = /^\s*(?:每|各(?!级)|均|都|全部|一律|人均|户均)/u

/** Whether a head, or a sentence that leads over to a list, limits what stands under it and the claim does not say so. */
export function isUnderLimit({ heads, before }: Setting, claim: string, title: string): boolean {
  const leading = before
    .filter((sentence) => /以下|下列|如下/u.test(sentence) && !sentence.includes(':'))
    .map((sentence) => sentence.replace(/[。;!?]$/u, ''))
  return [...heads, ...leading].some((head) => isTurned(head, claim, title) || isOfSome(head, claim))
}

function isTurned(head: string, claim: string, title: string): boolean {
  return turnsOf(head).some(
    (turn) => !saysTurn(turn, claim) && !(turn === 'complaint' && OF_TROUBLE.test(title)),
  )
}

/** Whether a head says of whom or when, and the claim does not: 每校配备4名, under 城区学校. */
function isOfSome(head: string, claim: string): boolean {
  const words = head.replace(/[:\s]/gu, '').replace(/\([^()]*\)$/u, '')
  const isGeneral = SOMETIMES.test(words) || (SOME.test(words) && OF_EACH.test(claim))
  return isGeneral && !claim.includes(words.slice(0, 2))
}
