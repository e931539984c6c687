import { isShown, numbered, shownItems } from '../number.ts'
import type { DraftSentence, Outline, OutlineItem, OutlineSection } from '../outline.ts'
import { type AnnexRow, annexRows } from './annex.ts'
import type { ExportOptions } from './export.ts'
import { ANNEX, DATE, DRAFT_MARK, namesDraft, SIGNATURE } from './frame.ts'
import { AI_LINE } from './label.ts'
import { itemNote, sentenceNote } from './note.ts'
import { titleLines, widthOf } from './title-lines.ts'
import { visible } from './visible.ts'

/** Level 0 is running text; 1 to 4 are set as headings of that level. */
export interface Segment {
  readonly text: string
  readonly level: 0 | 1 | 2 | 3 | 4
}

export interface Paragraph {
  readonly kind: 'paragraph'
  readonly segments: readonly Segment[]
  /** Where a comment on this and the following paragraphs begins, and where it ends. */
  readonly opens: number | null
  readonly closes: number | null
}

/** What stands on the pages, from top to bottom, before any technology. */
export type Block =
  | { readonly kind: 'mark' | 'draft' | 'annex_name'; readonly text: string }
  | { readonly kind: 'title'; readonly lines: readonly string[] }
  | { readonly kind: 'blank' }
  | Paragraph
  /** `gap`: empty full-width characters at the right. */
  | { readonly kind: 'signature'; readonly text: string; readonly gap: number }
  | {
      readonly kind: 'annex'
      readonly label: string
      readonly title: string
      readonly rows: readonly AnnexRow[]
    }

export interface Page {
  readonly blocks: readonly Block[]
  /** Comments in order; a block names one by its place. */
  readonly notes: readonly (readonly string[])[]
}

/** The draft as pages: everything that is shown, once, in order. */
export function pageOf(
  outline: Outline,
  cut: (text: string) => readonly string[],
  options: ExportOptions,
): Page {
  const notes: (readonly string[])[] = []
  const annotate = (lines: readonly string[], paragraphs: readonly Paragraph[]): readonly Paragraph[] => {
    if (options.mode !== 'comments' || paragraphs.length === 0) return paragraphs
    const note = notes.push(lines.map(visible)) - 1
    return paragraphs.map((paragraph, at) => ({
      ...paragraph,
      opens: at === 0 ? note : null,
      closes: at === paragraphs.length - 1 ? note : null,
    }))
  }
  const draft = numbered(outline)
  const blocks = [
    ...head(draft, cut, options.isAdopted),
    ...annotate(sentenceNote(draft.opening), wordsOf(draft.opening)),
    ...draft.sections.filter(isShown).flatMap((section) => sectionOf(section, annotate)),
    ...foot(draft, options),
  ]
  return { blocks, notes }
}

type Annotate = (lines: readonly string[], paragraphs: readonly Paragraph[]) => readonly Paragraph[]

function head(
  { title }: Outline,
  cut: (text: string) => readonly string[],
  isAdopted: boolean,
): readonly Block[] {
  const lines = visible(title)
    .split('\n')
    .filter((line) => line !== '')
    .flatMap((line) => titleLines(wholeWords(line, cut)))
  return [
    ...(isAdopted ? [] : [{ kind: 'mark', text: AI_LINE } as const, { kind: 'blank' } as const]),
    { kind: 'title', lines },
    ...(isAdopted || namesDraft(title) ? [] : [{ kind: 'draft', text: DRAFT_MARK } as const]),
    { kind: 'blank' },
  ]
}

/** A segmenter that changes its text is no help here. */
function wholeWords(line: string, cut: (text: string) => readonly string[]): readonly string[] {
  const words = cut(line)
  return words.join('') === line ? words : [...line]
}

function sectionOf(section: OutlineSection, annotate: Annotate): readonly Block[] {
  return [
    ...paragraphsOf([{ text: `${section.number}${section.heading}`, level: 1 }]),
    ...annotate(sentenceNote(section.intro), wordsOf(section.intro)),
    ...shownItems(section).flatMap((item) => annotate(itemNote(item), itemParagraphs(item))),
  ]
}

/** A heading that ends like a sentence runs into its text; any other stands alone. */
function itemParagraphs({ number, heading, level, sentences }: OutlineItem): readonly Paragraph[] {
  const text = joined(sentences)
  if (heading === '') return paragraphsOf([{ text: `${number}${text}`, level: 0 }])
  const title: Segment = { text: `${number}${heading}`, level: headingLevel(level) }
  const body: Segment = { text, level: 0 }
  return /[。！？；：]$/u.test(heading)
    ? paragraphsOf([title, body])
    : [...paragraphsOf([title]), ...paragraphsOf([body])]
}

function headingLevel(level: number): Segment['level'] {
  return level === 2 ? 2 : level === 3 ? 3 : 4
}

function wordsOf(sentences: readonly DraftSentence[]): readonly Paragraph[] {
  return paragraphsOf([{ text: joined(sentences), level: 0 }])
}

/** Each made visible on its own: the halves of two characters must not make a third. */
function joined(sentences: readonly DraftSentence[]): string {
  return sentences.map(({ text }) => visible(text)).join('')
}

/** One paragraph for each line; no empty ones. */
function paragraphsOf(segments: readonly Segment[]): readonly Paragraph[] {
  const lines: Segment[][] = [[]]
  for (const { text, level } of segments) {
    for (const [at, line] of visible(text).split('\n').entries()) {
      if (at > 0) lines.push([])
      if (line !== '') lines.at(-1)?.push({ text: line, level })
    }
  }
  return lines
    .filter((line) => line.length > 0)
    .map((line) => ({ kind: 'paragraph', segments: line, opens: null, closes: null }))
}

/** Without a seal: the body two characters from the edge, the date beginning two after it; the longer one decides. */
function foot(draft: Outline, { mode }: ExportOptions): readonly Block[] {
  const [name, date] = [widthOf(SIGNATURE), widthOf(DATE)]
  const nameGap = Math.max(2, date + 4 - name)
  const blank = { kind: 'blank' } as const
  return [
    ...(mode === 'annex'
      ? [blank, { kind: 'annex_name', text: `${ANNEX.label}：${ANNEX.title}` } as const]
      : []),
    blank,
    blank,
    { kind: 'signature', text: SIGNATURE, gap: nameGap },
    { kind: 'signature', text: DATE, gap: nameGap + name - date - 2 },
    ...(mode === 'annex' ? [{ kind: 'annex', ...ANNEX, rows: annexRows(draft) } as const] : []),
  ]
}
