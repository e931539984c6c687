import type { Range } from '../../corpus/index.ts'
import type { Topic } from '../question/topic.ts'
import { pairShare, predicateShare } from './coverage.ts'
import { isProse, readable, STRENGTH, type Surroundings } from './layers.ts'

/** Where nothing is asked beyond the subject of a text, each of its sentences is as near as any other. */
const SUBJECT_ONLY = { least: 0.55, named: 0.1 } as const
/** What refers back to the sentence before it. */
const REFERS_BACK = /^[\s“「（(]*(?:[他她它牠]们?|[其该此这]|两者|二者|双方|随[即后])/u

/** A sentence with the one before it; null for the first of a passage. */
export interface InContext {
  readonly around: Surroundings
  readonly sentence: Range
  readonly previous: Range | null
}

/** Whether a sentence of prose says nothing by itself of what the one before it is about: by a pronoun, or behind a semicolon. */
export function goesOn(place: InContext): boolean {
  const { around, sentence, previous } = place
  const { view } = around.indexed
  if (previous === null || !isProse(around.indexed)) return false
  return /[；;]\s*$/u.test(view.slice(previous.start, sentence.start)) || refersBack(place)
}

/** How much a find in the sentence before counts; prose moves on to another thing with every sentence that names one. */
export function previousStrength(place: InContext): number {
  if (!isProse(place.around.indexed)) return STRENGTH.previous
  return goesOn(place) ? STRENGTH.sentence : STRENGTH.passage
}

/**
 * Share of the topic's pairs that stand in a window itself, 0 to 1. What its sentence refers back to is its subject as
 * much as what the whole text is about.
 * @param view normalised window
 */
export function innerShareOf(topic: Topic, view: string, place: InContext): number {
  const { around, previous } = place
  const subject =
    previous !== null && refersBack(place)
      ? around.subject + readable(around.indexed, previous)
      : around.subject
  const share = pairShare(topic, view, subject)
  const isOfSubjectOnly = isProse(around.indexed) && predicateShare(topic, view, subject) === null
  return isOfSubjectOnly ? SUBJECT_ONLY.least + SUBJECT_ONLY.named * share : share
}

function refersBack({ around, sentence }: InContext): boolean {
  const { indexed } = around
  return isProse(indexed) && REFERS_BACK.test(indexed.view.slice(sentence.start, sentence.end))
}
