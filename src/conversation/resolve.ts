import type { Catalogue } from '../retrieval/index.ts'
import { resolveComparison } from './comparison.ts'
import type { Turn } from './conversation.ts'
import { type FollowUp, type NamedFrame, readFollowUp } from './follow-up.ts'
import { type Context, distinct, frameFor, frameText, joined, namesOf, placesFor, yearsFor } from './frame.ts'
import * as phrase from './lexicon.ts'
import { bodyOf, type Reading, read, topicOf } from './reading.ts'
import { implied, NOTHING_BEFORE, type Resolution, resolved, unclear } from './resolution.ts'
import { withTopic } from './topic-change.ts'

const COMPLETE: Resolution = { kind: 'complete' }

/**
 * Makes a whole question of one that leans on the questions before it, by rules alone: everything in it stands in
 * the conversation or names a document's place or year. The same code then understands it as if it had been typed.
 */
export function resolveFollowUp(question: string, turns: readonly Turn[], catalogue: Catalogue): Resolution {
  const followUp = readFollowUp(question, catalogue)
  if (followUp.kind === 'complete') return COMPLETE
  const before = turns.flatMap(({ understood }) => (understood === null ? [] : [understood]))
  const last = before.at(-1)
  if (last === undefined) return leansOnNothing(followUp) ? unclear(NOTHING_BEFORE) : COMPLETE
  const context = { last: read(last, catalogue), before, catalogue }
  const resolution = resolve(followUp, context)
  return resolution.kind === 'resolved' && sameWords(resolution.question, question) ? COMPLETE : resolution
}

/** Without anything before it, does the question say enough to be answered as it stands? */
function leansOnNothing(followUp: FollowUp): boolean {
  switch (followUp.kind) {
    case 'complete':
    case 'open':
    case 'topic':
      return false
    case 'frame':
      return followUp.frame.yearStep !== 0 || followUp.frame.otherPlace !== undefined
    case 'asking':
      return followUp.frame.places === undefined
    case 'beside':
    case 'compare':
      return true
  }
}

function resolve(followUp: Exclude<FollowUp, { readonly kind: 'complete' }>, context: Context): Resolution {
  if (followUp.kind === 'compare') return resolveComparison(followUp.asking, context)
  const { last, catalogue } = context
  const places = placesFor(followUp.frame, context)
  if (typeof places === 'string') return unclear(places)
  const years = yearsFor(followUp.frame, context)
  if (followUp.kind === 'beside') {
    const beside = {
      places: distinct([...namesOf(last.places), ...(places ?? [])]),
      years: distinct([...namesOf(last.years), ...(years ?? [])]),
    }
    return resolved(frameText(beside) + bodyOf(last))
  }
  const frame = frameFor(places, years, last)
  const kind = followUp.frame.kinds?.map(({ name }) => name).join('和')
  const changesPlace = places !== undefined && joined(places) !== joined(namesOf(last.places))
  const without = kind !== undefined ? 'frame and kinds' : changesPlace ? 'frame and papers' : 'frame'
  const body = bodyOf(last, without)
  const topic = topicOf(body, catalogue)
  const subject = topic === '' ? (kind ?? namesOf(last.kinds).join('和')) : topic
  switch (followUp.kind) {
    case 'frame':
      return resolved(frame + (kind ?? '') + withoutTogether(body, frame))
    case 'topic':
      return resolved(frame + withTopic(withoutTogether(body, frame), followUp.topic, catalogue))
    case 'open':
      if (followUp.isImplied)
        return namesOf(last.places).length === 1
          ? implied(frame + kindWords(last, kind) + followUp.body)
          : COMPLETE
      return isOpen(followUp.frame) ? resolved(frame + kindWords(last, kind) + followUp.body) : COMPLETE
    case 'asking':
      return resolved(frame + askAbout(subject, followUp.asking, body))
  }
}

/** A question that names both place and year leaves nothing open. */
function isOpen({ places, years, yearStep }: NamedFrame): boolean {
  return places === undefined || (years === undefined && yearStep === 0)
}

/** Of a paper itself is asked under the name of the paper. */
function kindWords(last: Reading, kind: string | undefined): string {
  return kind === undefined && last.query.documentKinds.length === 1
    ? (namesOf(last.kinds)[0] ?? '')
    : (kind ?? '')
}

function askAbout(subject: string, asking: string, body: string): string {
  if (phrase.REASON.test(asking) && !/的/u.test(asking)) return `为什么提出${subject}`
  if (phrase.EXISTENCE.test(asking)) return `有没有提到${subject}`
  if (!phrase.PART.test(asking)) return subject + asking
  const rest = phrase.ASKS.test(asking) ? '' : /多少|几/u.test(body) ? '是多少' : '有哪些'
  return `${subject}，${asking}${rest}`
}

/** 分别 asks of several; of one place and year there is nothing to keep apart. */
function withoutTogether(body: string, frame: string): string {
  return /[和、]/u.test(frame) ? body : body.replace(/分别|各自|各(?=[是有要到为达])|都(?=[是有要怎])/gu, '')
}

function sameWords(a: string, b: string): boolean {
  const words = (text: string) => text.replace(/[\s\p{P}]/gu, '')
  return words(a) === words(b)
}
