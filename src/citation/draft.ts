import type { Corpus, IndexedDocument, Range, Span } from '../corpus/index.ts'
import { contains, subtract } from '../corpus/index.ts'
import { sentencesIn, trimMarks } from '../text/index.ts'
import { type Citation, resolveCitation } from './citation.ts'
import {
  areOwnWords,
  BRINGS,
  NOT_THERE,
  REMARKS,
  type ReadBlank,
  readBlanks,
  unseenIn,
} from './draft-blank.ts'

/** A sentence of a draft: quotations in the order of their use, with words in 〔〕 for what is left open. */
export interface DraftClaim {
  readonly text: string
  readonly spans: readonly Span[]
  /** The draft's own year as its writer gave it; it may stand where the source has the year it was written for. */
  readonly year?: number
}

export interface ProvenDraft {
  readonly text: string
  readonly verdict: 'quoted' | 'unproven'
  /** Empty unless it is quoted. */
  readonly citations: readonly Citation[]
  /** Why not, in plain Chinese; null when it is quoted. */
  readonly fault: string | null
}

const NEGATION = /[不未无非勿]|禁止|严禁|避免|防止|杜绝|取消|停止/u
/** A clause that limits what follows it: it must not be left out alone. */
const CONDITION =
  /(?:基础上|前提下|情况下|条件下|的同时|之前|之后|以前|以后|期间|过程中|[时后前])$|^(?:在|如|若|除|因|凡|当|经|按|以)|^(?:根据|依据|针对|围绕|按照|对于|通过(?![^，,]*(?:验收|评审|评估|认证|认定))|依托|结合|聚焦|随着|鉴于|鼓励|支持|允许|试点|争取|原则上)/u
/** These open a clause that is whole by itself when a deed follows: 为三家卫生院配备…. */
const TOWARDS = /^(?:对|将|把|为|由|从|向)/u
const DEED = /配备|配置|增加|增配|建成|打造|提供|完成|购置|采购|改造|更新|安装|投用|投入|达到|转化|纳入/u
/** A verb at the head of a clause: whoever does it was named before. */
const VERB =
  /^(?:(?:力争|确保|争取|继续|加快|尽快|全面|持续|进一步|不断|积极|大力|着力|努力|深入|扎实|切实|稳步|有序|有效|同步|同时|基本|逐步|重点|统筹|科学|严格|规范)*)(?:争创|迎接|承担|解决|打通|接受|参加|召集|选树|评选|储备|轮换|扎实|抓|新增|新建|新创|建设|建立|建成|组建|完成|实现|达到|启动|推进|推动|推行|推广|开展|实施|加强|强化|提升|提高|完善|健全|优化|落实|深化|打造|创建|培育|培养|引进|招聘|招录|选派|配备|配置|购置|更新|改造|制定|出台|印发|编制|组织|举办|召开|支持|鼓励|引导|指导|督促|探索|试点|扩大|增加|降低|减少|控制|保持|保障|做好|抓好|做实|做强|做优|抓实|发展|促进|巩固|规范|整合|设立|成立|搭建|上线|投入|投用|通过|获评|谋划|协调|配合|参与|承接|承办|举行|整治|打击|查处|排查|监测|评估|考核|验收|宣传|普及|培训|轮训|筛查|救治|签约|覆盖|整体|搬迁|竣工|开工|主体|累计|总数|年内|年底|每年|每月|每季度|各)/u
const TIME =
  /^(?:力争|争取|确保)?(?:到|至|于)?(?:\d{4}年|\d{1,2}月|年[底内]|[上下]半年|第?[一二三四]季度|今年|全年)/u
/** A clause that leans on the one before it. */
const LEANS =
  /^(?:并(?!发)|且|而|使|以(?!上|下|内|外)|从而|进而|其|该|此|由此|因此|否则|但|不|直至|及其|和|与|或)/u
interface Step {
  readonly range: Range
  readonly blanks: readonly ReadBlank[]
  readonly isYear: boolean
}

/**
 * Proves a sentence of a draft: each of its characters is an exact quotation of its spans, all of one sentence of one
 * original and in its order, or a word in 〔〕 of the closed list; what a bracket repeats stood in its place. Whole clauses
 * may be left out where nothing else hangs on them. A sentence of brackets alone names the place it leaves open.
 */
export function proveDraft(claim: DraftClaim, corpus: Corpus): ProvenDraft {
  const citations = claim.spans.flatMap((span) => resolveCitation(span, corpus) ?? [])
  const [first] = citations
  const indexed = first && corpus.documents.get(first.span.documentId)
  const fault =
    first === undefined || indexed === undefined || citations.length < claim.spans.length
      ? '没有出处，或出处不在文库之中'
      : faultOf(claim, citations, indexed)
  return {
    text: claim.text,
    verdict: fault === null ? 'quoted' : 'unproven',
    citations: fault === null ? citations : [],
    fault,
  }
}

/** A bracket of a draft's sentence, and the words of the original in whose place it stands; none for a remark. */
export interface OpenPlace {
  readonly mark: string
  readonly words: string
}

/** A proven sentence's brackets in order, and the sentence with the original's words in their places. */
export interface Reopened {
  readonly text: string
  readonly places: readonly OpenPlace[]
}

/** Undefined when the sentence is not proven, or is left open as a whole. */
export function reopen(claim: DraftClaim, corpus: Corpus): Reopened | undefined {
  const { verdict, citations } = proveDraft(claim, corpus)
  const [first] = citations
  const indexed = first && corpus.documents.get(first.span.documentId)
  if (verdict !== 'quoted' || indexed === undefined || isBlankOnly(claim.text)) return undefined
  const home = homeOf(
    citations.map(({ span }) => span),
    indexed,
  )
  const steps = home === undefined ? '' : stepsOf(claim, citations, home)
  if (typeof steps === 'string') return undefined
  const filled = steps.map(({ range, blanks }) => {
    const gap = subtract(range, indexed.document.exclusions)
      .map(({ start, end }) => indexed.document.text.slice(start, end))
      .join('')
    const at = blanks.findIndex(({ name }) => !REMARKS.has(name))
    return blanks.map(({ mark }, place) => ({ mark, words: place === at ? gap : '' }))
  })
  const text = filled
    .map((own, at) => own.map(({ words }) => words).join('') + (citations[at]?.quote ?? ''))
    .join('')
  return { text, places: filled.flat() }
}

function faultOf(claim: DraftClaim, citations: readonly Citation[], indexed: IndexedDocument): string | null {
  const spans = citations.map(({ span }) => span)
  if (spans.some(({ documentId }) => documentId !== indexed.document.id)) return '引文出自不同的文件'
  if (spans.some((span) => !isReadable(span, indexed))) return '引文含有已排除的内容'
  if (isBlankOnly(claim.text)) return blankFault(claim.text, citations)
  const home = homeOf(spans, indexed)
  if (home === undefined) return '引文不在同一句话里，或次序与原文不同'
  const steps = stepsOf(claim, citations, home)
  if (typeof steps === 'string') return steps
  for (const [at, step] of steps.entries()) {
    const fault = gapFault(step, placeOf(steps, at), home, indexed)
    if (fault !== null) return fault
  }
  return null
}

function isBlankOnly(text: string): boolean {
  const { at } = readBlanks({ text }, 0, undefined)
  return at > 0 && /^[。；;]?$/u.test(text.slice(at))
}

/** Of a sentence that is left open as a whole its one span is what it takes the place of. */
function blankFault(text: string, [place, other]: readonly Citation[]): string | null {
  const { blanks } = readBlanks({ text }, 0, undefined)
  if (place === undefined || other !== undefined) return '〔〕只能取代一处原文'
  return areOwnWords(blanks, place.quote) ? null : NOT_THERE
}

function isReadable(span: Range, { document: { exclusions, text } }: IndexedDocument): boolean {
  const open = subtract(span, exclusions)
  return open.length === 1 && open[0]?.start === span.start && open[0].end === span.end && text.length > 0
}

/** The sentence that holds all spans, in ascending order. */
function homeOf(spans: readonly Range[], indexed: IndexedDocument): Range | undefined {
  const [first] = spans
  const last = spans.at(-1)
  if (first === undefined || last === undefined) return undefined
  if (spans.some((span, at) => at > 0 && span.start < (spans[at - 1]?.end ?? 0))) return undefined
  const all = { start: first.start, end: last.end }
  return stretchesOf(indexed)
    .filter((stretch) => contains(stretch, all))
    .flatMap((stretch) => [...sentencesIn(indexed.document.text, stretch)])
    .find((sentence) => contains(sentence, all))
}

/** Headings without their numbers, and what stands between two headings. */
function stretchesOf({ document: { sections, text } }: IndexedDocument): readonly Range[] {
  const borders = [...new Set([0, text.length, ...sections.flatMap((one) => [one.start, one.headingEnd])])]
  borders.sort((a, b) => a - b)
  const numbers = new Map(sections.map((one) => [one.start, one.number.length]))
  return borders.slice(1).map((end, at) => {
    const start = borders[at] ?? 0
    return { start: start + (numbers.get(start) ?? 0), end }
  })
}

/** What stands between the quotations, with the gap of the original that each takes; a fault when words are left over. */
function stepsOf(claim: DraftClaim, citations: readonly Citation[], home: Range): readonly Step[] | string {
  const steps: Step[] = []
  let at = 0
  let from = home.start
  for (const { span, quote } of citations) {
    const read = readBlanks(claim, at, quote)
    if (!claim.text.startsWith(quote, read.at)) return '有原文没有的文字'
    steps.push({ range: { start: from, end: span.start }, blanks: read.blanks, isYear: read.isYear })
    at = read.at + quote.length
    from = span.end
  }
  const read = readBlanks(claim, at, undefined)
  if (!/^。?$/u.test(claim.text.slice(read.at))) return '有原文没有的文字'
  steps.push({ range: { start: from, end: home.end }, blanks: read.blanks, isYear: read.isYear })
  return steps
}

interface Place {
  /** Whether the next bracket leaves open which stage comes next. */
  readonly isBeforeStage: boolean
  readonly isFirst: boolean
  readonly isLast: boolean
}

function placeOf(steps: readonly Step[], at: number): Place {
  const isBeforeStage = steps[at + 1]?.blanks.some(({ name }) => name === '下一步待定') === true
  return { isFirst: at === 0, isLast: at === steps.length - 1, isBeforeStage }
}

function gapFault(step: Step, place: Place, home: Range, indexed: IndexedDocument): string | null {
  const { document, view } = indexed
  const parts = subtract(step.range, document.exclusions)
  const gap = parts.map(({ start, end }) => document.text.slice(start, end)).join('')
  if (step.isYear) return isOwnYear(gap, indexed) ? null : '改写了原文的年份'
  const isReplaced = step.blanks.some(({ name }) => !REMARKS.has(name))
  if (!areOwnWords(step.blanks, gap)) return NOT_THERE
  if (/^[\s。；;，,、：:！!]*$/u.test(gap)) {
    if (isReplaced && gap.trim() === '') return '〔〕没有取代任何原文'
    return gap.trim() === '' || place.isFirst || place.isLast ? null : '略去了标点'
  }
  const isClauseStart = place.isLast || startsClause(step.range.end, home, view)
  if (isReplaced && !place.isLast && hidesCondition(gap, step.blanks)) return '略去了限定后文的分句'
  if (isReplaced && fuses(gap, step.range, place, view)) return '把两个分句连成了一句'
  if (isReplaced) return NEGATION.test(unseenIn(gap, step.blanks)) && !isClauseStart ? '略去了否定的词' : null
  return omissionFault(gap, step.range, place, isClauseStart, home, indexed)
}

/** A clause left out beside a bracket that tells only of itself. */
function hidesCondition(gap: string, blanks: Step['blanks']): boolean {
  if (blanks.some(({ name, old }) => old === undefined && !REMARKS.has(name))) return false
  return unseenIn(gap, blanks)
    .split(/[，,；;。]/u)
    .some((clause) => limits(clause.trim()))
}

/** Whether a bracket takes the place of a clause's border, with words of both clauses right beside it. */
function fuses(gap: string, range: Range, place: Place, view: string): boolean {
  if (place.isFirst || place.isLast || !/[，,；;。]/u.test(withoutNames(gap))) return false
  return !MARK.test(view[range.start - 1] ?? '') && !MARK.test(view[range.end] ?? '')
}

/** Marks in quotation marks and brackets part no clauses. */
function withoutNames(text: string): string {
  return text.replace(/[“"《（(][^”"》）)]*[”"》）)]/gu, '')
}

/** The year the document is for, with or without 年 behind it. */
function isOwnYear(gap: string, { document: { metadata } }: IndexedDocument): boolean {
  const years = metadata.years?.value ?? null
  return years !== null && years[0] === years[1] && gap.trim() === String(years[0])
}

function omissionFault(
  gap: string,
  range: Range,
  place: Place,
  isClauseStart: boolean,
  home: Range,
  { view }: IndexedDocument,
): string | null {
  if ((place.isFirst || place.isLast) && NOTE.test(gap)) return null
  if (place.isFirst && NUMBER.test(gap)) return null
  const isFromClause = place.isFirst || startsClause(range.start, home, view) || endsClause(range.start, view)
  if (isFromClause && !isClauseStart && BRINGS.test(gap) && place.isBeforeStage) return null
  if (!isFromClause || !isClauseStart) return '引文从句中截断'
  const left = gap.split(/[，,；;。]/u).map((clause) => clause.trim())
  if (place.isLast) return null
  if (left.some(limits)) return '略去了限定后文的分句'
  const next = view.slice(range.end, range.end + 24)
  const first = left.find((clause) => clause !== '') ?? ''
  const isNamed = first !== '' && !VERB.test(first) && !TIME.test(first) && !TOWARDS.test(first)
  if (isNamed && (VERB.test(next) || TIME.test(next))) return '略去了后文的主语'
  return LEANS.test(next) ? '略去了后文所依的分句' : null
}

function limits(clause: string): boolean {
  if (clause === '') return false
  return CONDITION.test(clause) || (TOWARDS.test(clause) && !DEED.test(clause))
}

/** A note in brackets at either end, such as who is responsible for what stands before it. */
const NOTE = /^\s*[（(〔][^（）()〔〕]*[）)〕]\s*$/u

/** The count in front of a heading. */
const NUMBER = /^[\s■◆●▲★□◇○▶►◎※]*(?:\d{1,2}[\s.、．]*)?$/u

const MARK = /[，,；;。：:！!？?\s]/u

function startsClause(offset: number, home: Range, view: string): boolean {
  return offset <= home.start || MARK.test(view[offset - 1] ?? '') || MARK.test(view[offset] ?? '')
}

function endsClause(offset: number, view: string): boolean {
  const { end } = trimMarks(view, { start: Math.max(0, offset - 1), end: offset })
  return end < offset || MARK.test(view[offset] ?? '') || offset >= view.length
}
