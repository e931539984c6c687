import type { IndexedDocument, Range, TargetRow } from '../src/corpus/index.ts'
import { normalisedView } from '../src/corpus/index.ts'
import { targetsOf } from '../src/ledger/index.ts'
import { ALTERNATIVES } from '../src/retrieval/index.ts'
import { bareName, type Segmenter } from '../src/text/index.ts'

/** A question made by program from a row of a plan's ledger. */
export interface MadeQuestion {
  readonly question: string
  /** Where the answer stands; null when one of its words was exchanged for one the plan does not hold. */
  readonly answer: (Range & { readonly figure: string }) | null
  readonly document: IndexedDocument
}

/** How people ask for a figure, before and behind what it measures. */
const FRAMES: readonly (readonly [string, string])[] = [
  ['', '要到多少'],
  ['', '得弄到多少'],
  ['', '打算搞到多少'],
  ['', '是多少来着'],
  ['', '要求做到多少'],
  ['', '定了多少'],
  ['', '多少'],
  ['', '目标是多少'],
  ['', '准备整到几'],
  ['', '至少得有多少'],
  ['今年', '安排了多少'],
  ['把', '提到多少'],
  ['', '控制到多少'],
  ['', '计划完成多少'],
  ['想', '达到多少才行'],
]
/** What people say for the verbs of plans. */
const VERBS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^(?:新建|建设|建成|打造)/u, ['建', '修', '盖', '新盖']],
  [/^(?:新增|增加|扩充)/u, ['加', '添', '多加', '新加']],
  [/^(?:招聘|引进|招录)/u, ['招', '招来', '引']],
  [/^(?:更新|购置|配备|采购)/u, ['换', '买', '配', '添置']],
  [/^(?:培训|培养|培育)/u, ['训', '培养出', '带出']],
  [/^(?:改造提升|改造|提升|改扩建)/u, ['改', '翻新', '改好']],
  [/^(?:完成|开展|实施|组织)/u, ['做', '搞', '干']],
]
const LEAST_LENGTH = 4

/** Questions over the ledgers of some plans; the same ones for the same plans. */
export function madeQuestions(
  documents: readonly IndexedDocument[],
  segmenter: Segmenter,
): readonly MadeQuestion[] {
  const random = dice(7)
  const nouns = [
    ...new Set(
      documents.flatMap((one) => targetsOf(one).flatMap(({ indicator }) => wordsOf(indicator, segmenter))),
    ),
  ].filter((word) => word.length > 1)
  return documents.flatMap((document) =>
    targetsOf(document)
      .filter((row) => row.kind === 'figure' && row.indicator.length >= LEAST_LENGTH && row.figure !== '')
      .flatMap((row) => {
        const words = shortened(wordsOf(row.indicator, segmenter), random)
        const own = { ...rangeOf(row), figure: row.figure }
        const asked = { question: worded(words, row, document, random), answer: own, document }
        const at = Math.floor(random() * words.length)
        const other = nouns[Math.floor(random() * nouns.length)] ?? ''
        if (document.view.includes(other) || (words[at]?.length ?? 0) < 2) return [asked]
        const exchanged = worded(
          words.map((word, index) => (index === at ? other : word)),
          row,
          document,
          random,
        )
        return [asked, { question: exchanged, answer: null, document }]
      }),
  )
}

function rangeOf({ start, end }: TargetRow): Range {
  return { start, end }
}

function wordsOf(indicator: string, segmenter: Segmenter): readonly string[] {
  return segmenter.cut(normalisedView(indicator)).filter((word) => /\p{L}/u.test(word))
}

/** Leaves out a word that is not the last, and says one in other words. */
function shortened(words: readonly string[], random: () => number): readonly string[] {
  const left = words.length > 2 && random() < 0.5 ? Math.floor(random() * (words.length - 1)) : -1
  return words
    .filter((_, at) => at !== left)
    .map((word) => {
      const others = ALTERNATIVES.get(word) ?? []
      return random() < 0.4 ? (others[Math.floor(random() * others.length)] ?? word) : word
    })
}

function worded(
  words: readonly string[],
  { unit, deadlineYear }: TargetRow,
  { document }: IndexedDocument,
  random: () => number,
): string {
  const pick = <T>(from: readonly T[]): T | undefined => from[Math.floor(random() * from.length)]
  const said = words.join(random() < 0.15 ? '的' : '')
  const place = bareName(document.metadata.jurisdiction?.value.name ?? '')
  const year = deadlineYear === null || random() < 0.4 ? '' : `${deadlineYear}年`
  const verb = VERBS.find(([pattern]) => pattern.test(said))
  const measure = /^[万亿]?\p{Script=Han}{1,2}$/u.test(unit) ? unit.replace(/^[万亿余多]+/u, '') : ''
  if (verb !== undefined && measure !== '' && random() < 0.7) {
    const noun = said.replace(verb[0], '')
    return `${place}${year}要${pick(verb[1])}${random() < 0.5 ? '多少' : '几'}${measure}${noun}`
  }
  const [before = '', behind = ''] = pick(FRAMES) ?? []
  return `${place}${year}${before}${said}${behind}${behind.endsWith('多少') ? measure : ''}`
}

/** Reproducible numbers from 0 to 1 (mulberry32). */
function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
