import type { PreparedEvidence } from './clause/evidence.ts'
import { timesHolding } from './clause/holding.ts'
import { type BoundClause, type Segment, segmentsOf } from './clause/segment.ts'
import { GROUP, keepsTopics, type Match } from './clause/topic.ts'
import type { Proof } from './proof.ts'
import { SOMEBODY } from './support/clause-words.ts'
import { homeNames, statementOf, statementsOf } from './support/statement.ts'
import { isCircumstance, isOwnSubject } from './support/subject.ts'
import { LEAD_IN, LEANING } from './support/support.ts'
import type { Wording } from './support/wording.ts'
import { beginsWithVerb } from './word/adverb.ts'
import { SUPPOSED } from './word/supposed.ts'
import { type Time, timesIn } from './word/time.ts'
import { AMOUNT } from './word/token.ts'

type Prove = (view: string, prepared: PreparedEvidence) => Proof | undefined

const MOST_CLAUSES = 12
const LEAST_LETTERS = 5
/** A verb that needs nobody to be named, behind what says that it is to come. */
const LED = /^(?:将|拟|要|计划)+/u
const BUILDS = /^(?:新(?!能源|型|兴|区|材料|经济|质)|选派|开工|竣工|淘汰|化解)/u
const LEAST_SUBJECT = 4
/** What makes a statement of words that would only name something: a figure, or what is or is to be done. */
const STATED =
  /#|[应可不将已要未无须]|享受|负责|建成|完成|开工|开通|通车|封顶|投用|竣工|启动|升|降|达到|实现/u
/** Says by itself when or of what it is told. */
const HEADED = /^(?:全年|年末|年底|年初|年内|今年|去年|h)/u

/**
 * What bears out a claim that joins statements of one text: each of them by itself, at the time it has in the claim,
 * about the same thing, and none of them leaning on the one it now stands behind.
 */
export function joinedIn(view: string, prepared: PreparedEvidence, prove: Prove): Proof | undefined {
  const [segment, ...others] = segmentsOf(view, prepared.calendar)
  if (segment === undefined || others.length > 0 || segment.clauses.length > MOST_CLAUSES) return undefined
  const { wordings } = statementOf(segment, 0, prepared.calendar, homeNames(prepared))
  const told: Told = { view, segment, wordings, prepared }
  const heads = statementsOf(prepared).flatMap((statement) => statement.wordings.slice(0, 1))
  const whole = segment.clauses.flatMap((_, at) =>
    at === 0 || (isStatement(wordings[at - 1]) && heads.some((head) => isBegun(wordings[at], head)))
      ? [at]
      : [],
  )
  const fromHeads = provenFrom(whole, told, prove)
  if (fromHeads?.every((proof) => isFromHead(proof, prepared)) && isSound(fromHeads, told, true))
    return joinedOf(fromHeads)
  if (!isHeaded(wordings[0])) return undefined
  const opened = segment.clauses.flatMap((clause, at) =>
    at === 0 || opens(at, wordings, clause) ? [at] : [],
  )
  const proofs = provenFrom(opened, told, prove)
  return proofs !== undefined && isSound(proofs, told, false) ? joinedOf(proofs) : undefined
}

/** A claim of one segment, and the text it is held against. */
interface Told {
  readonly view: string
  readonly segment: Segment
  readonly wordings: readonly Wording[]
  readonly prepared: PreparedEvidence
}

function joinedOf(proofs: readonly Proof[]): Proof {
  return {
    ranges: proofs.flatMap(({ ranges }) => ranges),
    matches: proofs.flatMap(({ matches }) => matches),
  }
}

/** What bears out each of the parts that begin at some clauses of a claim. */
function provenFrom(
  starts: readonly number[],
  { view, segment, prepared }: Told,
  prove: Prove,
): readonly Proof[] | undefined {
  if (starts.length < 2) return undefined
  const proofs: Proof[] = []
  for (const [number, from] of starts.entries()) {
    const to = starts[number + 1] ?? segment.clauses.length
    const proof = partProven(from, to, { view, segment, prepared }, prove)
    if (proof === undefined) return undefined
    const matches = proof.matches.map((match) => ({ ...match, claim: match.claim + from }))
    proofs.push({ ...proof, matches })
  }
  return proofs
}

/** A part with the time the claim names in front, or as it stands where that time holds for it in the text. */
function partProven(
  from: number,
  to: number,
  { view, segment, prepared }: Pick<Told, 'view' | 'segment' | 'prepared'>,
  prove: Prove,
): Proof | undefined {
  const part = viewOf(view, segment, from, to, prepared)
  const dated = part === undefined ? undefined : prove(part, prepared)
  const [first, last] = [segment.clauses[from], segment.clauses[to - 1]]
  if (dated !== undefined || from === 0 || first === undefined || last === undefined) return dated
  const [inherited] = first.times.length === 0 ? first.governing : []
  if (inherited === undefined) return undefined
  const bare = prove(' '.repeat(first.start) + view.slice(first.start, last.end), prepared)
  const holding = timesHolding(prepared)
  const isOfThen = bare?.matches.every(({ times, original }) => {
    const stated = times.length > 0 ? times : (holding.get(original) ?? [])
    return (
      stated.length > 0 &&
      stated.every(({ from: start, to: end }) => start <= inherited.to && inherited.to <= end)
    )
  })
  return isOfThen === true ? bare : undefined
}

/** Whether statements say together what each says. @param isWhole each is told from where it begins in the text */
function isSound(proofs: readonly Proof[], { segment, wordings, prepared }: Told, isWhole: boolean): boolean {
  const matches = proofs.flatMap((proof) => proof.matches)
  return (
    keepsTopics(matches, segment.clauses, prepared) &&
    agreeInYear(matches, wordings, prepared) &&
    proofs
      .slice(1)
      .every((proof, at) => standsAlone(proof, proofs.slice(0, at + 1), { wordings, prepared, isWhole }))
  )
}

/** Whether a clause says something by itself, rather than when, where or by what the next one holds. */
function isStatement(wording: Wording | undefined): boolean {
  if (wording === undefined || isCircumstance(wording) || SUPPOSED.test(wording.letters)) return false
  return plain(wording.letters).length >= LEAST_LETTERS && !LEAD_IN.test(wording.letters)
}

/** Whether a clause begins like one of the text; three letters may be those of many. */
function isBegun(wording: Wording | undefined, head: Wording): boolean {
  const words = plain(wording?.letters ?? '')
  return words.length >= LEAST_LETTERS && plain(head.letters).startsWith(words.slice(0, LEAST_LETTERS))
}

function plain(letters: string): string {
  return letters.replace(/^[、h]+/u, '')
}

/** Whether what bears out a part of the claim begins where a statement of the text begins. */
function isFromHead({ matches: [first] }: Proof, { segments }: PreparedEvidence): boolean {
  return first !== undefined && segments[first.segment]?.clauses[0]?.order === first.original
}

/** Whether the claim says at its head of what place or time it tells; halves of sentences do not. */
function isHeaded(wording: Wording | undefined): boolean {
  return wording !== undefined && (wording.times.length > 0 || HEADED.test(wording.letters))
}

/** Whether a clause of the claim begins a statement of its own. */
function opens(at: number, wordings: readonly Wording[], { times }: BoundClause): boolean {
  const [before, own] = [wordings[at - 1], wordings[at]]
  if (before === undefined || own === undefined) return false
  if (!STATED.test(before.letters) || !STATED.test(own.letters)) return false
  if (isCircumstance(before) || SUPPOSED.test(before.letters) || before.letters.length < LEAST_LETTERS)
    return false
  const words = own.letters.replace(/^[、h]+/u, '')
  if (words.length < LEAST_LETTERS || LEANING.test(words) || words.startsWith('每')) return false
  const isLed = leadsOff(words)
  if (isOwnSubject({ ...own, letters: words }) && !isLed) return true
  const isNobodys = wordings.slice(0, at).every(({ letters }) => !SOMEBODY.test(letters))
  return isNobodys && (times.length > 0 ? isLed || words.includes('#') : isLed && words.includes('#'))
}

function leadsOff(words: string): boolean {
  const verb = words.replace(LED, '')
  return BUILDS.test(verb) || beginsWithVerb(verb)
}

/** The claim with all blank but some clauses and the time at its head that holds for them. */
function viewOf(
  view: string,
  { clauses }: Segment,
  from: number,
  to: number,
  { calendar }: PreparedEvidence,
): string | undefined {
  const [first, last] = [clauses[from], clauses[to - 1]]
  if (first === undefined || last === undefined) return undefined
  const own = ' '.repeat(first.start) + view.slice(first.start, last.end)
  if (from === 0) return view.slice(0, last.end)
  const [inherited] = first.times.length === 0 ? first.governing : []
  if (inherited === undefined) return own
  const head = timesIn(view.slice(0, clauses[0]?.end ?? 0), calendar).find((time) => isSame(time, inherited))
  return head === undefined
    ? undefined
    : ' '.repeat(head.start) + view.slice(head.start, head.end) + own.slice(head.end)
}

function isSame(a: Time, b: Time): boolean {
  return a.from === b.from && a.to === b.to && a.relation === b.relation && a.part === b.part
}

/** Statements that the claim gives no time for must be of one time in the text. */
function agreeInYear(
  matches: readonly Match[],
  wordings: readonly Wording[],
  prepared: PreparedEvidence,
): boolean {
  const { titleYears } = prepared.calendar
  const holding = timesHolding(prepared)
  const years = matches
    .filter((match) => wordings[match.claim]?.times.length === 0)
    .map(({ times, original }) =>
      [...new Set((times.length > 0 ? times : (holding.get(original) ?? [])).map(({ to }) => to))]
        .filter((year) => !titleYears.includes(year))
        .join(),
    )
  return years.every((year) => year === '') || new Set(years).size === 1
}

/** Whether nothing that stands before a statement in the claim, and not in the text, is taken for its subject. */
function standsAlone(
  { matches: [first] }: Proof,
  before: readonly Proof[],
  { wordings, prepared, isWhole }: Pick<Told, 'wordings' | 'prepared'> & { readonly isWhole: boolean },
): boolean {
  if (first === undefined) return false
  if (isWhole && goesOn(first, before, prepared)) return true
  const original = prepared.segments[first.segment]?.clauses.find(({ order }) => order === first.original)
  if (original === undefined || LEANING.test(original.letters.replace(/^其中/u, ''))) return false
  if (isLed(first, prepared)) return false
  const letters = wordings[first.claim]?.letters.replace(/^、/u, '') ?? ''
  if (isWhole && !leadsOff(letters)) return true
  if (HEADED.test(letters) || (wordings[first.claim]?.times.length ?? 0) > 0) return true
  const earlier = before.flatMap(({ matches }) => matches)
  if (earlier.some((match) => isPart(match, prepared))) return false
  return earlier.every(
    (match) => match.segment === first.segment || !seemsToGoOn(wordings[match.claim]?.letters ?? '', letters),
  )
}

/** Whether a statement is the next in the text as in the claim, told up to its end. */
function goesOn(first: Match, before: readonly Proof[], { segments }: PreparedEvidence): boolean {
  const last = before.at(-1)?.matches.at(-1)
  const end = segments[last?.segment ?? -1]?.clauses.at(-1)
  return last !== undefined && last.segment + 1 === first.segment && last.last === end?.order
}

/** Whether the text names in front what the statement is said of: 超出额度的资金，企业可以提取. */
function isLed({ segment, original }: Match, prepared: PreparedEvidence): boolean {
  const before = prepared.segments[segment]?.clauses.find(({ order }) => order === original - 1)
  return (
    before !== undefined && !leadsOff(before.letters) && !STATED.test(before.letters.replaceAll(AMOUNT, '#'))
  )
}

/** Whether a clause tells of a part: 其中…, and what follows it. */
function isPart({ segment, original }: Match, { segments }: PreparedEvidence): boolean {
  const from = segments[segment]?.clauses.find(({ words }) => /^\s*其中/u.test(words))
  return from !== undefined && original >= from.order
}

/** Whether a statement may seem to go on about what one before it tells of. */
function seemsToGoOn(before: string, letters: string): boolean {
  const [ours, theirs] = [subjectOf(before), subjectOf(letters)]
  if (leadsOff(letters)) return GROUP.test(ours)
  if (theirs.length < LEAST_SUBJECT || (GROUP.test(ours) && !GROUP.test(theirs))) return true
  const isOther = !ours.includes(theirs[0] ?? '') && !ours.includes(theirs[1] ?? '')
  return !isOther && [...theirs].slice(1).some((_, at) => ours.includes(theirs.slice(at, at + 2)))
}

function subjectOf(letters: string): string {
  return letters.replace(/^[h、]+/u, '').replace(/(?:[升降达为占约共b]|保持|控制在)*#.*$/u, '')
}
