/** Verbs that promise no deed by themselves. */
const VAGUE_VERBS =
  '全力以赴|开创|谱写|迈上|再上|奋力|推向|加强|强化|推进|推动|深化|提升|提高|完善|健全|优化|落实|贯彻|抓好|做好|抓实|坚持|坚决|确保|促进|巩固|营造|夯实|树牢|牢固树立|树立|增强|发挥|凝聚|引导|激发|打造|构建|统筹|狠抓|压实|弘扬|围绕|聚焦|服务|助力|保障|形成|实现|取得|改善|扎牢|筑牢|加快|改进|转变|创新|拓展|把握|适应|满足|支持|鼓励|注重|突出|开展|组织|严格|规范|抓'
const VAGUE_NOUNS =
  '卫生健康|医疗卫生|人民群众|人民健康|广大群众|干部职工|党员干部|高质量发展|重要作用|积极作用|能力水平|工作水平|工作机制|工作格局|良好氛围|良好环境|思想基础|新局面|新台阶|新突破|新成效|新进展|新作为|新发展|合力|环境|氛围|水平|能力|质量|效率|效能|意识|作用|机制|体系|制度|建设|工作|发展|事业|系统|行业|服务|管理|任务|责任|措施|要求|部署|决策|精神|大局|中心|全局|作风|作为|担当|形象|基础|基石|支撑|格局|成效|实效|成果|问题|短板|弱项|优势|动力|活力|力度|深度|广度|内涵|特色|亮点|品牌|理念|思想|方针|方向|目标|重点|关键|各项|各类|相关|有关|社会|经济|文化|群众|全市|全区|全县|全省|全系统|我市|我区|我县|卫健|健康|医疗|卫生|党'
const MANNER =
  '不断|进一步|持续|深入|扎实|切实|全面|积极|大力|着力|努力|认真|稳步|有效|有力|有序|始终|全力|高质量|高标准|高水平|更好|更加|更高|继续|深入学习|加大|健康|良好|主动|自觉|创造性|科学|合理|统一|协调|有机|紧密|充分|广泛|切实有效|规范|精准|精细'
const IDLE = new RegExp(
  `${MANNER}|${VAGUE_VERBS}|${VAGUE_NOUNS}|[的和与及并以为等、，,。；;：:\\s地得使在对把将了]`,
  'gu',
)
/** Names, figures and bodies make a sentence tell something. */
const TELLING =
  /[\d《“"]|[一二两三四五六七八九十百]+(?:个|项|家|所|支|次|类|级|批)|(?:办公室|委员会|局(?!面)|科室|医院|中心|卫生院|站|所|乡镇|街道|企业|学校|机构)/u
/** Letters that may be left when all idle words are gone. */
const MOST_LEFT = 4
const SHORTEST = 8

/** Whether a sentence names no body, no deed that can be checked, no figure and no time. @param view normalised text */
export function isEmptyPhrase(view: string): boolean {
  const words = view.replace(/[\s。；;]/gu, '')
  if (words.length < SHORTEST || TELLING.test(words)) return false
  return words.replace(IDLE, '').length <= MOST_LEFT
}
