import type { Range } from '../corpus/index.ts'
import { subtract } from '../corpus/index.ts'
import {
  BARE_MEASURE,
  BARE_PREDICATE,
  CREATES,
  LEAD,
  PER_HEAD,
  SHARED_TAIL,
  SHARED_VERB,
  TRAIL,
} from './lexicon.ts'
import { joinWords, NO_WORDS, type Reading, sliceWords, type Words, wordsOf } from './reading.ts'
import type { Segment } from './segment.ts'

const STARTS_WITH_VERB = new RegExp(`^(?:${CREATES})`, 'u')
const NOT_A_NOUN = /^(?:\([^()]*\)|(?:并|且|后|时|目标|的目标)[^,，]*)$/u
const SUBJECT =
  /^.{2,}?(?:患者|居民|人群|医院|机构|项目|工程|疫情|制度|通道)(?=.*(?:率|数|量|投资|占比|比例)$)/u
const MEASURED = /(?:总投资|投资|总数|数量|总量|占比|比例)$/u
const BARE_STATE =
  /^(?:完成)?(?:达到[\p{Script=Han}]{0,8}标准|竣工验收|项目选址|选址|投资|投入(?:试)?(?:使用|运营|运行)|开工(?:建设)?|主体(?:封顶|结顶|完工)|结果互认|全部(?:达标|到位)|[各区县市()]*全覆盖|挂牌|验收|土地证办理.*)$/u
/** States that a clause may be about; its subject stands before them. */
const STATED =
  /(?:力争|争取)?(?:完成)?(?:达到[\p{Script=Han}]{0,8}标准|竣工验收|项目选址|桩基施工|开工(?:建设)?|竣工(?:验收|交付)?|主体(?:封顶|结顶)|投入(?:试)?(?:使用|运营|运行)|启用)$/u

/** The words of a range without what belongs to no noun: dates, base years, brackets with figures. */
function wordsWithout(reading: Reading, range: Range, holes: readonly Range[]): Words {
  if (range.end <= range.start) return NO_WORDS
  return wordsOf(reading, subtract(range, holes))
}

/** What is counted or measured, one for each figure of the segment; empty where the segment names nothing. */
export function indicatorsOf(reading: Reading, segment: Segment, holes: readonly Range[]): readonly Words[] {
  const first = segment.bounds[0]
  const last = segment.bounds.at(-1)
  if (first === undefined || last === undefined) return []
  const words = (start: number, end: number) => wordsWithout(reading, { start, end }, holes)
  const left = afterColon(words(segment.start, first.predicate.start))
  const right = nounOf(words(last.predicate.end, segment.end))
  if (segment.kind === 'nested') {
    const attributes = segment.bounds
      .slice(1)
      .map(({ predicate }, at) =>
        words(segment.bounds[at]?.predicate.end ?? predicate.start, predicate.start),
      )
    return [joinWords(trimLead(left), right), ...attributes.map((attribute) => joinWords(right, attribute))]
  }
  if (segment.kind === 'single') return [nounPhrase(left, right)]
  return subjectsOf(trimTrail(trimLead(left)), segment.bounds.length).map((subject) =>
    joinWords(subject, right),
  )
}

function nounPhrase(left: Words, right: Words): Words {
  return right.view === '' ? trimTrail(trimLead(left)) : joinWords(trimLead(left), right)
}

function afterColon(words: Words): Words {
  return sliceWords(words, Math.max(words.view.lastIndexOf(':'), words.view.lastIndexOf('：')) + 1)
}

function nounOf(words: Words): Words {
  const trimmed = trimEnd(sliceWords(words, /^[的、,，]*/u.exec(words.view)?.[0].length ?? 0))
  return NOT_A_NOUN.test(trimmed.view) ? NO_WORDS : trimmed
}

function trimEnd(words: Words): Words {
  return sliceWords(words, 0, words.view.replace(/[、,，。;；和及与:]+$/u, '').length)
}

export function trimLead(words: Words): Words {
  return sliceWords(words, LEAD.exec(words.view)?.[0].length ?? 0)
}

function trimTrail(words: Words): Words {
  return sliceWords(words, 0, words.view.replace(TRAIL, '').length)
}

/** 高血压、糖尿病患者规范管理率 for two figures: 高血压患者规范管理率 and 糖尿病患者规范管理率. */
function subjectsOf(words: Words, count: number): readonly Words[] {
  const items = splitList(words)
  const [first, last] = [items[0], items.at(-1)]
  if (items.length !== count || first === undefined || last === undefined) {
    return Array.from({ length: count }, () => words)
  }
  const tailAt = last.view.slice(1).search(SHARED_TAIL) + 1
  const tail = tailAt === 0 ? NO_WORDS : sliceWords(last, tailAt)
  const head = headOf(first)
  return items.map((item, at) => {
    const isComplete =
      at === count - 1 || item.view.slice(1).search(/(?:率|数|比例|占比|水平|费用|增幅)$/u) !== -1
    const own = isComplete ? item : joinWords(item, tail)
    return at === 0 || startsAlike(item, head) ? own : joinWords(head, own)
  })
}

function startsAlike(item: Words, head: Words): boolean {
  return head.view === '' || STARTS_WITH_VERB.test(item.view) || PER_HEAD.test(item.view)
}

/** Splits at 、和与及 outside of brackets. */
function splitList(words: Words): readonly Words[] {
  const items: Words[] = []
  let depth = 0
  let from = 0
  for (let at = 0; at < words.view.length; at++) {
    const letter = words.view[at] ?? ''
    if ('([“《'.includes(letter)) depth++
    else if (')]”》'.includes(letter)) depth--
    else if (depth === 0 && '、和与及'.includes(letter)) {
      items.push(sliceWords(words, from, at))
      from = at + 1
    }
  }
  items.push(sliceWords(words, from))
  return items.filter(({ view }) => view !== '')
}

/** What the first item of a list says for all: its verb, or what its rate is measured by. */
export function headOf(first: Words): Words {
  const length = (PER_HEAD.exec(first.view) ?? SHARED_VERB.exec(first.view))?.[0].length ?? 0
  return sliceWords(first, 0, length)
}

/** A later item of a list with the verb or the measure of its first one. */
export function withHead(item: Words, head: Words): Words {
  return item.view === '' || startsAlike(item, head) ? item : joinWords(head, item)
}

/** Whether the words can be understood without the clause before. */
export function standsAlone({ view }: Words): boolean {
  return view.length > 1 && !BARE_MEASURE.test(view) && !BARE_PREDICATE.test(view)
}

/** Whether a state lacks its subject: 完成竣工验收, 投入运营, 区(市)全覆盖. */
export function isBareState({ view }: Words): boolean {
  return view.length <= 14 && BARE_STATE.test(view)
}

/** The words as the subject of a later clause that names none itself. */
export function asSubject(words: Words): Words {
  const bare = trimLead(
    sliceWords(words, /^(?:完善|健全|优化|建立|推行|健全完善)*/u.exec(words.view)?.[0].length ?? 0),
  )
  const unmeasured = bare.view.replace(MEASURED, '').replace(STATED, '')
  if (unmeasured.length < bare.view.length) return sliceWords(bare, 0, unmeasured.length)
  return sliceWords(bare, 0, SUBJECT.exec(bare.view)?.[0].length ?? bare.view.length)
}
