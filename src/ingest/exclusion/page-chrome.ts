import type { Exclusion } from '../../corpus/index.ts'
import type { Line } from '../line.ts'

/** Controls and furniture of a web page; each alternative stands at the start of a short line. */
const CHROME_START = new RegExp(
  `^(?:${[
    '(?:当前|您?现在的?|您的?)位置[:：]',
    '首页\\s*(?:[>»/|-]|$)',
    '字[体号](?:大小)?\\s*[:：]',
    '[【\\[]?\\s*(?:打印|关闭|收藏|返回|字体|分享|纠错|大|中|小)[^。]{0,12}[】\\]]',
    '(?:打印|关闭窗口|关闭本页|我要打印|打印本页|返回顶部|返回列表|分享到|分享至|收藏本页|加入收藏|网站地图|无障碍|长者模式|关怀版)',
    '扫(?:一扫|码)',
    '用?手机(?:扫|查看|打开|浏览)',
    '(?:上|下)一[篇条页]\\s*[:：]?',
    '(?:相关(?:文章|链接|信息|阅读|稿件|附件)|友情链接|推荐阅读|热门文章)',
    '(?:责任)?编辑\\s*[:：]',
    '[\\p{Script=Han}]{2,20}(?:政府|委员会|[局厅委])(?:门户|官方)?网站$',
    '[\\p{Script=Han}]{2,10}政务网$',
    '(?:主办|承办|协办|技术支持)(?:单位)?\\s*[:：]',
    '(?:版权所有|copyright|©)',
    '[\\p{Script=Han}]{0,4}icp备',
    '[\\p{Script=Han}]?公网安备',
    '(?:网站标识码|政府网站标识码)',
    '(?:浏览|阅读|点击|访问)(?:次数|量|数)?\\s*[:：]',
    '(?:(?:微信|微博|qq空间|qq好友|朋友圈|人人网)\\s*)+$',
  ].join('|')})`,
  'u',
)

/** Publishing facts a web page prints in one line above the text. */
const PUBLISHING_FACT =
  /(?:(?:发布|更新)?(?:日期|时间)|发布机构|(?:信息|文章)?来源|作者|(?:浏览|点击|阅读)(?:次数|量|数)|字体)\s*[:：]/gu

const LONGEST_CHROME = 120

/** Entries of a site's menu; a plan may head a section with such words, so they count only beside other furniture. */
const MENU =
  /^(?:(?:网站)?首页|(?:政务|政府信息|信息)公开|(?:互动|政民)交流|(?:办事|政务|公共)服务|新闻(?:中心|动态)|工作动态|机构(?:概况|职能|设置)|专题专栏|解读回应|公众参与|数据开放|网上办事|政策(?:文件|法规|解读)|通知公告)$/u

/** Lines that belong to the web page and not to the document it shows. */
export function findPageChrome(lines: readonly Line[]): readonly Exclusion[] {
  const filled = lines.filter(({ view }) => view !== '')
  const chrome = filled.map(isChrome)
  const spread = (index: number, neighbour: number) => {
    if (chrome[neighbour] && MENU.test(filled[index]?.view ?? '')) chrome[index] = true
  }
  for (let index = 1; index < filled.length; index++) spread(index, index - 1)
  for (let index = filled.length - 2; index >= 0; index--) spread(index, index + 1)
  return filled
    .filter((_, index) => chrome[index])
    .map(({ content }) => ({ ...content, reason: 'page_chrome' }))
}

function isChrome(line: Line): boolean {
  if (line.view === '' || line.view.length > LONGEST_CHROME) return false
  if (/[。；;]\s*\S/.test(line.view)) return false
  if (CHROME_START.test(line.view)) return true
  const facts = line.view.match(PUBLISHING_FACT)?.length ?? 0
  return facts >= 2 || (facts === 1 && /^(?:发布|更新|信息来源|文章来源|来源|作者)/.test(line.view))
}
