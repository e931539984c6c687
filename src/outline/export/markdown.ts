import { isShown, numbered, shownItems } from '../number.ts'
import type { DraftSentence, Outline, OutlineItem } from '../outline.ts'
import { DRAFT_MARK } from './frame.ts'
import { AI_LINE, aigcLabel } from './label.ts'
import { itemNote, sentenceNote } from './note.ts'
import { visible } from './visible.ts'

/** The draft as Markdown; every task has a footnote with its status and sources. */
export function outlineMarkdown(outline: Outline, { isAdopted }: { readonly isAdopted: boolean }): string {
  const draft = numbered(outline)
  const notes: (readonly string[])[] = []
  const noted = (text: string, lines: readonly string[]) =>
    text === '' ? [] : [`${escaped(text)}[^${notes.push(lines)}]`]
  const body = [
    `# ${escaped(draft.title.trim())}`,
    ...noted(joined(draft.opening), sentenceNote(draft.opening)),
    ...draft.sections
      .filter(isShown)
      .flatMap((section) => [
        `## ${escaped(`${section.number}${section.heading}`)}`,
        ...noted(joined(section.intro), sentenceNote(section.intro)),
        ...shownItems(section).flatMap((item) => itemBlocks(item, noted)),
      ]),
  ]
  return [
    // A JSON string is a YAML scalar, whatever stands in it.
    `---\nAIGC: ${JSON.stringify(JSON.stringify(aigcLabel(draft)))}\n---`,
    ...(isAdopted ? [] : [`> ${DRAFT_MARK}${AI_LINE}`]),
    ...body,
    ...notes.map(
      (lines, at) => `[^${at + 1}]: ${lines.map(escaped).join('\n\n').replaceAll('\n', '\n    ')}`,
    ),
  ]
    .join('\n\n')
    .concat('\n')
}

function itemBlocks(
  item: OutlineItem,
  noted: (text: string, lines: readonly string[]) => readonly string[],
): readonly string[] {
  const { number, heading, level, sentences } = item
  const text = joined(sentences)
  if (heading === '') return noted(`${number}${text}`, itemNote(item))
  const title = `${'#'.repeat(level + 1)} `
  if (text === '') return noted(`${number}${heading}`, itemNote(item)).map((line) => `${title}${line}`)
  return [`${title}${escaped(`${number}${heading}`)}`, ...noted(text, itemNote(item))]
}

function joined(sentences: readonly DraftSentence[]): string {
  return sentences.map(({ text }) => visible(text)).join('')
}

/** Nothing a draft says may become markup, a link or a list; a line end becomes a new paragraph. */
function escaped(text: string): string {
  return visible(text)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) =>
      line
        .replace(/[\\`*_{}[\]<>#|~&$^!:@]/gu, '\\$&')
        .replace(/^(\d+)([.)])/u, '$1\\$2')
        .replace(/^(?:[-+=])/u, '\\$&')
        .replace(/^[ \t]+|[ \t]+$/gu, (blank) =>
          [...blank].map((space) => `&#${space.charCodeAt(0)};`).join(''),
        ),
    )
    .join('\n\n')
}
