import type { Exclusion } from '../../corpus/index.ts'
import type { Line } from '../line.ts'
import { CONTROL, FACT, MENU } from './page-words.ts'

/** Furniture of a web page; each alternative stands at the start of a short line. */
const CHROME_START = new RegExp(
  `^(?:${[
    '(?:当前|您?(?:现在|目前)的?|您?所在的?|您当前的?|您的?|你的?)?位置\\s*[:：]',
    '(?:网站)?(?:首页|主页)\\s*(?:$|[|>»›/→\\\\-]|-?>)',
    '(?:页面|浏览|文字|显示)?字[体号](?:大小|显示|选择|调整|设置)?\\s*[:：]',
    '(?:您?好\\s*[,，!！]?\\s*)?欢迎(?:您)?(?:访问|光临|来到|浏览|进入|登录).{2,24}(?:网|平台|站|系统)',
    '(?:热搜词?|热门搜索|搜索热词|热词|热门(?:词|关键词|标签)|大家都在搜|标签|tags?)\\s*[:：]',
    '(?:站内|全站|高级|智能)?(?:搜索|检索|查询)(?:\\s|[:：|]|$)|请(?:您)?(?:输入|选择)(?:您?(?:要|想)?(?:搜索|查询|检索|查找|咨询)|关键|检索|搜索|查询|内容|姓名|验证)',
    '(?:这篇|本篇|本|该|此)(?:文章|信息|页面|内容|文|政策)(?:对您|是否|有|您|对你)',
    '(?:您|你)(?:觉得|认为|对)(?:本|这|该|此)(?:文|篇|页|内容|信息|政策)',
    '(?:分享|转发|收藏)(?:到|至|给|按钮)?\\s*[:：]',
    '(?:上|下)[一1]?(?:篇|条|页|则|张|文章)\\s*(?:[:：]|>|<|»|«|\\[|【)|(?:<+|«|←|‹)\\s*(?:上|前)|(?:下|后)一?[篇页条]\\s*(?:>+|»|→)',
    '(?:没有(?:上|下)一?[篇页条]|(?:已经|这)是(?:第一|最后)一?[篇页条])',
    '[【\\[]?\\s*(?:打印|关闭|收藏|返回|字体|字号|分享|纠错|大|中|小)[^。]{0,20}[】\\]]',
    '(?:打印|关闭窗口|关闭本页|我要打印|返回顶部|返回列表|分享到|分享至|收藏本页|加入收藏|设为首页|网站地图|无障碍|长者模式|关怀版)(?:$|[\\s:：|】\\]>浏])',
    '(?:用?(?:微信|手机|支付宝)?(?:"|“)?扫(?:一扫|码|描)(?!黑))|扫描(?:下方|右侧|左侧|上方)?二维码|(?:微信|手机)?二维码',
    '(?:请?(?:用|使用))?(?:手机|微信)(?:扫|查看|打开|浏览|访问|阅读)',
    '(?:上|下|前|后)一?[篇条页个则](?:(?:文章|信息|新闻)?\\s*[:：]|\\s|$)',
    '(?:相关(?:文章|链接|连结|信息|资讯|阅读|稿件|附件|新闻|解读|文件|档案|政策|报道|报导|推荐|内容|资料|下载|公告|主题|专题|法规|图解|视频|图片)|友情链[接结]|友好链接|快速链接|常用链接|推荐(?:阅读|文章|新闻|信息|内容)|为您推荐|延伸阅读|(?:热门|热点|最新|精彩|近期|往期|点击|图片|头条)(?:文章|新闻|信息|资讯|推荐|阅读|排行|动态|公告|通知|回顾)|猜你喜欢|你可能(?:还)?(?:喜欢|感兴趣)|大家还在看|更多(?:新闻|内容|文章|信息))\\s*(?:$|[:：>])',
    '(?:政策|图文|文字|视频|图片|一图)(?:解读|读懂)\\s*[:：]',
    '(?:(?:责任|网站)?编辑|责编|审核|初审|复审|终审|一审|二审|三审|编审)\\s*[:：]',
    '[\\p{Script=Han}]{2,24}(?:政府|委员会|[局厅委]|医院|卫生健康|中心)(?:门户|官方|信息)?网站?$',
    '[\\p{Script=Han}]{2,12}(?:政务|信息|门户|新闻|卫健|卫生健康|健康|政府)网$',
    '(?:主办|承办|协办|主管|技术支持|运行维护|维护|建设|运维|网站管理)(?:单位|机构|方)?\\s*[:：]',
    '(?:版权(?:所有|归)|copyright|©|\\(c\\)\\s*20\\d{2}|all\\s+rights)',
    '[\\p{Script=Han}]{0,6}(?:icp|网|工信)备',
    '(?:备案(?:序)?号|网站备案|icp)',
    '[\\p{Script=Han}]?公网安备',
    '(?:政府)?网站标识码|党政机关网站|政府网站(?:找错|标识)',
    '(?:浏览|阅读|点击|访问|人气)(?:次数|人数|量|数|率)?\\s*[:：]',
    '(?:您是|你是|今日|总|累计)?(?:第\\s*\\d+\\s*)?(?:位)?(?:访客|访问(?:者|量|人次)|浏览量)\\s*[:：\\d]',
    '(?:建议使用|推荐使用|本站(?:支持|建议|已支持)|最佳(?:浏览|分辨率)|浏览本网|为了更好的浏览)',
    '(?:本站|本网站?|网站|本平台)(?:由|所有|声明|总|已?支持ipv6|访问量)',
    '(?:今天是|现在是|今日)\\s*[:：]?\\s*20\\d{2}',
    '(?:附件|文件|相关附件)?下载(?:附件|地址|文件|word|pdf|文档)?\\s*[:：]',
    '(?:原文|原文链接|本文链接|文章链接|链接地址|转载自|本文地址)\\s*[:：]',
    '(?:浏览|阅读|点击|访问|人气)(?:次数|人数|量|数|率)?\\s*\\d+\\s*次?$',
    '(?:>+|»|点击(?:此处|这里|进入)?)\\s*(?:点击|下载|查看|进入|返回|更多)',
    '[-—=·\\s]*(?:end|完)[-—=·\\s]*$',
    '(?:您|你)(?:访问|正在|即将|点击|已|好)[^。]{0,60}(?:链接|网站|离开|访问|登录|页面)',
    '(?:感谢(?:您|你)|谢谢(?:您|你)?)(?:对|的|使用|访问|阅读|参与)',
    '(?:https?://)?www\\.[a-z0-9.-]+/?$',
    '(?:https?://)[^\\s\\p{Script=Han}]+$',
    '(?:关联|相关)(?:文件|稿件|解读|政策)\\s*(?:$|[:：])',
    '(?:免责|版权|特别)声明\\s*[:：]',
    '(?:您的浏览器|请开启javascript|javascript|该页面)',
  ].join('|')})`,
  'u',
)

/** Counts only beside other furniture: a notice too may end with an address and a telephone number. */
const FOOTER = new RegExp(
  `^(?:${[
    '(?:(?:单位|联系|办公|通讯|通信)?地址|邮政编码|邮\\s*编|(?:联系|办公|值班|咨询|监督|举报|服务|投诉)?电话|传\\s*真|(?:电子)?邮箱|e-?mail|网址|办公时间|工作时间)\\s*[:：]',
    '(?:19|20)\\d{2}[-/.年]\\d{1,2}[-/.月]\\d{1,2}日?\\s+\\d{1,2}:\\d{2}(?::\\d{2})?',
    '来源\\s*[:：]',
    '\\d{1,6}$',
    '[|｜>»/\\s]+$',
  ].join('|')})`,
  'u',
)

/** A page seldom speaks in sentences, and then of itself. */
const OF_THE_SITE = /本站|本网|网站|浏览器|版权|copyright|转载|二维码|扫一扫|分辨率|javascript|icp备/u
const PUBLISHING_FACT = new RegExp(`${FACT}\\s*[:：丨|]`, 'gu')
const FACT_START =
  /^[([【]?(?:发布|更新|信息来源|文章来源|稿件来源|来源|作者|浏览|阅读|点击|编辑|责任编辑|审核|供稿|撰稿)/u
const FILE_LINK =
  /^(?:\d{1,2}\s*[.、]\s*)?\S[^。；;]{0,80}\.(?:docx?|pdf|xlsx?|wps|et|zip|rar|ofd|ceb|jpe?g|png)(?:\s*[([【].{0,30}[)\]】])?(?:\s*(?:下载|预览|点击下载))?$/u
/** Over the names of files to be had from the page. */
const FILES = /^(?:相关)?(?:附件|文件)(?:列表|下载)?\s*[:：]?$/u
const CRUMB = /^[^。；;:：，,]{1,60}$/u
const LONGEST_CHROME = 160
const LONGEST_WORD = 12

/** Lines that belong to the web page and not to the document it shows. */
export function findPageChrome(lines: readonly Line[]): readonly Exclusion[] {
  const filled = lines.filter(({ view }) => view !== '')
  const chrome = filled.map(isChrome)
  const spread = (index: number, neighbour: number) => {
    if (chrome[neighbour] && isWeak(filled[index])) chrome[index] = true
  }
  for (const [index, { view }] of filled.entries()) {
    if (FILES.test(view) && FILE_LINK.test(filled[index + 1]?.view ?? '')) chrome[index] = true
  }
  for (let index = 1; index < filled.length; index++) spread(index, index - 1)
  for (let index = filled.length - 2; index >= 0; index--) spread(index, index + 1)
  return filled
    .filter((_, index) => chrome[index])
    .map(({ content }) => ({ ...content, reason: 'page_chrome' }))
}

function isChrome({ view }: Line): boolean {
  if (view === '' || view.length > LONGEST_CHROME || (/。$/u.test(view) && !OF_THE_SITE.test(view)))
    return false
  if (/[。；;!?]\s*[^\s。]/u.test(view) && !/(?:icp备|公网安备|版权所有|copyright)/u.test(view)) return false
  if (CHROME_START.test(view) || isWordsOnly(view) || isCrumb(view) || FILE_LINK.test(view)) return true
  if (/(?:icp备\s*\d|公网安备\s*\d|网站标识码)/u.test(view)) return true
  const facts = view.match(PUBLISHING_FACT)?.length ?? 0
  return facts >= 2 || (facts === 1 && FACT_START.test(view))
}

/** Controls alone, or several controls and menu words. */
function isWordsOnly(view: string): boolean {
  const words = view.split(/[\s|｜丨/·>»›,，、[\]【】()<:：]+/u).filter((word) => word !== '')
  const controls = words.filter((word) => CONTROL.test(word)).length
  const isMostly = controls > 2 && controls * 3 >= words.length * 2 && words.every((word) => word.length < 9)
  if (isMostly) return true
  if (controls === 0 || words.some((word) => !CONTROL.test(word) && !MENU.test(word))) return false
  return words.length > 1 || [...(words[0] ?? '')].length > 1
}

/** A path through a site's menu: several short words with arrows between them. */
function isCrumb(view: string): boolean {
  if (!CRUMB.test(view)) return false
  const steps = view.split(/\s*(?:>+|»|›|→|->|＞|》>)\s*/u).filter((step) => step !== '')
  return steps.length > 2 && steps.every((step) => step.length <= 24)
}

function isWeak(line: Line | undefined): boolean {
  if (line === undefined || line.view.length > LONGEST_CHROME) return false
  const words = line.view.split(/[\s|｜>»›/]+/u).filter((word) => word !== '')
  if (FOOTER.test(line.view) || words.every((word) => MENU.test(word) || CONTROL.test(word))) return true
  const isShort = words.length > 1 && words.every((word) => word.length <= LONGEST_WORD)
  return isShort && words.some((word) => MENU.test(word) || CONTROL.test(word)) && !/[。；]/u.test(line.view)
}
