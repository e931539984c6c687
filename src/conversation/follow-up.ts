import { outsideOfPlans } from '../answer/index.ts'
import { overlaps } from '../corpus/index.ts'
import { type Catalogue, understand } from '../retrieval/index.ts'
import * as phrase from './lexicon.ts'
import { cutOut, hasTopic, type Mention, type Reading, read } from './reading.ts'

/** Place, time and kind of document that a follow-up names; undefined where it names none. */
export interface NamedFrame {
  readonly places: readonly Mention[] | undefined
  readonly years: readonly Mention[] | undefined
  readonly kinds: readonly Mention[] | undefined
  /** Years before (negative) or after the one spoken of. */
  readonly yearStep: -1 | 0 | 1
  /** 另外一个市, 其他市, 各市. */
  readonly otherPlace: { readonly isOne: boolean; readonly ending: string } | 'every' | undefined
}

/** How a question leans on the one before. */
export type FollowUp =
  | { readonly kind: 'complete' }
  /** The same for another place, year or kind of document. */
  | { readonly kind: 'frame'; readonly frame: NamedFrame }
  /** The same, beside one more place or year. */
  | { readonly kind: 'beside'; readonly frame: NamedFrame }
  /** Something else about the same topic. */
  | { readonly kind: 'asking'; readonly frame: NamedFrame; readonly asking: string }
  /** The same about another topic. */
  | { readonly kind: 'topic'; readonly frame: NamedFrame; readonly topic: string }
  /** A question of its own that leaves place or year open. */
  | { readonly kind: 'open'; readonly frame: NamedFrame; readonly body: string; readonly isImplied: boolean }
  /** The last questions side by side. */
  | { readonly kind: 'compare'; readonly asking: string }

const COMPLETE: FollowUp = { kind: 'complete' }
const LONGEST_TOPIC = 16
/** A longer question says by itself what it is about. */
const LONGEST_IMPLIED = 24
const LONGEST_BARE = 8

/** Tells by the wording alone whether a question leans on an earlier one; in doubt it stands for itself. */
export function readFollowUp(question: string, catalogue: Catalogue): FollowUp {
  const reading = read(question.replace(/[\s?？。.!！~～]+$/u, ''), catalogue)
  if (reading.named.length > 0) return COMPLETE
  const plain = reading.view.replace(phrase.LEAD, '').replace(phrase.TAIL, '')
  if (phrase.COMPARE.test(plain)) return { kind: 'compare', asking: plain }
  const nothing = frameOf(reading, '', undefined)
  if (phrase.MORE.test(plain)) return { kind: 'asking', frame: nothing, asking: '还有哪些' }
  if (phrase.ELABORATE.test(plain)) return { kind: 'asking', frame: nothing, asking: '具体有哪些内容' }
  if (phrase.SAID_TO_US.test(plain)) return COMPLETE
  if (phrase.SOURCE.test(plain)) return { kind: 'frame', frame: nothing }
  return readParts(reading, catalogue)
}

function readParts(reading: Reading, catalogue: Catalogue): FollowUp {
  const { view, places, kinds } = reading
  const step = phrase.RELATIVE_YEAR.exec(view)
  const stepRange = step === null ? [] : [{ start: step.index, end: step.index + step[0].length }]
  const years = reading.years.filter((year) => !stepRange.some((range) => overlaps(range, year)))
  const cut = cutOut(view, [...places, ...years, ...stepRange])
    .replace(/\0[和与跟及、,，\s]*(?=\0)/gu, '')
    .replace(phrase.LEAD, '')
  const led = cut.replace(phrase.YEAR_ANAPHOR, '')
  const isBeside = places.length + years.length + stepRange.length > 0 && phrase.COMPARE_WITH.test(led)
  const rest = led
    .replace(isBeside ? phrase.COMPARE_WITH : /^/u, '')
    .replace(/\0+(?:的)?/gu, '')
    .replace(phrase.TAIL, '')
    .replace(/^(?:呢(?=[,，?？\s]))?[\s,，?？的]+/u, '')
  const otherPlace = otherPlaceIn(rest)
  const frame = frameOf({ ...reading, years }, step === null ? '' : step[0], otherPlace)
  if (otherPlace !== undefined) return { kind: 'frame', frame }
  const parts = {
    rest: inOriginalCase(rest, reading.text),
    frame,
    isLed: phrase.LEAD.test(view) || led !== cut,
    isTailed: /呢\s*$/u.test(view),
    isBeside,
    hasKind: kinds.length > 0,
    isFramed: places.length + years.length + stepRange.length > 0,
  }
  return classify(parts, catalogue)
}

/** Latin words as they were typed. */
function inOriginalCase(rest: string, text: string): string {
  return rest.replace(/[a-z]+/gu, (word) => new RegExp(word, 'iu').exec(text)?.[0] ?? word)
}

interface Parts {
  /** What is left of the question without place, year, opening and closing words. */
  readonly rest: string
  readonly frame: NamedFrame
  readonly isLed: boolean
  readonly isTailed: boolean
  readonly isBeside: boolean
  readonly hasKind: boolean
  readonly isFramed: boolean
}

function classify(parts: Parts, catalogue: Catalogue): FollowUp {
  const { rest, frame, isLed, isTailed, isBeside, isFramed } = parts
  const isEmpty = phrase.HOW_ABOUT.test(rest) || /^(?:相?比|比较|对比)(?:一下|起来)?$/u.test(rest)
  const isAbout = hasTopic(rest.replace(phrase.ASPECT, ' '), catalogue)
  if (isBeside && (isEmpty || !isAbout)) return { kind: 'beside', frame }
  if ((isEmpty && isFramed) || (phrase.WHICH_MORE.test(rest) && (frame.places?.length ?? 0) > 1))
    return { kind: 'frame', frame }
  if (isFramed && phrase.EXISTENCE.test(rest)) return { kind: 'asking', frame, asking: rest }
  const standing = standIn(parts)
  if (standing !== undefined) return standing
  if (asksOfPaper(rest, catalogue))
    return isFramed || parts.hasKind ? COMPLETE : { kind: 'open', frame, body: rest, isImplied: false }
  const doesAsk = phrase.ASKS.test(rest)
  const isNamed = isTailed && !doesAsk && !parts.hasKind && namesSomething(rest, catalogue)
  if (!isAbout && !isNamed) return classifyTopicless(parts, doesAsk)
  if (doesAsk)
    return isLed || impliesPlace(parts) ? { kind: 'open', frame, body: rest, isImplied: !isLed } : COMPLETE
  const topic = rest.replace(/的$/u, '')
  const isShort = [...topic].length <= LONGEST_TOPIC
  const isBare = [...topic].length <= LONGEST_BARE && impliesPlace(parts) && !phrase.COURTESY.test(topic)
  return ((isTailed || isLed) && isShort) || isBare ? { kind: 'topic', frame, topic } : COMPLETE
}

/** Asked after one place and naming none, a short question means that place. */
function impliesPlace({ rest, frame, hasKind }: Parts): boolean {
  const isShort = [...rest].length <= LONGEST_IMPLIED
  const isOfPlans = !phrase.OF_ALL.test(rest) && outsideOfPlans(rest) === undefined
  return frame.places === undefined && !hasKind && isShort && isOfPlans
}

/** A word of which one character alone could also be grammar, such as 青少年. */
function namesSomething(rest: string, catalogue: Catalogue): boolean {
  const bare = rest.replace(phrase.ASPECT, ' ').trim()
  return understand(bare, catalogue).pieces.some(({ weights }) => weights.some((weight) => weight === 1))
}

function asksOfPaper(rest: string, catalogue: Catalogue): boolean {
  const without = rest.replace(phrase.DOCUMENT_FACT, ' ')
  return without !== rest && phrase.ASKS.test(rest) && !hasTopic(without, catalogue)
}

function classifyTopicless(
  { rest, frame, isLed, isTailed, hasKind, isFramed }: Parts,
  doesAsk: boolean,
): FollowUp {
  if (!doesAsk && hasKind) return isLed || isTailed ? { kind: 'frame', frame } : COMPLETE
  if (!doesAsk) {
    const isAspect = (isLed || isTailed) && rest.replace(phrase.ASPECT, '').replace(/的/gu, '') === ''
    return isAspect
      ? { kind: 'asking', frame, asking: `的${rest}${/投资|经费|资金|值/u.test(rest) ? '是多少' : '是什么'}` }
      : COMPLETE
  }
  const isOverview =
    phrase.OVERVIEW_NOUN.test(rest) && !phrase.REASON.test(rest) && !/^具体|多少|几(?![个项])|谁/u.test(rest)
  // With place and year of its own it asks of that plan, not of what was spoken of.
  const isOfPlan = frame.places !== undefined && frame.years !== undefined && phrase.WHOLE_LIST.test(rest)
  if (hasKind || ((isOverview ? isFramed : isOfPlan) && !isLed)) return COMPLETE
  if (!isOverview || isFramed) return { kind: 'asking', frame, asking: rest }
  if (phrase.WHOLE_PLAN.test(rest)) return { kind: 'open', frame, body: rest, isImplied: false }
  return /措施|内容|举措|要求|目标|指标/u.test(rest) ? { kind: 'asking', frame, asking: rest } : COMPLETE
}

/** When the question begins with a word that stands for something said before. */
function standIn({ rest, frame }: Parts): FollowUp | undefined {
  const stands = frame.places === undefined ? phrase.PLACE_ANAPHOR.exec(rest) : null
  if (stands !== null) return { kind: 'open', frame, body: rest.slice(stands[0].length), isImplied: false }
  if (phrase.PART.test(rest)) return { kind: 'asking', frame, asking: rest }
  const anaphor = phrase.NO_ANAPHOR.test(rest) ? null : phrase.ANAPHOR.exec(rest)
  return anaphor === null ? undefined : { kind: 'asking', frame, asking: rest.slice(anaphor[0].length) }
}

function otherPlaceIn(rest: string): NamedFrame['otherPlace'] {
  const bare = rest.replace(/(?:的)?(?:情况)?(?:怎么样|咋样|如何)$/u, '')
  if (phrase.EVERY_PLACE.test(bare)) return 'every'
  const other = phrase.OTHER_PLACE.exec(bare)
  if (other === null) return undefined
  const { number, kind } = other.groups ?? {}
  const ending = kind?.length === 1 ? kind : ''
  return {
    isOne:
      (number ?? (/^(?:另外?|另一)/u.test(bare) ? '一' : '几')) === '一' || number === '1' || number === '那',
    ending,
  }
}

function frameOf(
  { places, years, kinds }: Reading,
  step: string,
  otherPlace: NamedFrame['otherPlace'],
): NamedFrame {
  const groups = phrase.RELATIVE_YEAR.exec(step)?.groups
  const yearStep = groups === undefined ? 0 : groups.before === undefined ? 1 : -1
  return {
    places: places.length === 0 ? undefined : places,
    years: years.length === 0 ? undefined : years,
    kinds: kinds.length === 0 ? undefined : kinds,
    yearStep,
    otherPlace,
  }
}
