import type { Range } from '../../corpus/index.ts'
import {
  COMMON_WEIGHT,
  type ContentPiece,
  FUNCTION_CHARACTERS,
  LIGHT_CHARACTERS,
} from '../../retrieval/index.ts'
import { areHomophones } from '../../text/index.ts'
import { thingNamedIn } from '../question/thing-name.ts'
import { isToken, type Pair, type Synonyms, sum, type Topic } from '../question/topic.ts'

/** For each character of each piece, how surely it was found, 0 to 1. */
export type Levels = readonly (readonly number[])[]

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

const STRENGTH = { abbreviation: 0.75, homophone: 0.9, verb: 0.8 } as const
/** Everyday verbs that stand for a longer one in front of the asking. */
const ASKING_VERBS: ReadonlySet<string> = new Set('筛招建配改采派开查打做办完换盖装投补买搬组设引训评')
/** Longest abbreviation that is looked for as a subsequence, and how far its letters may lie apart. */
const ABBREVIATION = { longest: 4, reach: 8 } as const
/** A character found less surely than this counts as missing. */
const FOUND = 0.45

/** Headings, titles and sentences stand around many a clause, and are looked into for each of them. */
const known = new WeakMap<Topic, Map<string, Levels>>()

/** Where a topic's characters stand in a text: beside a neighbour, as a synonym, abbreviated or misspelt. */
export function levelsIn(topic: Topic, view: string): Levels {
  const ofTopic = known.get(topic) ?? new Map<string, Levels>()
  known.set(topic, ofTopic)
  const before = ofTopic.get(view)
  if (before !== undefined) return before
  const levels = topic.pieces.map((piece, at) => pieceLevels(piece, topic.synonyms[at] ?? [], view))
  ofTopic.set(view, levels)
  return levels
}

function pieceLevels({ text }: ContentPiece, synonyms: readonly Synonyms[], view: string): readonly number[] {
  if (view === '') return new Array<number>(text.length).fill(0)
  const levels = new Array<number>(text.length).fill(0)
  for (const { start, end, others } of synonyms) {
    if (others.some((other) => view.includes(other))) levels.fill(1, start, end)
  }
  if (isToken(text)) return hasToken(view, text) ? levels.fill(1) : levels
  if (text.length === 1) return view.includes(text) ? [1] : levels
  for (let at = 0; at + 1 < text.length; at++) {
    if (view.includes(text.slice(at, at + 2))) levels.fill(1, at, at + 2)
  }
  const last = text.at(-1) ?? ''
  // 两癌筛 in front of the asking: the verb stands for 筛查.
  if (text.length > 2 && ASKING_VERBS.has(last) && view.includes(last))
    raise(levels, text.length - 1, text.length, STRENGTH.verb)
  if (levels.every((level) => level === 1)) return levels
  raiseHomophones(text, view, levels)
  raiseAbbreviations(text, view, levels)
  return levels
}

/** A plural s behind the token belongs to it: DRG stands in DRGs. */
function hasToken(view: string, token: string): boolean {
  const at = view.indexOf(token)
  if (at === -1 || /[a-z0-9.]/.test(view[at - 1] ?? '')) return false
  return /^s?(?![a-z0-9])/u.test(view.slice(at + token.length, at + token.length + 2))
}

function raise(levels: number[], start: number, end: number, level: number): void {
  for (let at = start; at < end; at++) levels[at] = Math.max(levels[at] ?? 0, level)
}

/** One wrong character of the same sound between two right ones, or beside two right ones. */
function raiseHomophones(text: string, view: string, levels: number[]): void {
  const isHere = Array.from({ length: text.length }, (_, at) => view.includes(text[at] ?? ''))
  for (let at = 0; at < text.length; at++) {
    if ((levels[at] ?? 0) >= FOUND && (levels[at + 1] ?? 1) >= FOUND) continue
    for (const wrong of [1, 2, 0] as const) {
      const start = at - wrong
      if (start < 0 || start + 3 > text.length) continue
      const [first, second] = RIGHT[wrong]
      if (isHere[start + first] !== true || isHere[start + second] !== true) continue
      if (isLonger(text, at, wrong, levels)) continue
      if (!hasMisspelt(text, start, wrong, view)) continue
      raise(levels, start, start + 3, STRENGTH.homophone)
    }
  }
}

/** Of three letters with a wrong one, where the right ones are. */
const RIGHT = [
  [1, 2],
  [0, 2],
  [0, 1],
] as const

/** 乙肝疫苗 is no slip for 流感疫苗: beside the one letter stands another that was not found. */
function isLonger(text: string, at: number, wrong: 0 | 1 | 2, levels: readonly number[]): boolean {
  const beyond = wrong === 0 ? at - 1 : wrong === 2 ? at + 1 : at
  const letter = text[beyond] ?? ''
  return beyond !== at && letter !== '' && (levels[beyond] ?? 0) < FOUND && !isEveryday(letter)
}

function isEveryday(letter: string): boolean {
  return LIGHT_CHARACTERS.has(letter) || FUNCTION_CHARACTERS.has(letter)
}

/** Whether the view holds three characters of the text with the one at `wrong` replaced by a homophone. */
function hasMisspelt(text: string, start: number, wrong: 0 | 1 | 2, view: string): boolean {
  const [first, second] = RIGHT[wrong]
  const anchor = text[start + first] ?? ''
  const other = text.charCodeAt(start + second)
  for (let found = view.indexOf(anchor); found !== -1; found = view.indexOf(anchor, found + 1)) {
    const from = found - first
    if (from < 0 || view.charCodeAt(from + second) !== other) continue
    if (areHomophones(view[from + wrong] ?? '', text[start + wrong] ?? '')) return true
  }
  return false
}

/** 彩超 is found in 彩色超声: a short run whose letters follow one another within a short reach. */
function raiseAbbreviations(text: string, view: string, levels: number[]): void {
  for (const { start, end } of runsBelow(levels)) {
    if (end - start < 2 || end - start > ABBREVIATION.longest) continue
    if (isAbbreviationIn(text.slice(start, end), view)) raise(levels, start, end, STRENGTH.abbreviation)
  }
  for (const { start, end } of runsBelow(levels)) {
    // 计生 in 计生特殊家庭: a longer run may begin with a short word that is written out.
    if (end - start > 2 && holdsInitials(view, text[start] ?? '', text[start + 1] ?? ''))
      raise(levels, start, start + 2, STRENGTH.abbreviation)
    // The deed in front of its object in short, and behind it when written out: 防疫 in 疫情防控.
    for (let at = start; at + 1 < end; at++) {
      if (holdsInitials(view, text[at + 1] ?? '', text[at] ?? ''))
        raise(levels, at, at + 2, STRENGTH.abbreviation)
    }
  }
  for (const { start } of runsBelow(levels)) {
    if (!LIGHT_CHARACTERS.has(text[start] ?? '') && isPartOfLonger(text, start, view))
      raise(levels, start, start + 1, STRENGTH.abbreviation)
  }
}

/** 外科楼 for 外科综合楼, 精卫中心 for 精神卫生中心: one letter more of a name that is written out. */
function isPartOfLonger(text: string, at: number, view: string): boolean {
  const [before2 = '', before = '', own = '', next = ''] = [at - 2, at - 1, at, at + 1].map(
    (one) => text[one],
  )
  if (before === '' || !view.includes(own) || !/\p{Script=Han}/u.test(own)) return false
  const between = '\\p{Script=Han}{0,3}?'
  const forms = [
    ...(before2 === '' ? [] : [`${before2}${before}${between}${own}`]),
    ...(next === '' ? [] : [`${before}${between}${own}${between}${next}`]),
  ]
  return forms.some((form) => new RegExp(form, 'u').test(view))
}

function isAbbreviationIn(text: string, view: string): boolean {
  const first = text[0] ?? ''
  for (let start = view.indexOf(first); start !== -1; start = view.indexOf(first, start + 1)) {
    let at = start
    let next = 1
    while (next < text.length) {
      at = view.indexOf(text[next] ?? '', at + 1)
      if (at === -1 || at - start > ABBREVIATION.reach) break
      next++
    }
    if (next === text.length && !/[，,。；;、]/.test(view.slice(start, at))) return true
  }
  return false
}

/** Whether two words of two letters that follow each other begin so: 计 and 生 in 计划生育. */
function holdsInitials(view: string, first: string, second: string): boolean {
  for (let at = view.indexOf(first); at !== -1; at = view.indexOf(first, at + 1)) {
    if (view[at + 2] === second && HAN.test(view[at + 1] ?? '') && HAN.test(view[at + 3] ?? '')) return true
  }
  return false
}

const HAN = /\p{Script=Han}/u

/** The surer of the levels, each scaled by its strength. */
export function strongest(layers: readonly { readonly levels: Levels; readonly strength: number }[]): Levels {
  const [first] = layers
  if (first === undefined) return []
  return first.levels.map((piece, index) => {
    const best = new Array<number>(piece.length).fill(0)
    for (const { levels, strength } of layers) {
      const own = levels[index]
      if (own === undefined) continue
      for (let at = 0; at < best.length; at++) {
        const level = (own[at] ?? 0) * strength
        if (level > (best[at] ?? 0)) best[at] = level
      }
    }
    return best
  })
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

function runsBelow(levels: readonly number[]): readonly { readonly start: number; readonly end: number }[] {
  const runs: { start: number; end: number }[] = []
  for (let start = 0; start < levels.length; start++) {
    if ((levels[start] ?? 0) >= FOUND) continue
    let end = start + 1
    while (end < levels.length && (levels[end] ?? 0) < FOUND) end++
    runs.push({ start, end })
    start = end
  }
  return runs
}
