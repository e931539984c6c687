import type { ClaimCheck, Support } from '../check-claim.ts'
import type { PreparedEvidence } from '../clause/evidence.ts'
import { type BoundClause, segmentsOf } from '../clause/segment.ts'
import { keepsTopics, type Match } from '../clause/topic.ts'
import type { Proof } from '../proof.ts'
import { statedCheck } from '../told/reason.ts'
import { beginsWithVerb } from '../word/adverb.ts'
import { claimView, foldedView } from '../word/fold.ts'
import type { Calendar } from '../word/time.ts'
import { completed } from './completion.ts'
import { type Cover, clausesOf, coversIn, placesIn } from './cover.ts'
import { holdsTogether } from './judge.ts'
import { namesAnother } from './name.ts'
import type { Reading } from './reading.ts'
import { recast } from './recast.ts'
import { sectionsOf } from './section.ts'
import { homeNames, statementOf, statementsOf, yearOf } from './statement.ts'
import { isCircumstance, isNewSubject } from './subject.ts'
import { agreeInTime } from './time.ts'
import { inOwnName, titledIn, titleFree, withoutSource } from './title.ts'
import type { Statement, Wording } from './wording.ts'

export interface Supported {
  readonly supports: readonly Support[]
  readonly checks: readonly ClaimCheck[]
}

interface Placed extends Reading {
  readonly statement: Statement
}

interface Choice {
  readonly statement: Statement
  readonly cover: Cover
}

/** The clauses of a claim, in both ways they are read. */
interface Told {
  readonly clauses: readonly Wording[]
  readonly told: readonly BoundClause[]
}

const MOST_STATEMENTS = 6
const MOST_CHOICES = 16
const MOST_CLAUSES = 12
/** 审计期间, 有关负责人表示: what leads to a statement. */
export const LEAD_IN =
  /^(?:[^#、]{0,8}期间|[^#、]{2,8}(?:表示|介绍|指出|发现)|经核查|主要问题|对上述问题|截到[^、]{0,8})$/u
/** Texts that say what their year is to bring. */
const PLAN = /政府工作报告|计划|要点|安排|规划|纲要|方案|行动|预算草案/u
/** What goes on about something named before. */
export const LEANING =
  /^(?:、|累计|平均|但|其|该|此|共|总(?!产|人|面)|均|分别|最|由|逾|另|同|仍|还|再|仅|只|约|超|近|主要|直到|是|所|因|则|才|也|又|于|在|到|自|从|当|以|按|为|与|[年日月季人户]均(?!收入|可支配|寿命)|(?:逐|每)年|[高低多少快慢优好大小]于)/u
/** An indicator with its figure, which needs nobody to be told of. */
const INDICATED = /^[h、]*[^#、]{4,24}?(?:升到|降到|达到|控制在|保持|力争|[达为约共升降占b])*#.{0,3}$/u
const MOST_COMBINATIONS = 3000
/** Letters and figures of a claim that must stand in the text, and their share of all. */
const FEWEST_TOLD = 3
const LEAST_TOLD = 0.3

/**
 * Whether a text supports a claim that is worded otherwise: all the claim says must stand there, bound to the same
 * subject, and what the claim leaves out must not limit what it takes.
 */
export function supportIn(text: string, whole: PreparedEvidence, evidence: number): Supported | undefined {
  for (const { prepared, start } of sectionsOf(whole)) {
    const proof = foundIn(text, prepared)
    if (proof === undefined) continue
    return {
      supports: proof.ranges.map((range) => ({
        evidence,
        range: { start: start + range.start, end: start + range.end },
      })),
      checks: [statedCheck(text)],
    }
  }
  return undefined
}

/** What of a text bears a claim out in other words. */
export function foundIn(text: string, prepared: PreparedEvidence): Proof | undefined {
  if (prepared.titleView.includes(foldedView(text).replace(/[\p{P}\s]/gu, ''))) return undefined
  const { told: said, within } = withoutSource(claimView(text), prepared)
  const view = inOwnName(said, prepared)
  for (const told of recast(view).flatMap((turned) => [turned, ...completed(turned, within)])) {
    const proof = proofOf(told, within)
    if (proof !== undefined) return proof
  }
  return undefined
}

function proofOf(view: string, prepared: PreparedEvidence): Proof | undefined {
  const homes = homeNames(prepared)
  const segments = segmentsOf(view, prepared.calendar)
  if (segments.some(({ clauses }) => clauses.some(({ idle }) => idle.length > 0))) return undefined
  const clauses = withoutFrames(
    segments.flatMap((segment, number) => statementOf(segment, number, prepared.calendar, homes).wordings),
  ).map((wording) => asClaimed(wording, prepared))
  if (clauses.length === 0 || clauses.length > MOST_CLAUSES) return undefined
  const statements = statementsOf(prepared)
  const isDated = clauses.some(({ times }) => times.length > 0)
  const choices = clauses.map((wording) => choicesFor(wording, statements, prepared, isDated))
  if (choices.some((own) => own.length === 0)) return undefined
  const found = firstSound(
    { clauses, told: segments.flatMap((segment) => segment.clauses) },
    choices,
    prepared,
  )
  if (found === undefined || !isTold(found)) return undefined
  const numbers = [...new Set(found.map(({ statement }) => statement.segment))].sort((a, b) => a - b)
  const ranges = numbers.map((number) => ({
    start: prepared.segments[number]?.start ?? 0,
    end: prepared.segments[number]?.end ?? 0,
  }))
  return { ranges, matches: readingsOf(clauses, found).flatMap(matchOf) }
}

/** 皖岳市2022年, in front says when the clauses behind it hold, and nothing else. */
function withoutFrames(wordings: readonly Wording[]): readonly Wording[] {
  const [first, ...others] = wordings
  if (first === undefined || others.length === 0 || !/^[h、]*$/u.test(first.letters)) return wordings
  return others.map((wording) => (wording.times.length > 0 ? wording : { ...wording, times: first.times }))
}

/** Whether the text itself says some of it; the words of its title alone state nothing. */
function isTold(found: readonly Choice[]): boolean {
  const tokens = found.flatMap(({ cover }) => cover)
  const told = tokens.filter((place) => place !== null).length
  return told >= FEWEST_TOLD && told >= LEAST_TOLD * tokens.length
}

function choicesFor(
  wording: Wording,
  statements: readonly Statement[],
  prepared: PreparedEvidence,
  isDated: boolean,
): readonly Choice[] {
  const free = titleFree(wording, prepared)
  const titled = titledIn(wording, prepared)
  const isTitled =
    titled.includes(true) || wording.tokens.slice(0, free).some(({ kind }) => kind === 'letter')
  const givenIn = ({ segment }: Statement) =>
    isTitled && namesAnother(textUpTo(segment, prepared), prepared.titleView)
      ? { free: 0, titled: [], yearBefore }
      : { free, titled, yearBefore }
  const year = yearOf(wording.times, prepared.calendar)
  const yearBefore = ['base:before', ...(year === null ? [] : [`base:${year - 1}`])]
  const keys = new Set(wording.tokens.flatMap((token) => token.keys))
  const ranked = statements
    .map((statement) => ({ statement, share: sharedWith(statement, keys) }))
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.share - a.share)
    .slice(0, MOST_STATEMENTS)
  return ranked
    .flatMap(({ statement }) =>
      coversIn(wording, statement, givenIn(statement)).map((cover) => ({
        statement,
        cover,
      })),
    )
    .filter(({ statement, cover }) => agreeInTime(wording, cover, statement, prepared.calendar, isDated))
    .slice(0, MOST_CHOICES)
}

function textUpTo(segment: number, { view, segments }: PreparedEvidence): string {
  return view.slice(0, segments[segment]?.end ?? 0)
}

function sharedWith(statement: Statement, keys: ReadonlySet<string>): number {
  const own = placesIn(statement)
  let shared = 0
  for (const key of keys) if (own.has(key)) shared++
  return shared / keys.size
}

/** A claim has to answer for its brackets; 将 is no promise in front of a year to come, or where it means 把. */
function asClaimed(wording: Wording, { calendar, titleView }: PreparedEvidence): Wording {
  const { thisYear } = calendar
  const isPlan = PLAN.test(titleView) && !/已/u.test(wording.letters)
  const isAhead = wording.times.some(
    ({ relation, from }) => relation === 'by' || (isPlan && from >= (thisYear ?? 0)),
  )
  const isIdle = (at: number) => isAhead || /^.{2,16}[向存纳]/u.test(wording.letters.slice(at + 1))
  const tokens = wording.tokens.map((token, at) => ({
    ...token,
    isOptional:
      token.keys[0] === 'bound' ||
      (token.keys[0] === '把' && token.isOptional) ||
      (token.keys[0] === '将' && isIdle(at)) ||
      (token.keys[0] === '要' && isAhead),
  }))
  return { ...wording, tokens }
}

/** The first combination of choices in which all clauses hold together. */
function firstSound(
  claim: Told,
  choices: readonly (readonly Choice[])[],
  prepared: PreparedEvidence,
): readonly Choice[] | undefined {
  let tried = 0
  const extend = (chosen: readonly Choice[]): readonly Choice[] | undefined => {
    if (chosen.length === claim.clauses.length)
      return ++tried <= MOST_COMBINATIONS && isSound(claim, chosen, prepared) ? chosen : undefined
    for (const choice of choices[chosen.length] ?? []) {
      if (tried > MOST_COMBINATIONS) return undefined
      const found = extend([...chosen, choice])
      if (found !== undefined) return found
    }
    return undefined
  }
  return extend([])
}

function readingsOf(clauses: readonly Wording[], chosen: readonly Choice[]): readonly Placed[] {
  return chosen.flatMap(({ cover, statement }, clause) => {
    const wording = clauses[clause]
    return wording === undefined ? [] : [{ clause, wording, cover, statement }]
  })
}

function isSound({ clauses, told }: Told, chosen: readonly Choice[], prepared: PreparedEvidence): boolean {
  const { calendar, segments: all } = prepared
  const readings = readingsOf(clauses, chosen)
  const isHeld = [...Map.groupBy(readings, ({ statement }) => statement)].every(([statement, own]) =>
    holdsTogether(own, statement),
  )
  const segments = [...Map.groupBy(readings, ({ statement }) => statement.segment).values()]
  if (!isHeld || !keepsTopics(readings.flatMap(matchOf), told, prepared)) return false
  if (segments.length < 2) return true
  if (segments.some((own) => own.every(({ wording }) => isCircumstance(wording)))) return false
  if (losesYear(readings, calendar)) return false
  const sentences = readings.map(({ statement }) => all[statement.segment]?.sentence ?? 0)
  const isNear = Math.max(...sentences) - Math.min(...sentences) <= 1
  if (isNear && readings.every(isIndependent)) return true
  return segments.every((own) =>
    startsAfresh(
      own,
      segments.every((others) => others === own || isEnded(others)),
    ),
  )
}

function timesOf(cover: Cover, { wordings, carried }: Statement): Wording['times'] {
  const named = clausesOf(cover).flatMap((clause) => wordings[clause]?.times ?? [])
  return named.length > 0 ? named : carried
}

function matchOf({ wording, cover, statement }: Placed): readonly Match[] {
  const first = cover.find((place) => place !== null)
  const original = first && statement.wordings[first.clause]
  const orders = clausesOf(cover).flatMap((clause) => statement.wordings[clause]?.order ?? [])
  if (!original) return []
  return [
    {
      claim: wording.order,
      original: original.order,
      last: Math.max(...orders),
      segment: statement.segment,
      times: timesOf(cover, statement),
    },
  ]
}

/** Two sentences of which only one gives up a year of its own would be put into one time. */
function losesYear(readings: readonly Placed[], { titleYears }: Calendar): boolean {
  const years = readings
    .filter(({ wording }) => wording.times.length === 0)
    .map(({ cover, statement }) =>
      timesOf(cover, statement)
        .map(({ to }) => to)
        .filter((year) => !titleYears.includes(year)),
    )
  return years.some((own) => own.length > 0) && new Set(years.map((own) => own.join())).size > 1
}

/** Whether a clause says something of its own that no other clause of its statement is needed for. */
function isIndependent({ cover, statement, wording }: Placed): boolean {
  const [clause = 0, ...others] = clausesOf(cover)
  const original = statement.wordings[clause]
  const letters = original?.letters ?? ''
  if (others.length > 0 || LEANING.test(letters) || !INDICATED.test(letters)) return false
  return [original, wording].every((one) => isNewSubject(one) && !beginsWithVerb(one?.letters ?? ''))
}

/** A clause behind one from another statement must begin that statement, or only what leads to it is left out. */
function startsAfresh(own: readonly Placed[], isAmongWhole: boolean): boolean {
  const [first] = own
  if (first === undefined) return false
  if (own.some(({ clause }, at) => at > 0 && clause !== (own[at - 1]?.clause ?? 0) + 1)) return false
  const start = Math.min(...own.flatMap(({ cover }) => cover.flatMap((place) => place?.clause ?? [])))
  const { wordings } = first.statement
  if (first.clause === 0 && isAmongWhole && isNewSubject(wordings[start])) return true
  return wordings.slice(0, start).every(({ letters }) => LEAD_IN.test(letters))
}

/** Whether what is taken of a statement reaches to its end. */
function isEnded(own: readonly Placed[]): boolean {
  const last = Math.max(...own.flatMap(({ cover }) => cover.flatMap((place) => place?.clause ?? [])))
  return own.some(({ statement }) => last === statement.wordings.length - 1)
}
