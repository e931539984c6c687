import type { Range } from '../../corpus/index.ts'
import { COMMON_WEIGHT, FUNCTION_CHARACTERS } from '../../retrieval/index.ts'
import { thingNamedIn } from '../question/thing-name.ts'
import { isToken, type Pair, sum, type Topic } from '../question/topic.ts'
import { type Levels, runsBelow } from './levels.ts'

export interface Gap {
  readonly text: string
  /** What a reader is told of it: without everyday verbs and particles at its ends. */
  readonly word: string
  readonly share: number
  readonly isHeld: boolean
}

export interface Coverage {
  /** Weighted share of the topic's characters found, 0 to 1. */
  readonly share: number
  /** The heaviest run of the topic's core that was found nowhere, and its share of the whole weight. */
  readonly gap: Gap
  /** Share of the heaviest name of a thing that was found nowhere: an institution, a sickness, a group, an indicator. */
  readonly nameShare: number
  /** Share of words that were found nowhere and stand right before one that was: 示范 in 示范中医馆. */
  readonly modifierShare: number
}

/** Weighted share of the topic's characters found, 0 to 1. */
export function shareOf({ pieces, totalWeight }: Topic, levels: Levels): number {
  let found = 0
  for (const [index, { weights }] of pieces.entries()) {
    const own = levels[index] ?? []
    for (let at = 0; at < weights.length; at++) found += (weights[at] ?? 0) * (own[at] ?? 0)
  }
  return totalWeight === 0 ? 0 : found / totalWeight
}

export function measure(topic: Topic, levels: Levels): Coverage {
  if (topic.totalWeight === 0)
    return { share: 0, gap: { text: '', word: '', share: 0, isHeld: true }, nameShare: 0, modifierShare: 0 }
  let gap = { piece: 0, start: 0, end: 0, weight: 0, isHeld: true }
  let modifiers = 0
  let name = 0
  for (const [index, piece] of topic.pieces.entries()) {
    const own = levels[index] ?? []
    for (const { start, end } of runsBelow(own)) {
      let weight = 0
      for (let at = start; at < end; at++) if (topic.core[index]?.[at]) weight += piece.weights[at] ?? 0
      name = Math.max(name, knownNameWeight(topic, index, { start, end }))
      const isHeld = topic.held[index]?.slice(start, end).some(Boolean) ?? false
      if (isHeld && topic.core[index]?.[end] && piece.weights[end] !== undefined) modifiers += weight
      if (weight > gap.weight) gap = { piece: index, start, end, weight, isHeld }
    }
  }
  const { piece, weight, isHeld } = gap
  return {
    share: shareOf(topic, levels),
    gap: {
      text: (topic.pieces[piece]?.text ?? '').slice(gap.start, gap.end),
      word: wordIn(topic, piece, gap),
      share: weight / topic.totalWeight,
      isHeld,
    },
    nameShare: name / topic.totalWeight,
    modifierShare: modifiers / topic.totalWeight,
  }
}

/** What a letter of a name weighs at least, though alone it would be an everyday verb: 位 in 学位. */
const LEAST_OF_NAME = 0.5

/** The same words of a question are missing from one window after the other. */
const nameWeights = new WeakMap<Topic, Map<string, number>>()

function knownNameWeight(topic: Topic, piece: number, run: Range): number {
  const ofTopic = nameWeights.get(topic) ?? new Map<string, number>()
  nameWeights.set(topic, ofTopic)
  const key = `${piece} ${run.start} ${run.end}`
  const weight = ofTopic.get(key) ?? nameWeight(topic, piece, run)
  ofTopic.set(key, weight)
  return weight
}

/** The weight of the heaviest name in a run of a piece; planning words part one name from another. */
function nameWeight({ pieces, core, joined }: Topic, piece: number, run: Range): number {
  const { text = '', weights = [] } = pieces[piece] ?? {}
  if (isToken(text)) return sum(weights)
  let heaviest = 0
  for (let start = run.start; start < run.end; start++) {
    let end = start
    while (end < run.end && core[piece]?.[end]) end++
    const isModifier = end === run.end && core[piece]?.[end] === true
    const isJoined = (at: number) => joined[piece]?.[start + at] ?? false
    const name = thingNamedIn(text.slice(start, end), isJoined, isModifier)
    const letters = name === null ? [] : weights.slice(start + name.start, start + name.end)
    heaviest = Math.max(heaviest, sum(letters.map((weight) => Math.max(weight, LEAST_OF_NAME))))
    start = Math.max(start, end)
  }
  return heaviest
}

/** A shorter word may be another way of putting it; what is told of everywhere may be, too. */
const STRANGER = { shortest: 3, weight: 0.7 } as const

/** Names, among what was not found, of things that other texts of the corpus tell of. */
export function strangersIn(topic: Topic, levels: Levels): readonly string[] {
  return topic.pieces.flatMap((_, piece) =>
    runsBelow(levels[piece] ?? [])
      .filter(({ start, end }) => end - start >= STRANGER.shortest)
      .flatMap((run) => coreRuns(topic, piece, run).flatMap((core) => strangerIn(topic, piece, core) ?? [])),
  )
}

function strangerIn({ pieces, joined }: Topic, piece: number, { start, end }: Range): string | undefined {
  const { text = '', weights = [] } = pieces[piece] ?? {}
  const isJoined = (at: number) => joined[piece]?.[start + at] ?? false
  const name = thingNamedIn(text.slice(start, end), isJoined, false)
  const length = name === null ? 0 : name.end - name.start
  if (name === null || length < STRANGER.shortest) return undefined
  const own = weights.slice(start + name.start, start + name.end)
  const isKnown = own.slice(1).every((_, at) => isJoined(name.start + at))
  const isTelling = isKnown && sum(own) >= STRANGER.weight * length
  return isTelling ? text.slice(start + name.start, start + name.end) : undefined
}

/** The parts of a run between planning words. */
function coreRuns({ core }: Topic, piece: number, run: Range): readonly Range[] {
  const parts: Range[] = []
  for (let start = run.start; start < run.end; start++) {
    let end = start
    while (end < run.end && core[piece]?.[end]) end++
    if (end > start) parts.push({ start, end })
    start = Math.max(start, end)
  }
  return parts
}

/** A run without the everyday verbs and particles at its ends that the corpus joins to no neighbour. */
function wordIn({ pieces, held }: Topic, piece: number, { start, end }: Range): string {
  const text = pieces[piece]?.text ?? ''
  const isWord = (at: number) => held[piece]?.[at] === true || !FUNCTION_CHARACTERS.has(text[at] ?? '')
  let [from, to] = [start, end]
  while (from < to && !isWord(from)) from++
  while (to > from && !isWord(to - 1)) to--
  return text.slice(from, to).replace(/^(?:[在给由对把的各]|每[个名家所]?)+/u, '')
}

/** What a pair still counts in a clause when it only repeats what the whole text is about, and all such pairs together. */
const REPEATED = { each: 0.3, together: 0.6 } as const

/**
 * Weighted share of the topic's pairs that stand in a text, letter for letter or as a synonym, 0 to 1.
 * @param subject what the whole document is about; repeating it tells little
 */
export function pairShare({ pairs, synonyms }: Topic, view: string, subject: string): number {
  const repeated = sum(pairs.filter(({ text }) => subject.includes(text)).map(({ weight }) => weight))
  const least = Math.min(REPEATED.each, REPEATED.together / Math.max(repeated, 1))
  const weightOf = ({ text, weight }: Pair) => (subject.includes(text) ? least * weight : weight)
  const said = synonyms.map((own) => own.filter(({ others }) => others.some((other) => view.includes(other))))
  const isIn = ({ text, piece, at }: Pair) =>
    view.includes(text) ||
    said[piece]?.some(({ start, end }) => start <= at && at + text.length <= end) === true
  const total = sum(pairs.map(weightOf))
  return total === 0 ? 0 : sum(pairs.filter(isIn).map(weightOf)) / total
}

/** The share of what a question says beyond the subject of a text that stands there, 0 to 1; null where it says no more. */
export function predicateShare(topic: Topic, view: string, subject: string): number | null {
  const pairs = topic.pairs.filter(({ text, weight }) => !subject.includes(text) && weight > COMMON_WEIGHT)
  return pairs.length === 0 ? null : pairShare({ ...topic, pairs }, view, '')
}
