import { CREATES, PER_HEAD, SHARED_TAIL, SHARED_VERB } from './lexicon.ts'
import { joinWords, NO_WORDS, sliceWords, type Words } from './reading.ts'

const STARTS_WITH_VERB = new RegExp(`^(?:${CREATES})`, 'u')
const SEPARATOR = /^(?:、|以及|和(?!谐|美)|与|及(?!以|其|时))/u
const ENDS_WITH_DEED = new RegExp(`分别(?<deed>(?:${CREATES})(?<object>.{0,12}))$`, 'u')
/** 二级医院、卫生室|药品种类: what the bodies of a list have in common. */
const BODY = '医院|卫生院|卫生室|中心|机构|[县市区]'
const ENDS_WITH_BODY = new RegExp(`(?:${BODY})$`, 'u')
const OF_BODY = new RegExp(`^.{1,12}?(?:${BODY})(?!${BODY})`, 'u')
/** 每个卫生院配备|全科医生、中医医生. */
const EACH_HEAD = /^每[个所家支名]?[^,的率]{1,20}?(?:配备|建成|建设|设置|开设|派驻|培养|培训)/u
/** 关爱点覆盖|城市社区、行政村. */
const COVERING = /^[^,，、]{2,12}覆盖(?=.{2})/u
/** 门诊次均费用、住院次均费用|增幅. */
const RISE = /(?:增幅|涨幅|降幅|增长率|增长幅度)$/u
const COST = /(?:费用|收入|支出)$/u
const COMPLETE = /(?:率|数|比例|占比|水平|费用|增幅)$/u

/**
 * The nouns of a list that has a figure for each: 高血压、糖尿病患者规范管理率 gives 高血压患者规范管理率 and
 * 糖尿病患者规范管理率, 覆盖率分别在山区、湖区 gives 山区覆盖率 and 湖区覆盖率.
 */
export function subjectsOf(words: Words, count: number): readonly Words[] {
  const places = /^(?<noun>.{2,}?)分别在/u.exec(words.view)
  if (places !== null) {
    const noun = sliceWords(words, 0, places[0].length - 3)
    const found = listed(sliceWords(words, places[0].length), count)
    return found.map((place) => joinWords(place, noun))
  }
  const found = ENDS_WITH_DEED.exec(words.view)
  if (found === null) return listed(words, count)
  const deed = sliceWords(words, found.index + 2)
  const nouns = listed(sliceWords(words, 0, found.index), count)
  const isBare = (found.groups?.object ?? '') === ''
  return nouns.map((noun) => (isBare ? joinWords(deed, noun) : joinWords(noun, deed)))
}

function listed(words: Words, count: number): readonly Words[] {
  const items = splitList(words)
  const [first, last] = [items[0], items.at(-1)]
  if (items.length !== count || first === undefined || last === undefined) {
    return Array.from({ length: count }, () => words)
  }
  const head = headOf(first)
  const tail = tailOf(sliceWords(first, head.view.length), last)
  return items.map((item, at) => {
    const rise = RISE.exec(last.view)?.[0].length ?? 0
    if (rise > 0 && COST.test(item.view)) return joinWords(item, sliceWords(last, last.view.length - rise))
    const isComplete = at === count - 1 || item.view.slice(1).search(COMPLETE) !== -1
    const own = isComplete ? item : joinWords(item, tail)
    return at === 0 || startsAlike(item, head) ? own : joinWords(head, own)
  })
}

/** What the last item says for all: 红色、黄色|标识人员随访率, 血压、血糖|检测率. */
function tailOf({ view: first }: Words, last: Words): Words {
  const alike = last.view.indexOf(first.at(-1) ?? '')
  if (first.length > 1 && alike > 0 && alike <= first.length && alike < last.view.length - 2)
    return sliceWords(last, alike + 1)
  const body = ENDS_WITH_BODY.test(first) ? (OF_BODY.exec(last.view)?.[0].length ?? 0) : 0
  if (body > 0) return sliceWords(last, body)
  const at = last.view.slice(1).search(SHARED_TAIL) + 1
  if (at === 0) return NO_WORDS
  const isBare = at === last.view.length - 1 && last.view.endsWith('率')
  return sliceWords(last, isBare ? Math.max(1, at - 2) : at)
}

function startsAlike(item: Words, head: Words): boolean {
  return (
    head.view === '' ||
    item.view.startsWith('每') ||
    STARTS_WITH_VERB.test(item.view) ||
    PER_HEAD.test(item.view)
  )
}

/** Splits at 、和与及 outside of brackets, and between names in quotation marks. */
export function splitList(words: Words): readonly Words[] {
  const items: Words[] = []
  let depth = 0
  let from = 0
  for (let at = 0; at < words.view.length; at++) {
    const letter = words.view[at] ?? ''
    if ('([“《'.includes(letter)) depth++
    else if (')]”》'.includes(letter)) depth--
    if (letter === '”' && words.view[at + 1] === '“') {
      items.push(sliceWords(words, from, at + 1))
      from = at + 1
      continue
    }
    const separator = depth === 0 ? (SEPARATOR.exec(words.view.slice(at))?.[0].length ?? 0) : 0
    if (separator > 0) {
      items.push(sliceWords(words, from, at))
      from = at + separator
      at = from - 1
    }
  }
  items.push(sliceWords(words, from))
  return items.filter(({ view }) => view !== '')
}

/** What the first item of a list says for all: its verb, or what its rate is measured by. */
export function headOf(first: Words): Words {
  const shared =
    PER_HEAD.exec(first.view) ??
    SHARED_VERB.exec(first.view) ??
    EACH_HEAD.exec(first.view) ??
    COVERING.exec(first.view)
  const length = shared?.[0].length ?? 0
  return sliceWords(first, 0, length)
}

/** A later item of a list with the verb or the measure of its first one. */
export function withHead(item: Words, head: Words): Words {
  return item.view === '' || startsAlike(item, head) || /(?:率|比例|占比)$/u.test(item.view)
    ? item
    : joinWords(head, item)
}
