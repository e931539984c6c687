import { parseChineseNumeral } from '../../../text/index.ts'
import { sameWords } from './same.ts'

/**
 * Ways of saying one thing, brought to one form on both sides. A form that is wrong inside some word is wrong there in
 * claim and original alike, so it does no harm; what must not be here is anything that tells two facts apart.
 */
const FORMS: readonly (readonly [RegExp, string | ((match: string, ...groups: string[]) => string)])[] = [
  [/[(（](\d+(?:小时|分钟|日|天|个月))[)）](?=以?内)/gu, '$1'],
  // 2326万4640人 is one figure.
  [
    /(?<![\d.])(\d+)亿(\d{1,4})万(?=[^\d.])/gu,
    (_: string, a: string, b: string) => `${a}${b.padStart(4, '0')}万`,
  ],
  [/(?<![\d.])(\d+)万(\d{4})(?=[^\d.])/gu, '$1$2'],
  // 23微克/立方米, as 每立方米23微克.
  [
    /(\d[\d.,]*[万亿]?)(微克|毫克|克|元|公斤|吨|人|张)\/(立方米|平方米|升|亩|吨|人|户|公里|小时|天|日|月|年|千人)/gu,
    '每$3$1$2',
  ],
  [/上限[为是]?(?=\d)|以(?=\d[\d.,]*[万亿]?(?:元|人|个|公里|吨|天|日|小时)为(?:上限|限))/gu, '不超过'],
  [/下限[为是]?(?=\d)/gu, '不少于'],
  [/(?<=\d[\d.,]*[万亿]?(?:元|人|个|公里|吨|天|日|小时))为(?:上限|限)/gu, ''],
  [/(?:过|超)(?:半数|一半)|(?:半数|一半)以上/gu, '超过50%'],
  // Bounds: what must not go under a figure has it for its least.
  [/(?:不得|不能|不应)(?=低于|少于|超过|高于|多于|大于|小于|突破)/gu, '不'],
  [/(?:不高于|至多为?|最多为?|最高为|最长为|最高(?=每|\d)|不多于|不大于)/gu, '不超过'],
  [/(?:不低于|至少为?|最少为?|最低为|最低(?=每|\d)|不小于|不短于)/gu, '不少于'],
  [/最迟(?=在|于)/gu, ''],
  [/(?<=小时|分钟|日|天|个月|周)(?:之内|以内|内)/gu, '以内'],
  [/(?:之内|以内|范围内)/gu, '以内'],
  [/(?:以前|之前)/gu, '前'],
  [/(?:以后|之后)/gu, '后'],
  [/(?:之间|期间)/gu, '期间'],
  [/年末/gu, '年底'],
  [/按照|依照/gu, '按'],
  [/地区生产总值/gu, '生产总值'],
  [/第十四个五年/gu, '十四五'],
  // Obligation, permission, prohibition.
  [/(?:应当|应该|必须|务必|须)/gu, '应'],
  [/(?:严禁|禁止|不准|不许|不应)/gu, '不得'],
  [/可以/gu, '可'],
  // Aims.
  [/(?:力争|争取)/gu, '力争'],
  [/(?:计划(?!生育|免疫|单列)|拟)/gu, '拟'],
  // Movements, with and without an end.
  [/(?:增长|上升|增加|提升|提高|上涨|增)(?:到|至|为)/gu, '升到'],
  [/(?:下降|降低|减少|下跌|回落|降)(?:到|至|为)/gu, '降到'],
  [/(?:增长|上升|增加|提升|提高|上涨)/gu, '升'],
  [/(?:下降|降低|减少|下跌|回落)/gu, '降'],
  [/(?<![不甚乃以少截])至(?![少多])/gu, '到'],
  [/(?:由|自|从)(?=\d|上年)/gu, '从'],
  [/(?:保持|稳定|维持)在/gu, '保持'],
  [/维持/gu, '保持'],
  // Shares.
  [/约占([^,，。；;\d一二三四五六七八九十]{0,10})/gu, '占$1约'],
  [/占([^,，。；;\d]{2,20}?)的?(?:比重|比例)/gu, '占$1'],
  [/(?:所占比重|所占比例|占比)/gu, '占'],
  [/(?:用作|用于)/gu, '用于'],
  [/(?:原来的|原有的|原有)/gu, '原'],
  [/未(?:作|做|予)/gu, '未'],
  [/(?:期满|届满)/gu, '期满'],
  [/(?:尚未|并未|还未|没有)/gu, '未'],
  [/(?:无需|无须|不需要?|不必|毋须)/gu, '无需'],
  [/(?:确需|确有需要)/gu, '确需'],
  [/(?<!参)与|(?<![普涉以危惠])及(?!时)|以及|和|(?<!合)并且?|且(?!有)/gu, '、'],
  [/或者/gu, '或'],
]

const HALF_YEAR = /(\d+|[一二两三四五六七八九十]+)年半/gu

/** @param view a clause, normalised */
export function rewritten(view: string): string {
  const counted = view.replace(HALF_YEAR, (_, years: string) => {
    const number = /^\d+$/u.test(years) ? Number(years) : parseChineseNumeral(years)
    return number === undefined ? `${years}年半` : `${12 * number + 6}个月`
  })
  return FORMS.reduce(
    (words, [pattern, form]) =>
      typeof form === 'string' ? words.replace(pattern, form) : words.replace(pattern, form),
    sameWords(counted),
  )
}
