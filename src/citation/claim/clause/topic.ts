import { beginsWithVerb } from '../word/adverb.ts'
import { connectiveLength } from '../word/lexicon.ts'
import { AMOUNT } from '../word/token.ts'
import { isDependent } from './binding.ts'
import type { PreparedEvidence } from './evidence.ts'
import type { BoundClause } from './segment.ts'
import { homesOf } from './source.ts'

/**
 * What a clause is about beyond its own subject: `home` the document's place; `entity` one hospital, district or
 * project; `object` what an earlier clause builds or counts (新建小学5所，容纳学生3万人).
 */
type Topic =
  | { readonly kind: 'home' }
  | { readonly kind: 'entity'; readonly name: string }
  | { readonly kind: 'object'; readonly order: number }

/** The topic of a clause, and whether the clause names it itself. */
interface Told {
  readonly topic: Topic
  readonly isNamed: boolean
  /** What was built before a clause that says what it adds: 新改扩建医院3所，新增床位500张. */
  readonly addedTo?: number
  /** The clause of its sentence that names the people or firms it may go on to tell of. */
  readonly group?: number
}

/** The names of a document's own place or thing. */
interface Own {
  readonly homes: readonly string[]
  readonly title: string
}

const HOME: Topic = { kind: 'home' }
const FRAME = /^(?:其中|同时|全年|年末|年底|年初|当年|今年|去年|目前|截至|累计|已|将|拟|我们|[\uE001、])+/u
const LEVEL = /^(?:自治区|[省市县区州镇乡])级/u
const ENTITY = new RegExp(
  [
    '^(?!主要|重点|各|所有|全|该|本|其|部分|相关|有关|每|下辖|所辖|这)',
    '(?<name>[^\\uE000\\uE001、，的于在对由向为与和及将是有不按经除因应可年月日]{2,11}?(?:',
    '(?<![城农大])市(?![场级值民容政况直])|(?<![市城农山地辖社灾牧林库设])区(?![域间位别分])|县(?![级域])|自治州|',
    '(?<!城)镇(?!化)|(?<![农城下])乡(?!村|镇)|(?<![农乡])村(?![民级庄])|街道|',
    '园区|流域|湖|水库|灌区|医院|卫生[院室]|[健老利究]院|大学|学院|中学|小学|学校|公司|集团|机场|港(?!口|澳)|码头|车站|枢纽|',
    '小区|花园|社区|广场|公园|大厦|大桥|隧道|大道|工程|中心|基地|产业园|示范园|局|厅|法院|检察院|银行|[一二三四五六七八九十]期))(?!、)',
  ].join(''),
  'u',
)
const BUILDS =
  /^(?:新(?!能源|型|兴|区|材料|经济|质|一轮)|净增|改扩?建|扩建|续建|筹建|建成|建设|打造|完成|引进|培育|设立|创建)/u
/** What a text builds or counts, so that more may be told of it. */
const THINGS = /^(?:个|所|座|家|条|处|项|台|辆|套|栋|幢|站|期|支|艘|架|)$/u
/** So short, or so begun, that it tells of what was built before. */
const RELATIVE =
  /^(?:总|设计|日|年|单|预计|可|受益|建筑|占地|规划|概算|计划|.{0,6}(?:达到|达|为|约|共|超过)*\uE000)/u
/** People and firms that more may be told of without naming them again. */
export const GROUP = /居民|农民|职工|企业|单位|学生|人员|家庭|用户|民营|国有|外商|私营|部门/u
const GROUP_WITHIN = 8
const SUBJECT = new RegExp(`^[^${AMOUNT}，]*(?=${AMOUNT})`, 'u')
const ADDS = /^(?:新增|增加|净增|配备|配置|提供|安装)/u
/** A rule names whom it binds. */
const RULE = /应当|可以|不得|必须|鼓励|支持|禁止/u

function topicsOf(
  clauses: readonly BoundClause[],
  own: Own,
  isNewLine: (at: number) => boolean,
): readonly Told[] {
  let topic: Topic = HOME
  let object: { readonly kind: 'object'; readonly order: number } | undefined
  let group: number | undefined
  let segment = -1
  // A sentence that tells of one thing from its head on may go on in the next.
  let isAlone = false
  return clauses.map((clause, at) => {
    const isFirst = clause.segment !== segment
    segment = clause.segment
    const { isHome, words } = headOf(clause, own)
    const isLed = isBuilding(words)
    const isMarked = clause.end - clause.start > clause.words.length
    if (isNewLine(at) || (isFirst && (isMarked || !isAlone || RULE.test(words)))) topic = HOME
    if (isFirst) object = undefined
    if (isFirst) group = undefined
    const name = isLed || isDependent({ letters: words }) ? undefined : ENTITY.exec(words)?.groups?.name
    const isOwn = isHome || (name !== undefined && own.title.includes(name.slice(0, -1)))
    if (isOwn) topic = HOME
    else if (name !== undefined) topic = { kind: 'entity', name }
    const isNamed = isHome || name !== undefined
    if (isNamed) object = undefined
    const isRule = RULE.test(words)
    const hasGroup = !isRule && !isLed && GROUP.test((SUBJECT.exec(words)?.[0] ?? '').slice(0, GROUP_WITHIN))
    if (isNamed) group = undefined
    if (hasGroup) group = clause.order
    const goesOn = !hasGroup && !isRule && !isLed && !isDependent({ letters: words }) && group !== undefined
    isAlone = isFirst ? name !== undefined || (isAlone && topic.kind === 'entity') : isAlone && !isNamed
    const isLeaning =
      object !== undefined && RELATIVE.test(words) && !isLed && !isDependent({ letters: words })
    const addedTo = ADDS.test(words) ? object?.order : undefined
    const told = {
      topic: isLeaning ? (object ?? topic) : topic,
      isNamed,
      ...(addedTo === undefined ? {} : { addedTo }),
      ...(goesOn && group !== undefined ? { group } : {}),
    }
    if (isLed && (countsThings(clause) || BUILDS.test(words)))
      object = { kind: 'object', order: clause.order }
    return told
  })
}

/** One hospital, district or project that a clause names at its head and that is not the document's own. */
export function entityIn(clause: BoundClause, prepared: PreparedEvidence): string | undefined {
  const own = { homes: homesOf(prepared), title: prepared.titleView }
  const { isHome, words } = headOf(clause, own)
  if (isBuilding(words) || isDependent({ letters: words })) return undefined
  const name = ENTITY.exec(words)?.groups?.name
  return isHome || name === undefined || own.title.includes(name.slice(0, -1)) ? undefined : name
}

/** Whether a clause says what is done, and nobody who does it. */
export function isNobodys(clause: BoundClause, prepared: PreparedEvidence): boolean {
  const { isHome, words } = headOf(clause, { homes: homesOf(prepared), title: prepared.titleView })
  return !isHome && isBuilding(words)
}

function headOf({ letters }: BoundClause, { homes }: Own): { isHome: boolean; words: string } {
  const words = letters.slice(connectiveLength(letters)).replace(FRAME, '')
  const home = Math.max(
    0,
    ...homes.filter((name) => name.length > 1 && words.startsWith(name)).map(({ length }) => length),
    LEVEL.exec(words)?.[0].length ?? 0,
  )
  return { isHome: home > 0, words: words.slice(home).replace(FRAME, '') }
}

function isBuilding(words: string): boolean {
  return BUILDS.test(words) || beginsWithVerb(words)
}

function countsThings({ tokens }: BoundClause): boolean {
  return tokens.some((token) => token.kind === 'amount' && THINGS.test(token.amount.unit))
}

/** A clause of the claim and the clause of the text where its words begin, by their orders. */
export interface Match {
  readonly claim: number
  readonly original: number
  /** The last of those its words are taken from. */
  readonly last: number
  readonly segment: number
  /** When the words of the text hold. */
  readonly times: BoundClause['governing']
}

/**
 * Whether each clause of a claim is about what it is about in the text, though neither names it: behind 东港区投资120亿元
 * the words 财政收入12亿元 tell of 东港区 in both, or in none.
 */
export function keepsTopics(
  matches: readonly Match[],
  claim: readonly BoundClause[],
  prepared: PreparedEvidence,
): boolean {
  const own = { homes: homesOf(prepared), title: prepared.titleView }
  const ours = topicsOf(claim, own, () => false)
  const theirs = topicsIn(prepared, own)
  const toldOf = (match: Match) => ours[claim.findIndex(({ order }) => order === match.claim)]
  const [first] = matches
  // A claim that names nothing at its head is of what the text tells of there.
  const assumed =
    first !== undefined && toldOf(first)?.isNamed === false ? theirs.get(first.original)?.topic : undefined
  return matches.every((match, at) => {
    const told = toldOf(match)
    const original = theirs.get(match.original)
    if (told === undefined || original === undefined) return true
    const isNext = at > 0 && matches[at - 1]?.last === match.original - 1 && !original.isNamed
    if (isNext || (told.isNamed && original.isNamed)) return true
    return keepsTopic(told, original, match, { before: matches.slice(0, at), assumed })
  })
}

interface Setting {
  readonly before: readonly Match[]
  readonly assumed: Topic | undefined
}

function keepsTopic(told: Told, original: Told, match: Match, { before, assumed }: Setting): boolean {
  if (told.addedTo !== undefined && original.addedTo !== undefined)
    return isMatched(told.addedTo, original.addedTo, before)
  if (!keepsGroup(told, original, match, before)) return false
  if (original.topic.kind === 'object')
    return !told.isNamed && keepsObject(told.topic, original.topic.order, match, before)
  if (told.isNamed) return told.topic.kind === 'entity' || original.topic.kind === 'home'
  if (original.topic.kind === 'home')
    return told.topic.kind !== 'entity' && !(original.isNamed && told.topic.kind === 'object')
  if (original.isNamed || before.length === 0) return true
  const topic = told.topic.kind === 'home' ? (assumed ?? told.topic) : told.topic
  return topic.kind === 'entity' && topic.name === original.topic.name
}

function keepsObject(told: Topic, object: number, { segment }: Match, before: readonly Match[]): boolean {
  if (told.kind === 'object') return isMatched(told.order, object, before)
  return before.every((match) => match.segment === segment)
}

/** Whether a clause tells in the claim of the group that it may tell of in the text, or of none in both. */
function keepsGroup(told: Told, original: Told, { segment }: Match, before: readonly Match[]): boolean {
  if (told.group === original.group) return true
  if (original.group === undefined)
    return before.some((match) => match.claim === told.group && match.segment === segment)
  if (told.group === undefined) return before.length === 0 && !told.isNamed
  return isMatched(told.group, original.group, before)
}

function isMatched(claim: number, original: number, matches: readonly Match[]): boolean {
  return matches.some((match) => match.claim === claim && match.original === original)
}

const known = new WeakMap<PreparedEvidence, ReadonlyMap<number, Told>>()

function topicsIn(prepared: PreparedEvidence, own: Own): ReadonlyMap<number, Told> {
  const cached = known.get(prepared)
  if (cached !== undefined) return cached
  const clauses = prepared.segments.flatMap((segment) => segment.clauses)
  const told = topicsOf(clauses, own, (at) => {
    const [before, here] = [clauses[at - 1], clauses[at]]
    return (
      before !== undefined && here !== undefined && prepared.view.slice(before.end, here.start).includes('\n')
    )
  })
  const byOrder = new Map(
    clauses.flatMap(({ order }, at) => (told[at] === undefined ? [] : [[order, told[at]] as const])),
  )
  known.set(prepared, byOrder)
  return byOrder
}
