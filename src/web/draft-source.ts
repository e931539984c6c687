import type { OutlineItemJson, OutlineJson } from '../api/outline-schema.ts'
import type { CitationJson } from '../api/schema.ts'
import type { KeyedCitation } from './source-key.ts'
import { yearsLabel } from './wording.ts'

/** What a chip of a draft shows and opens. */
export interface DraftChip extends KeyedCitation {
  /** [3] behind a sentence, 2022年 for what a task rests on. */
  readonly text: string
}

export interface DraftSources {
  /** Every source once, in the order of the page. */
  readonly openable: readonly KeyedCitation[]
  /** One chip for each plan that a sentence quotes, however many places of it. */
  behind(numbers: readonly number[]): readonly DraftChip[]
  /** What a task rests on, each named by its years, and by its place when that is another one. */
  under(numbers: readonly number[]): readonly DraftChip[]
  citation(number: number): CitationJson | undefined
}

export function draftSources(outline: OutlineJson): DraftSources {
  const { region, citations } = outline
  const byNumber = new Map(citations.map((citation) => [citation.id, citation]))
  const chips = new Map<string, DraftChip>()
  const held = (numbers: readonly number[]) => numbers.flatMap((number) => byNumber.get(number) ?? [])
  const behind = (numbers: readonly number[]) =>
    [...Map.groupBy(held(numbers), ({ document_id }) => document_id).values()].flatMap((quoted) => {
      const [citation, ...siblings] = quoted
      if (citation === undefined) return []
      const key = quoted.map(({ id }) => id).join('.')
      const place = chips.get(key)?.text ?? `[${chips.size + 1}]`
      const chip = { key, label: `出处${place.slice(1, -1)}`, text: place, citation, siblings }
      chips.set(key, chip)
      return [chip]
    })
  const under = (numbers: readonly number[]) =>
    held(numbers).map((citation) => {
      const place = citation.jurisdiction === region ? '' : (citation.jurisdiction ?? '')
      const text = `${place}${yearsLabel(citation.years)}` || citation.document_title
      return { key: `b${citation.id}`, label: `依据：${text}`, text, citation, siblings: [] }
    })
  const openable = [
    ...outline.opening.flatMap((sentence) => behind(sentence.citations)),
    ...outline.sections.flatMap((section) => [
      ...section.intro_sentences.flatMap((sentence) => behind(sentence.citations)),
      ...section.items.flatMap((item) => [...sourcesIn(item, behind), ...under(item.basis)]),
    ]),
    ...outline.dropped.flatMap(({ basis }) => under(basis)),
    ...outline.borrowable.flatMap((item) => [...sourcesIn(item, behind), ...under(item.basis)]),
  ]
  const once = [...new Map(openable.map((chip) => [chip.key, chip])).values()]
  return { openable: once, behind, under, citation: (number) => byNumber.get(number) }
}

function sourcesIn({ sentences }: OutlineItemJson, behind: DraftSources['behind']): readonly DraftChip[] {
  return sentences.flatMap(({ citations }) => behind(citations))
}
