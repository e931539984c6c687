import type { Exclusion, Range } from '../../corpus/index.ts'
import { firstEndingAfter, overlaps } from '../../corpus/index.ts'

/** Names under which betting sites advertise. They are planted inside good sentences, a brand plus its trade. */
const BRANDS = [
  '大发',
  '皇冠',
  '金沙',
  '新?葡京',
  '澳门',
  '永利',
  '威尼斯人?',
  '亚博',
  '开云',
  '乐鱼',
  '华体会',
  '华体',
  '米兰',
  '万博',
  '必威',
  '伟德',
  '韦德',
  '立博',
  '威廉希尔',
  '沙巴',
  '星空',
  '江南',
  '爱游戏',
  '九游',
  '半岛',
  '凯发',
  '凯时',
  '尊龙',
  '环亚',
  '乐橙',
  '新濠',
  '必赢',
  '钱柜',
  '千赢',
  '优德',
  '利来',
  '龙8',
  '优发',
  '鸿运',
  '博天堂',
  '太阳城',
  '银河',
  '凤凰',
  '腾讯分分',
  '幸运',
  '必发',
  '易胜博',
  '明升',
  '金宝博',
  '趣赢',
  '天博',
  '火狐',
  '完美',
  '乐虎',
  '千亿',
  '百乐',
  '博亿',
  '盈彩',
  '彩神',
  '澳客',
  '竞博',
  '雷火',
  '电竞牛',
  'bet365',
  'bob',
  'ob',
  'bwin',
  '188bet',
  'fun88',
  '1xbet',
  '12bet',
  '365',
  '888',
  '500',
]
const TRADES = [
  '体育',
  '娱乐城?',
  '国际娱乐',
  '国际(?!机场|酒店|医|会展|会议|合作|交流|社区|学校|中心|大厦|广场|贸易|标准)',
  '棋牌',
  '彩票',
  '博彩',
  '真人',
  '电竞',
  '电子',
  '赌场',
  '赌城',
  '快[3三]',
  '分分彩',
  '时时彩',
  '六合彩',
  '百家乐',
  '老虎机',
  '投注网?',
  '官网',
  '官方网站',
  '网址',
  '网投',
  '注册',
  '登录',
  '开户',
  '下载',
  '手机版',
  '平台',
  'app',
]
const BRANDED = new RegExp(
  `(?<![a-z0-9])(?:${BRANDS.join('|')})(?:${TRADES.join('|')})(?:${TRADES.join('|')})*`,
  'gu',
)
/** Wording that is spam wherever it stands. */
const PLAIN =
  /(?:时时彩|六合彩|百家乐|老虎机|真人视讯|网上(?:赌|博)[博场彩]|棋牌游戏下载|彩票投注|博彩(?:网|平台|公司)|网络赌博平台|(?:www\.)?[a-z0-9-]{3,20}\.(?:vip|bet|casino|xyz|top|cc))/gu
/** A brand that is also an ordinary word needs a betting trade behind it, and no body of that name around it. */
const ORDINARY =
  /^(?:澳门|江南|银河|凤凰|幸运|完美|半岛|米兰|星空|365|888|500|ob|bob)(?:体育|电子|官网|平台|国际|注册|登录|下载)$/u

/**
 * Terms planted inside a sentence. Only the term is excluded; its sentence stays.
 * @param taken ranges that are excluded already, ascending and disjoint
 */
export function findInjectedTerms(view: string, taken: readonly Range[]): readonly Exclusion[] {
  const found: Exclusion[] = []
  for (const pattern of [BRANDED, PLAIN]) {
    for (const match of view.matchAll(pattern)) {
      const range = { start: match.index, end: match.index + match[0].length }
      const other = firstEndingAfter(taken, range.start)
      if (ORDINARY.test(match[0]) || (other !== undefined && overlaps(other, range))) continue
      found.push({ ...range, reason: 'injected_term' })
    }
  }
  return found.sort((a, b) => a.start - b.start)
}
