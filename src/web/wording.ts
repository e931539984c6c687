import type { DocumentSummaryJson } from '../api/document-schema.ts'
import type { AnswerJson, CitationJson, SentenceJson } from '../api/schema.ts'

export type DocumentKindJson = DocumentSummaryJson['kind']

/** What stands where a document does not say something. */
export const NOT_STATED = '未载明'

/** Explicit AI label (GB 45438-2025) on the page, in copies and on paper. */
export const REVIEW_LABEL = '辅助检索，须人工审核'

const KIND: Readonly<Record<DocumentKindJson, string>> = {
  annual_plan: '年度工作要点',
  multi_year_plan: '多年行动计划',
  other: '其他文件',
}

export const KINDS = Object.keys(KIND) as readonly DocumentKindJson[]

type LevelJson = NonNullable<DocumentSummaryJson['jurisdiction']>['level']

export const LEVELS: readonly (readonly [LevelJson, string])[] = [
  ['nation', '国家'],
  ['province', '省级'],
  ['city', '市级'],
  ['county', '县级'],
  ['district', '区级'],
]

const REASON: Readonly<Record<string, string>> = {
  page_chrome: '网页元素',
  running_line: '页眉页脚',
  repeated_title: '重复标题',
  seo_spam: '垃圾广告',
  injected_term: '混入的无关词语',
  editor_residue: '编辑软件残留',
  metadata_run: '网页信息栏',
  by_person: '人工排除',
}

const CHECK: Readonly<Record<string, string>> = {
  quote: '引文',
  source: '来源',
  join: '衔接处',
  number: '数字',
  quantity: '数量',
  date: '日期',
  year: '年份',
  name: '名称',
  place: '地区',
  region: '地区',
  negation: '否定',
  obligation: '要求程度',
  comparator: '比较关系',
}

const VERDICT: Readonly<Record<SentenceJson['verdict'], string>> = {
  quoted: '与原文一致',
  proven: '有依据',
  contradicted: '与原文不符',
  unproven: '未证实',
}

export function verdictLabel(verdict: SentenceJson['verdict']): string {
  return VERDICT[verdict]
}

export function kindLabel(kind: DocumentKindJson): string {
  return KIND[kind]
}

export function reasonLabel(reason: string): string {
  return REASON[reason] ?? '非正文'
}

/** 网页元素 3 处 24 字；垃圾广告 1 处 96 字 */
export function exclusionLabel(excluded: DocumentSummaryJson['excluded']): string {
  if (excluded.length === 0) return '没有排除任何文字'
  return excluded
    .map(({ reason, count, characters }) => `${reasonLabel(reason)} ${count} 处 ${countLabel(characters)} 字`)
    .join('；')
}

/** One check of a sentence in words: what was looked at and what came out. */
export function checkText({ kind, value, ok, note }: SentenceJson['checks'][number]): string {
  if (kind === 'span') return ok ? `出处在《${note}》之中` : note
  return `${CHECK[kind] ?? '核对'}“${value.replace(/：$/u, '')}”：${note === '' ? (ok ? '相符' : '不符') : note}`
}

/** 2022年, 2022—2024年, or 2021、2023年 when years in between are missing. */
export function yearsLabel(years: readonly number[]): string {
  const ordered = [...new Set(years)].sort((a, b) => a - b)
  const first = ordered[0]
  const last = ordered.at(-1)
  if (first === undefined || last === undefined) return ''
  if (ordered.length === 1) return `${first}年`
  return last - first === ordered.length - 1 ? `${first}—${last}年` : `${ordered.join('、')}年`
}

/** The two ends of a period as the years it names. */
export function periodLabel(period: readonly [number, number] | null): string {
  if (period === null) return NOT_STATED
  const [from, to] = period
  return from === to ? `${from}年` : `${from}—${to}年`
}

export function pathLabel(path: readonly string[]): string {
  return path.length === 0 ? '篇首' : path.join(' › ')
}

/** 青岛市，2022—2024年 */
export function placeAndYears(citation: Pick<CitationJson, 'jurisdiction' | 'years'>): string {
  return [citation.jurisdiction ?? '地区未载明', yearsLabel(citation.years) || '年份未载明'].join('，')
}

/** Name of a citation chip for assistive technology. */
export function chipName(citation: CitationJson, label: string): string {
  const page = citation.page === null ? '' : `，第${citation.page}页`
  return `${label}：${citation.document_title}，${pathLabel(citation.path)}${page}`
}

/** Rounded down, so that 99.99 % never reads as 100 %. */
export function percentLabel(share: number): string {
  return share >= 1 ? '100%' : `${(Math.floor(share * 10_000) / 100).toFixed(2)}%`
}

/** How much of the wording two documents share; an estimate, so whole numbers. */
export function resemblanceLabel(share: number): string {
  return `${Math.round(share * 100)}%`
}

export function countLabel(count: number): string {
  return count.toLocaleString('zh-CN')
}

export function millisecondsLabel(timings: AnswerJson['timings_ms']): string {
  const { total, ...steps } = timings
  const sum = total ?? Object.values(steps).reduce((all, step) => all + step, 0)
  return sum >= 1000 ? `${(sum / 1000).toFixed(1)} 秒` : `${Math.max(1, Math.round(sum))} 毫秒`
}

/** The time of day where it was today, else the day. */
export function whenLabel(instant: string, now = new Date()): string {
  const then = new Date(instant)
  if (then.toDateString() === now.toDateString())
    return then.toLocaleTimeString('zh-CN', { timeStyle: 'short' })
  const day = `${then.getMonth() + 1}月${then.getDate()}日`
  return then.getFullYear() === now.getFullYear() ? day : `${then.getFullYear()}年${day}`
}

/** 2026年11月21日 22:44, in the reader's time zone. */
export function timeLabel(instant: string): string {
  return new Date(instant).toLocaleString('zh-CN', { dateStyle: 'long', timeStyle: 'short' })
}

/** How the words of an answer came about. */
export function originLabel(answer: Pick<AnswerJson, 'mode' | 'model'>): string {
  return answer.mode === 'extractive'
    ? '摘自原文，未经改写'
    : `由模型${answer.model ?? ''}组织文字，逐句核对原文`
}
