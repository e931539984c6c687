import type { Corpus } from '../../corpus/index.ts'
import type { ChatModel } from '../../model/index.ts'
import type { DraftSentence, Outline, OutlineItem, OutlineSection } from '../outline.ts'
import { provenWording } from './prove-wording.ts'
import { readWording } from './read-wording.ts'
import { type Offered, sectionRequest } from './request.ts'

export interface WordingDesk {
  readonly corpus: Corpus
  readonly chat: ChatModel
  readonly signal: AbortSignal
  /** Told after each section; counts from 1. */
  readonly onSection?: (done: number, total: number, section: OutlineSection) => void
}

/** A section in a model's words, and how that went. */
interface WordedSection {
  readonly section: OutlineSection
  readonly worded: number
  readonly rejected: number
  readonly why: string | null
}

/**
 * Puts a draft's tasks into a model's words, section by section. A sentence is taken only when it is proven by its own
 * source; every other one stays as it was, and so do numbers, headings, sources and marks. Stops asking once the model
 * fails.
 */
export async function wordOutline(outline: Outline, desk: WordingDesk): Promise<Outline> {
  const told: WordedSection[] = []
  let why: string | null = null
  for (const section of outline.sections) {
    const next: WordedSection = why === null ? await wordedSection(section, desk) : untouched(section)
    told.push(next)
    why ??= next.why
    desk.onSection?.(told.length, outline.sections.length, next.section)
  }
  return withSections(outline, told, why, desk.chat.id)
}

/** The draft with one section in a model's words and all others as they are. @param index position, from 0 */
export async function wordSection(outline: Outline, index: number, desk: WordingDesk): Promise<Outline> {
  const section = outline.sections[index]
  if (section === undefined) return outline
  const next = await wordedSection(section, desk)
  const told = outline.sections.map((one, at) => (at === index ? next : untouched(one)))
  return withSections(outline, told, next.why, desk.chat.id)
}

function untouched(section: OutlineSection): WordedSection {
  return { section, worded: 0, rejected: 0, why: null }
}

function withSections(
  outline: Outline,
  told: readonly WordedSection[],
  why: string | null,
  model: string,
): Outline {
  const worded = told.reduce((sum, one) => sum + one.worded, 0)
  const rejected = told.reduce((sum, one) => sum + one.rejected, 0)
  const warnings = [...outline.warnings]
  if (rejected > 0) warnings.push(`模型改写的${rejected}句没有通过与原文的逐项比对，保留了原来的句子。`)
  if (why !== null) warnings.push(`模型没有改完：${why}没有改的部分保留原来的句子。`)
  if (worded === 0) return { ...outline, warnings }
  return { ...outline, sections: told.map(({ section }) => section), warnings, mode: 'model', model }
}

async function wordedSection(
  section: OutlineSection,
  { corpus, chat, signal }: WordingDesk,
): Promise<WordedSection> {
  const places = section.items
    .filter(isOpen)
    .flatMap(({ id, sentences }) =>
      sentences.flatMap((sentence, at) => (isWordable(sentence) ? [{ key: `${id}:${at}`, sentence }] : [])),
    )
  if (places.length === 0) return untouched(section)
  const offered: readonly Offered[] = places.map(({ sentence }, at) => ({
    id: `s${at + 1}`,
    text: sentence.text,
  }))
  const reading = await readWording(chat, sectionRequest(section.heading, offered, fence()), signal)
  if (reading.kind === 'broken') return { ...untouched(section), why: reading.why }
  const written = new Map(reading.sentences.map(({ id, text }) => [id.trim(), text]))
  const proven = new Map<string, DraftSentence>()
  let rejected = 0
  for (const [at, { key, sentence }] of places.entries()) {
    const text = written.get(`s${at + 1}`)
    if (text === undefined) continue
    const better = provenWording(sentence, text, corpus)
    if (better === undefined) rejected++
    else if (better !== sentence) proven.set(key, better)
  }
  const items = section.items.map((item) => withSentences(item, proven))
  return { section: { ...section, items }, worded: proven.size, rejected, why: null }
}

/** What a person has dealt with is not touched any more. */
function isOpen({ state }: OutlineItem): boolean {
  return state === 'draft'
}

function isWordable({ verdict, text, basis }: DraftSentence): boolean {
  return verdict === 'quoted' && basis.length > 0 && text.replace(/〔[^〔〕]*〕/gu, '').length > 8
}

function withSentences(item: OutlineItem, proven: ReadonlyMap<string, DraftSentence>): OutlineItem {
  return { ...item, sentences: item.sentences.map((one, at) => proven.get(`${item.id}:${at}`) ?? one) }
}

const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'

function fence(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(10))
  return `f${[...bytes].map((byte) => LETTERS[byte % LETTERS.length]).join('')}`
}
