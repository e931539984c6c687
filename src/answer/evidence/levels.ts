import { type ContentPiece, FUNCTION_CHARACTERS, LIGHT_CHARACTERS } from '../../retrieval/index.ts'
import { areHomophones } from '../../text/index.ts'
import { isToken, type Synonyms, type Topic } from '../question/topic.ts'

/** For each character of each piece, how surely it was found, 0 to 1. */
export type Levels = readonly (readonly number[])[]

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

/** The stretches of a piece that were found nowhere. */
export function runsBelow(
  levels: readonly number[],
): readonly { readonly start: number; readonly end: number }[] {
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
