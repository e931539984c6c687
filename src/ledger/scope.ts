import type { Range } from '../corpus/index.ts'

const PLACE =
  /全[市区县省州]|市内[一二三四五六七八九十]区|城区|农村地区|市域|县域|各?(?:县市区|县市|区\(市\)|区市)|每个[\p{Script=Han}]{1,4}?(?:\([\p{Script=Han}]{1,3}\))?(?=疾控|建|至少|有|每|,|，|$)/u
const BODY =
  /[一二三](?:级)?(?:甲等|、[一二三]级)?(?:级)?(?:及以上|以上|及以下)?(?:公立|综合|综合性|中医|专科|妇幼保健)*(?:医院|医疗机构)|(?:二级及以上|二级以上|三级|市级以上|县级|市级|乡镇|基层)[\p{Script=Han}]{0,4}?(?:医疗卫生机构|医疗机构|医院|卫生院)|公立医院|(?:社区卫生服务中心|镇街卫生院|村卫生室|中心卫生院|疾控中心|托育机构)/u

/** Whom or where a clause speaks of: the place it names, else the kind of institution; null when it says neither. */
export function scopeIn(view: string, clause: Range): Range | null {
  const words = view.slice(clause.start, clause.end)
  const found = PLACE.exec(words) ?? BODY.exec(words)
  if (found === null) return null
  const start = clause.start + found.index
  return { start, end: start + found[0].length }
}
