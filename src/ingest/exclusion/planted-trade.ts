import type { Range } from '../../corpus/index.ts'
import { UNMISTAKABLE } from './trade-words.ts'

/** What stands in front of a trade's word when it is planted with it. */
const FRONT =
  '(?:真人|澳门|香港|菲律宾|缅甸|网上|线上|在线|手机|免费|国产|亚洲|欧美|日韩|高清|正规|极速|急速|全网|24小时|个人|专业|官方|正版|最新|附近|快速|低息|同城|高端|本地|真实|正品|各类|办理|出售|购买)'
/** What stands behind it. A word that a plan's sentence may go on with, such as 服务, is none of these. */
const BEHIND =
  '(?:官方网站|官方|官网|网址|网站|网页版|手机版|客户端|在线|线上|免费|高清|视频|影院|电影|观看|看片|直播|软件|app|下载|安装|注册|登录|登陆|入口|开户|平台|公司|中介|电话|微信|联系方式|上门|价格|多少钱|哪家好|推荐|办理|代办|购买|可查|包过|开奖|计划群|技巧|玩法|预测|资料|走势图|口子|下款|放款|秒到账?|秒批|到账|娱乐[城场]?|投注|社区|网上|游戏|棋牌|国际(?=官网|娱乐|app|注册|登录))'
/** Lending that names its haste or its leniency. */
const EASY = '无抵押|免抵押|极速|急速|闪电|秒批|黑户|不看征信|免征信|私人|应急'
const LENDING = '信用贷款?|抵押贷款?|小额信贷|信贷|贷款|网贷|借贷|借款|借钱|放贷|现金贷|车贷|房贷'
const PAID =
  '秒(?:到账|到帐|批|下|放)款?|秒到|当天(?:放款|下款|到账)|(?:立即|立刻|极速|快速|马上|即时|即刻|当日)(?:放款|下款|到账|到帐)|免(?:抵押|征信|审核|担保人?)|口子|包下款|不看征信|不查征信|app(?:下载)?'
const PLANTED = new RegExp(`${FRONT}*(?:${UNMISTAKABLE})(?:${BEHIND}|${UNMISTAKABLE})*`, 'gu')
const LOAN = new RegExp(
  `(?:(?:${EASY}|小额|个人|手机|信用|网络|网上|在线|低息)*(?:${LENDING})(?:${PAID})+|(?:${EASY})(?:小额|个人|信用|网络)?(?:${LENDING}))(?:${BEHIND})*`,
  'gu',
)
/** Phrases of trades that are whole and unmistakable, though no single word in them is. */
const PHRASES = new RegExp(
  `(?:代开[\\p{Script=Han}]{0,8}?(?:发票|专票|普票)|(?:加|添加)(?:薇信?|[vw]信?|威信)\\s*[:：]?\\s*[a-z\\d_-]{5,}|(?:快速|免费)?(?:网站|关键词|百度)(?:排名|快照|seo)+优化(?:公司|外包)|手机号定位找人)(?:${BEHIND})*`,
  'gu',
)
/** A plan names such trades where it acts against them, warns of them or lives on their levies. */
const PLAIN_USE =
  /打击|查处|整治|严[禁查厉防]|禁止|防范|治理|取缔|远离|拒绝|沉迷|非法|违规|违法|涉[赌黄毒]|警示|举报|公益金|专项行动|扫黄|犯罪|危害|查办|骗|黑中介|排查|清理|贩卖|抵制/u
const FAR_IN_FRONT = 30
const FAR_BEHIND = 15

/** Words of other trades planted in a sentence, known by what they deal in. */
export function findPlantedTrades(view: string): readonly Range[] {
  const ranges = [PLANTED, LOAN, PHRASES].flatMap((pattern) => [...view.matchAll(pattern)])
  return ranges
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
    .filter((range) => !PLAIN_USE.test(clauseAround(view, range)))
}

function clauseAround(view: string, { start, end }: Range): string {
  const before = view.slice(Math.max(0, start - FAR_IN_FRONT), start)
  const after = view.slice(end, end + FAR_BEHIND)
  return `${before.slice(before.search(/[^。；;\n]*$/u))} ${/^[^。；;，,\n]*/u.exec(after)?.[0] ?? ''}`
}
