import { isShown, shownItems } from '../number.ts'
import type { DraftSentence, Outline, OutlineItem, OutlineSection } from '../outline.ts'
import { type Basis, describeSource, sourcesOf } from './source.ts'
import { visible } from './visible.ts'
import { NO_SOURCE, STATUS_WORDS } from './wording.ts'

/** One task of the draft with what it rests on. */
export interface AnnexRow {
  readonly number: string
  readonly task: string
  readonly status: string
  readonly sources: readonly string[]
}

/** The whole task stands in the body; here it is named. */
const LONGEST_NAME = 60

/** A row for every task, and for the words before the tasks where they quote something. */
export function annexRows(draft: Outline): readonly AnnexRow[] {
  return [
    ...wordsRow('开头', draft.opening),
    ...draft.sections
      .filter(isShown)
      .flatMap((section) => [
        ...wordsRow(section.number.replace(/、$/u, ''), section.intro),
        ...placed(section).map(({ item, place }) => rowOf(place, item)),
      ]),
  ]
}

/** Each task with its number in full: 一（二）3. */
export function placed(
  section: OutlineSection,
): readonly { readonly item: OutlineItem; readonly place: string }[] {
  const above = new Map<number, string>()
  return shownItems(section).map((item) => {
    for (const level of [...above.keys()]) if (level >= item.level) above.delete(level)
    above.set(item.level, item.number)
    const steps = [
      section.number.replace(/、$/u, ''),
      ...[...above].sort(([a], [b]) => a - b).map(([, step]) => step),
    ]
    return { item, place: steps.join('') }
  })
}

function rowOf(number: string, item: OutlineItem): AnnexRow {
  const sources = sourcesOf(item)
  return {
    number,
    task: nameOf(item.heading === '' ? (item.sentences[0]?.text ?? '') : item.heading),
    status: STATUS_WORDS[item.status],
    sources: sources.length === 0 ? [NO_SOURCE] : linesOf(sources),
  }
}

function wordsRow(number: string, sentences: readonly DraftSentence[]): readonly AnnexRow[] {
  const sources = sourcesOf({ basis: [], sentences })
  if (sources.length === 0) return []
  return [{ number, task: nameOf(sentences[0]?.text ?? ''), status: '', sources: linesOf(sources) }]
}

/** Each place once, its quotes below it. */
function linesOf(sources: readonly Basis[]): readonly string[] {
  return [...Map.groupBy(sources, describeSource)].flatMap(([place, same]) => [
    visible(`${place}：`),
    ...same.map(({ quote }) => visible(`“${quote}”`)),
  ])
}

function nameOf(text: string): string {
  const characters = [...visible(text).replaceAll('\n', '')]
  if (characters.length <= LONGEST_NAME) return characters.join('')
  return `${characters.slice(0, LONGEST_NAME).join('')}……`
}
