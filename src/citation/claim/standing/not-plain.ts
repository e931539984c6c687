import { withoutMarks } from '../../../text/index.ts'

/** What somebody says, whom the text does not speak for. */
const HEARSAY =
  /^(?:但|也|另|此外)?(?:(?:有|一些|部分|个别|少数|不少|许多)(?:的)?(?:观点|意见|说法|声音|舆论|网友|网民|群众|市民|村民|居民|患者|家属|媒体|专家|人士|人|企业|代表|委员|单位|同志)[^,]{0,6}|(?:网友|网民|群众|市民|村民|居民|患者|家属|社会)[^,]{0,4}(?:反映|认为|称|说|质疑|传言|举报|投诉|建议|呼吁)|据(?:反映|称|说|举报|[^,]{0,4}传)|(?:网|坊间|民间|外界)[^,]{0,4}[传称说]|传言|传闻|谣传)[^,]{0,6}$/u
/** What has to be there first; 指出问题后 only says what came first. */
const CONDITION =
  /(?:到位|批[准复]|获[批准]|同意|核准|许可|审[批核查议定]|备案|通过|落实|成熟|具备|验收|论证|评[审估]|立项|签[约订]|竣工|建成|完成|达标|取得|下达|允许|明确|确定|启动)之?后$|(?:前提|条件|情况)之?下$|的话$|^(?:如(?!期|下)|若(?!干)|一旦|假如|假设|倘若?|只要|只有|除非|要是|万一|待|视[^,]{1,12}情况|(?:预测|估计|测算)[^,]{0,10}$)/u

/** Whether a clause says of those in front of it under what condition they hold. */
export function isProviso(clause: string): boolean {
  return /^(?:以[^,]{2,20}为(?:前提|条件|限)|前提是|视[^,]{1,16}(?:而定|情况)|但?须经?[^,]{1,16}(?:批准|同意))/u.test(
    withoutMarks(clause),
  )
}

export function isHearsay(clause: string): boolean {
  return HEARSAY.test(withoutMarks(clause))
}

/** Whether a clause says under what condition the following ones hold. */
export function isConditional(clause: string): boolean {
  return CONDITION.test(withoutMarks(clause))
}
