// Makes a corpus of any size whose words are distributed as in the language: the samples' sentences with their content
// words exchanged for others of the same kind, drawn as often as they occur in general text.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import nodejieba from 'nodejieba'
import { administrativeDivisions } from '../src/adapter/division/division.ts'
import { decodeStrictly } from '../src/ingest/encoding/index.ts'
import { createGazetteer, sentencesIn } from '../src/text/index.ts'

const ROOT = join(import.meta.dirname, '..')
const FOLDERS = ['seeds', 'test/fixture/plan', 'test/fixture/held-out', 'test/fixture/genre'].map((name) =>
  join(ROOT, name),
)
const DICTIONARY = join(ROOT, 'node_modules/nodejieba/submodules/cppjieba/dict/jieba.dict.utf8')
/** Kinds of word that may be exchanged: nouns, verbs, verbal nouns, adjectives. */
const EXCHANGED: ReadonlySet<string> = new Set(['n', 'v', 'vn', 'a'])
const SHARE_EXCHANGED = 0.3
const CHAPTERS = 7
const ITEMS = 7
const FIRST_YEAR = 2015
const YEARS = 12
const DIGITS = ['一', '二', '三', '四', '五', '六', '七']

export interface MadeDocument {
  readonly file: string
  readonly text: string
  readonly place: string
  readonly year: number
}

interface Word {
  readonly word: string
  readonly tag: string
}

export interface CorpusMaker {
  /** The `ordinal`-th document, always the same; no two are of the same place and year. */
  document(ordinal: number): MadeDocument
}

export function createCorpusMaker(): CorpusMaker {
  const divisions = administrativeDivisions()
  const gazetteer = createGazetteer(divisions)
  const cities = divisions
    .filter(({ level }) => level === 'city' || level === 'county')
    .map(({ name }) => name)
  // A sentence that names a place would be evidence of where a document comes from.
  const sentences = sampleSentences().filter(
    (sentence) => gazetteer.find(sentence.map(({ word }) => word).join('')).length === 0,
  )
  const lexicon = readLexicon()
  return {
    document(ordinal) {
      const random = mulberry32(ordinal + 1)
      const place = cities[ordinal % cities.length] ?? ''
      const year = FIRST_YEAR + ((ordinal + Math.floor(ordinal / cities.length)) % YEARS)
      const text = [`${place}${year}年卫生健康工作要点`, '', ...chapters(sentences, lexicon, random, year)]
      return { file: `${place}-${year}-${ordinal}.txt`, text: text.join('\n'), place, year }
    },
  }
}

function chapters(
  sentences: readonly (readonly Word[])[],
  lexicon: Lexicon,
  random: () => number,
  year: number,
): readonly string[] {
  const write = () =>
    rewritten(sentences[Math.floor(random() * sentences.length)] ?? [], lexicon, random).replace(
      /20[12]\d(?=年)/gu,
      String(year),
    )
  return DIGITS.slice(0, CHAPTERS).flatMap((digit) => [
    `${digit}、${heading(write())}`,
    ...DIGITS.slice(0, ITEMS).map((item) => {
      const body = Array.from({ length: 2 + Math.floor(random() * 3) }, write).join('')
      return `（${item}）${heading(write())}。${body}`
    }),
  ])
}

/** The first clause of a sentence, as headings are. */
function heading(sentence: string): string {
  return (/^[\p{Script=Han}]{4,18}/u.exec(sentence)?.[0] ?? '工作安排').slice(0, 18)
}

function rewritten(words: readonly Word[], lexicon: Lexicon, random: () => number): string {
  return words
    .map(({ word, tag }) => {
      if (/^\d{1,3}$/.test(word)) return String(1 + Math.floor(random() * 200))
      if (random() > SHARE_EXCHANGED) return word
      return lexicon.draw(tag, word.length, random) ?? word
    })
    .join('')
}

function sampleSentences(): readonly (readonly Word[])[] {
  const texts = FOLDERS.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.txt'))
      .map((name) => decodeStrictly(name, readFileSync(join(folder, name))).text),
  )
  return texts.flatMap((text) =>
    sentencesIn(text, { start: 0, end: text.length })
      .map(({ start, end }) => text.slice(start, end).trim())
      .filter((sentence) => /^\p{Script=Han}[^\n|]{12,140}。$/u.test(sentence))
      .map((sentence): readonly Word[] => nodejieba.tag(sentence)),
  )
}

interface Lexicon {
  /** A word of the kind and length, drawn in proportion to its frequency. */
  draw(tag: string, length: number, random: () => number): string | undefined
}

function readLexicon(): Lexicon {
  const words = new Map<string, { word: string; until: number }[]>()
  for (const line of readFileSync(DICTIONARY, 'utf8').split('\n')) {
    const [word = '', frequency = '', tag = ''] = line.split(' ')
    if (!EXCHANGED.has(tag) || !/^\p{Script=Han}{2,4}$/u.test(word)) continue
    const key = `${tag}${word.length}`
    const known = words.get(key) ?? []
    known.push({ word, until: (known.at(-1)?.until ?? 0) + Number(frequency) })
    words.set(key, known)
  }
  return {
    draw(tag, length, random) {
      const known = words.get(`${tag}${length}`)
      if (known === undefined) return undefined
      const wanted = random() * (known.at(-1)?.until ?? 0)
      let [low, high] = [0, known.length - 1]
      while (low < high) {
        const middle = (low + high) >> 1
        if ((known[middle]?.until ?? 0) > wanted) high = middle
        else low = middle + 1
      }
      return known[low]?.word
    },
  }
}

/** A small seeded generator of numbers from 0 up to 1. */
export function mulberry32(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
