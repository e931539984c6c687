import { bareName, parseChineseNumeral } from '../../../text/index.ts'
import { foldedView } from '../word/fold.ts'
import type { PreparedEvidence } from './evidence.ts'

/** The words in front of a claim that say where it is from: 《…》提出，. */
export interface NamedSource {
  readonly name: string
  /** Length of all of it in the claim. */
  readonly length: number
}

const SAYING =
  '(?:中|里)?(?:明确提出|明确要求|明确规定|明确指出|提出|明确|指出|规定|要求|强调|部署|显示|载明|写明|写道|表明|公布|通报|提到|提及|称|确定|安排|披露|介绍|透露|表示|公告)了?'
const NAMED = new RegExp(
  `^(?:根据|按照|依据|依照|据|在)?(?<name>[^,;。:]{0,20}《[^》]{2,80}》|[^,;。:《》]{2,40}?)(?:${SAYING}[,:]?|(?:的)?(?:规定|要求|部署|安排)?,)`,
  'u',
)
const YEAR = /(?:19|20)\d{2}/gu
const GENERIC =
  /^(?:该|本|这份|这一|此)?(?<kind>文件|计划|方案|要点|工作要点|通知|报告|工作报告|公报|统计公报|规划|意见|办法|预算报告|行动计划)$/u
const DOCUMENT_WORD =
  /要点|计划|方案|通知|报告|公报|规划|意见|办法|预算|安排|决定|预案|规定|结果|公告|发布会|通报|答复|回复|说明|决算|规则|标准|指南|条例|细则|纲要|白皮书|清单|措施/u

/** The source a claim names; undefined when it names none. @param view normalised claim */
export function namedSource(view: string): NamedSource | undefined {
  const match = NAMED.exec(view)
  if (match === null) return undefined
  const name = match.groups?.name ?? ''
  const isOpinion = /^(?:根据|按照|依据|依照|据)/u.test(view)
  // 落实…要求, is a clause of its own; only a title or a saying makes a source of what stands in front.
  if (!name.includes('《') && !isOpinion && !new RegExp(`${SAYING}[,:]?$`, 'u').test(match[0]))
    return undefined
  return { name, length: match[0].length }
}

/** Whether a document may be called so: by its title or a telling part of it, by its place, or as 该文件. */
export function isCalled(name: string, prepared: PreparedEvidence): boolean {
  const called = name.replace(/[《》"'“”\s]/gu, '').replace(/(?<=[省市县区])的/u, '')
  const { titleView } = prepared
  const kind = GENERIC.exec(called)?.groups?.kind
  if (kind !== undefined) return kind === '文件' || titleView.includes(kind)
  if (prepared.jurisdictions.some((place) => called === place || called === bareName(place))) return true
  if (called === titleView || (called.length > 1 && homesOf(prepared).includes(called))) return true
  if (titleView.includes(called)) return called.length >= 4 && DOCUMENT_WORD.test(called)
  const rest = prepared.jurisdictions.reduce((words, place) => words.replace(place, ''), called)
  if (rest !== called && rest.length >= 4 && DOCUMENT_WORD.test(rest) && titleView.includes(rest)) return true
  if (isShortFor(called, prepared)) return true
  // A title repeated at the head of the text itself.
  return prepared.view
    .slice(0, 200)
    .split('\n')
    .some((line) => foldedView(line).replace(/[《》\s]/gu, '') === called)
}

/** 贵州省2022年统计公报 for the full title: its place, its years, and its letters in their order. */
function isShortFor(called: string, { titleView, jurisdictions }: PreparedEvidence): boolean {
  const years = called.match(YEAR) ?? []
  const titled = titleView.replace(/[〇零一二三四五六七八九]{4}(?=年)/gu, digitsOf)
  if (!DOCUMENT_WORD.test(called) || called.length < 5 || !years.every((year) => titled.includes(year)))
    return false
  const place = /^[\p{Script=Han}]{2,7}?(?:省|自治区|市|自治州|州|县|区|旗|特别行政区)/u.exec(called)?.[0]
  if (place !== undefined && !titled.includes(place) && !jurisdictions.includes(place)) return false
  let at = 0
  for (const letter of called.replace(YEAR, '').replace(/年度?/gu, '')) {
    at = titled.indexOf(letter, at) + 1
    if (at === 0) return false
  }
  return true
}

function digitsOf(numeral: string): string {
  return String(parseChineseNumeral(numeral) ?? numeral)
}

const NATION = /全国|我国|国家|国务院|中国|部关于|总局|总署|[一-龥]部\d/u

/** All names of the document's own place: 青岛市, 青岛, 全市, 我市, 本市, 市. */
export function homesOf({ jurisdictions, titleView }: PreparedEvidence): readonly string[] {
  const last = jurisdictions.at(-1)
  if (last === undefined) return NATION.test(titleView) ? ['全国', '我国'] : []
  const ending = /(?:自治区|.)$/u.exec(last)?.[0] ?? ''
  const level = ending === '自治区' ? '区' : ending
  const relative = /[省市县区州旗]/u.test(level)
    ? [`全${level}`, `我${level}`, `本${level}`, `该${level}`, level]
    : []
  return [...new Set([jurisdictions.join(''), last, bareName(last), ...relative])]
}
