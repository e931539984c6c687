import fc from 'fast-check'

const NUMBERING = [
  '一、',
  '二、',
  '十一、',
  '（一）',
  '(二)',
  '（ 三 ）',
  '1.',
  '2．',
  '12、',
  '（1）',
  '(2)',
  '3)',
  '①',
  '②',
  '第一章　',
  '第二部分 ',
  '附件',
  '附件2：',
  '一是',
  '1.1',
  '20.5',
]
const WORDS = [
  '加强疾控体系建设',
  '家庭医生签约率达到75%以上',
  '新增床位200张',
  '到2024年，三级医院达到35家',
  '總體要求',
  '推進醫藥衛生體制改革',
  '全市',
  '2022年工作要点',
  '卫生健康工作安排',
  '𠮷田医院',
  '👩‍⚕️',
  '🏥',
  'COVID-19',
  '8000 管',
  '《健康中国》',
  '“三医联动',
  '（含普惠）',
  '(未闭合',
  '3-5个',
  '1,200人次',
  '大发体育',
  '凯时国际',
  '时时彩',
  '[bookmark: _GoBack]',
  '&nbsp;',
  '<br/>',
  '\u200b',
  '\ufeff',
  'TOC \\o "1-3" \\h',
]
const LINES = [
  '',
  ' ',
  '　　',
  '\t',
  '首页 > 政务公开',
  '字体大小：打印',
  '发布日期：2021-03-05 来源：某局',
  '索引号：123456/2022-1',
  '主动公开',
  '2022-03-29',
  '2022年3月29日',
  '某市卫生健康局',
  '（某市卫生健康委员会 2023年5月31日）',
  '扫一扫在手机打开当前页',
  '各区卫生健康局：',
  '关于印发《2022年工作要点》的通知',
  '2022年某市卫生健康工作要点',
  '总体思路',
  '| 序号 | 指标 | 单位 |',
  '| 1 | 床位 | 张 |',
  '无码人妻|中文字幕|波多野|AV在线|免费视频|成人',
  '娱乐城开户|百家乐|六合彩|时时彩|老虎机',
]
const MARKS = ['。', '；', '，', '：', '、', '！', '?', '…', ' ', '　', '”', '）', ')', '']

const sentence = fc
  .array(fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(...MARKS)), { minLength: 1, maxLength: 6 })
  .map((parts) => parts.flat().join(''))

const numbered = fc
  .tuple(fc.constantFrom('', ' ', '　　', '[bookmark: a]'), fc.constantFrom(...NUMBERING), sentence)
  .map((parts) => parts.join(''))

/** A paragraph of several numbered items in one line, or a long one without any. */
const paragraph = fc
  .array(fc.oneof(sentence, numbered), { minLength: 1, maxLength: 12 })
  .map((parts) => parts.join('。'))

const line = fc.oneof(fc.constantFrom(...LINES), sentence, numbered, paragraph)

/** Texts of random lines such as plans and the pages around them hold, with any line break. */
export const lineSoup = fc
  .array(fc.tuple(line, fc.constantFrom('\n', '\n', '\n', '\r\n', '\n\n', '\r')), { maxLength: 24 })
  .map((lines) => lines.flat().join(''))
