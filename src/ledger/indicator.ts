import type { Range } from '../corpus/index.ts'
import { subtract } from '../corpus/index.ts'
import { actorLength, idleWordsIn } from './actor.ts'
import type { Figure } from './figure.ts'
import { BARE_MEASURE, BARE_PREDICATE, CREATES, LEAD, TRAIL } from './lexicon.ts'
import { joinWords, NO_WORDS, type Reading, sliceWords, type Words, wordsOf } from './reading.ts'
import type { Segment } from './segment.ts'
import { headOf, splitList, subjectsOf, withHead } from './series.ts'

const BARE_DEED =
  /^(?:公开)?(?:招聘|招录|招收|招募|引进|培养|遴选|选派|接种|筛查|新增|新建|改建|扩建|改扩建|新改扩建|迁建|改造提升|提升|建设|建成|完成|配备|改造|启动|达到)$/u
/** 旧县、槐柏|2个中心卫生院: which ones they are, before how many. */
const NAMED_ONES = new RegExp(`^(?!.*(?:${CREATES}|率|数))[^,]{2,}(?:、[^,]*|等)$`, 'u')

/** 改扩建|甲镇、乙镇等|卫生院 5所. */
const NAMED_PLACES = new RegExp(
  `^(?<verb>(?:${CREATES})?)(?:\\p{Script=Han}{1,6}[镇乡县区市村]、)+\\p{Script=Han}{1,6}[镇乡县区市村]等(?<noun>\\p{Script=Han}{2,})$`,
  'u',
)
const NOT_A_NOUN =
  /^(?:\([^()]*\)|(?:并|且|后|时|目标|的目标)[^,，]*|(?:日常|临床)?用量|\p{Script=Han}{0,4}(?:需要|需求)|落实|执行|核定|发放|拨付|测算)$/u
const BARE_STATE =
  /^(?:完成)?(?:达到[\p{Script=Han}]{0,16}标准|竣工验收|项目选址|选址|投资|(?:投入|正式)(?:试)?(?:使用|运营|运行)|开诊|建成(?:并?(?:投用|投入使用|启用))?|[开复]工(?:建设)?|竣工(?:交付|投用)?|主体(?:封顶|结顶|完工)|上线(?:运行)?|结果互认|全部(?:达标|到位)|[各区县市乡镇村域()]*全覆盖|挂牌|验收|土地证办理.*)$/u
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
  const behind = nounOf(words(last.predicate.end, segment.end))
  const isWhere = words(first.predicate.start, first.figure.start).view.endsWith('在')
  const right = isWhere ? sliceWords(behind, COUNTED_WHERE.exec(behind.view)?.[0].length ?? 0) : behind
  if (segment.kind === 'nested') {
    const attributes = segment.bounds
      .slice(1)
      .map(({ predicate }, at) =>
        words(segment.bounds[at]?.predicate.end ?? predicate.start, predicate.start),
      )
    return [joinWords(trimLead(left), right), ...attributes.map((attribute) => joinWords(right, attribute))]
  }
  if (segment.kind === 'each')
    return splitList(trimLead(left)).map((item, at, [head]) =>
      withHead(item, at === 0 || head === undefined ? NO_WORDS : headOf(head)),
    )
  if (segment.kind === 'single')
    return [
      nounPhrase(isCount(first.figure) ? countedIn(left, right, first.figure) : withoutCount(left), right),
    ]
  return subjectsOf(trimTrail(trimLead(left)), segment.bounds.length).map((subject) =>
    joinWords(subject, right),
  )
}

/** 全县206个|村卫生室公有产权率: how many there are says nothing of the rate. */
function withoutCount(left: Words): Words {
  const led = trimLead(left)
  return sliceWords(led, /^\d+[个家所](?=.{4,}(?:率|比例|占比)$)/u.exec(led.view)?.[0].length ?? 0)
}

/** 配备率 is a property of who has it; a count is of what is brought about. */
function isCount({ unit }: Figure): boolean {
  return !/^(?:%|‰|成|\/|1:|$)/u.test(unit)
}

/** 在公共场所|投放20台, 依托3家医院|建设: where and by whom, not what. */
const WHERE = new RegExp(`^(?:在|依托)[^,的]{2,20}?(?=推广|推行|${CREATES})`, 'u')
/** In 在9个|片区|开展试点 the figure counts the places. */
const COUNTED_WHERE = new RegExp(`^\\p{Script=Han}{1,6}?(?=${CREATES})`, 'u')

/** The words of a deed without who acts and without words that say nothing. */
export function deedOf(words: Words): Words {
  const placed = trimLead(words)
  const led = sliceWords(placed, WHERE.exec(placed.view)?.[0].length ?? 0)
  const own = sliceWords(led, actorLength(led.view))
  const idle = idleWordsIn(own.view)
  return idle === null ? own : joinWords(sliceWords(own, 0, idle.start), sliceWords(own, idle.end))
}

/** 县财政安排|, 互联网医院|新增: without who acts nothing is left to count. */
const SAYS_NOTHING = /^(?:新增|增加|净增)?$/u
/** 5类|8项服务: the kinds of what is counted. */
const KINDS = /\d+(?:大?类|种|批|个)$/u

function countedIn(left: Words, right: Words, { unit }: Figure): Words {
  const own = deedOf(left)
  const kinds = KINDS.exec(own.view)?.[0].length ?? 0
  const deed = sliceWords(own, own.view.startsWith('形成') ? 2 : 0, own.view.length - kinds)
  if (right.view === '' && SAYS_NOTHING.test(deed.view) && actorLength(trimLead(left).view) > 0) return left
  if (/^(?:建|设|配|拥)?有$/u.test(deed.view)) return NO_WORDS
  const named = NAMED_PLACES.exec(deed.view)?.groups
  if (named !== undefined)
    return joinWords(
      sliceWords(deed, 0, named.verb?.length ?? 0),
      sliceWords(deed, -(named.noun?.length ?? 0)),
    )
  return /^[个家所座]$/u.test(unit) && right.view.length > 3 && NAMED_ONES.test(deed.view) ? NO_WORDS : deed
}

function nounPhrase(left: Words, right: Words): Words {
  return right.view === '' ? trimTrail(trimLead(left)) : joinWords(trimLead(left), right)
}

function afterColon(words: Words): Words {
  return sliceWords(words, Math.max(words.view.lastIndexOf(':'), words.view.lastIndexOf('：')) + 1)
}

function nounOf(words: Words): Words {
  const trimmed = withoutStay(
    trimEnd(
      sliceWords(
        words,
        /^(?:使用的|用量的|\d+[人名张]以[上下内]的|[的、,，])*/u.exec(words.view)?.[0].length ?? 0,
      ),
    ),
  )
  const isOther = /^(?:和|与(?!会)|及|以及|并)/u.test(words.view)
  return isOther || NOT_A_NOUN.test(trimmed.view) ? NO_WORDS : trimmed
}

/** 到北京进修[3个月以上]: how long they stay. */
function withoutStay(words: Words): Words {
  return sliceWords(
    words,
    0,
    words.view.replace(/(?<=进修|学习|培训|跟岗|挂职|研修)(?:不少于)?\d+个?[月天周年](?:以上)?$/u, '').length,
  )
}

function trimEnd(words: Words): Words {
  return sliceWords(
    words,
    0,
    words.view.replace(/(?<=标准|经费|资金|补助)(?:落实)?到位$|[、,，。;；和及与:]+$/u, '').length,
  )
}

export function trimLead(words: Words): Words {
  return sliceWords(words, LEAD.exec(words.view)?.[0].length ?? 0)
}

function trimTrail(words: Words): Words {
  return sliceWords(words, 0, words.view.replace(TRAIL, '').length)
}

/** Whether the words can be understood without the clause before. */
export function standsAlone({ view }: Words): boolean {
  return (
    view.length > 1 &&
    !isBareDeed({ text: '', view }) &&
    !BARE_MEASURE.test(view) &&
    !BARE_PREDICATE.test(view)
  )
}

/** A verb without its object: 招聘200名. */
export function isBareDeed({ view }: Words): boolean {
  return BARE_DEED.test(view)
}

/** Whether a state lacks its subject: 完成竣工验收, 投入运营, 区(市)全覆盖. */
export function isBareState({ view }: Words): boolean {
  return view.length <= 14 && BARE_STATE.test(view)
}
