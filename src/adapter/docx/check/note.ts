import { sha256 } from '../../../corpus/index.ts'
import type { ExportOptions } from '../../../outline/export/export.ts'
import { itemNote, sentenceNote } from '../../../outline/export/note.ts'
import { type Basis, citationsOf, isTelling } from '../../../outline/export/source.ts'
import { visible } from '../../../outline/export/visible.ts'
import { isShown, numbered, shownItems } from '../../../outline/number.ts'
import type { Outline, OutlineItem } from '../../../outline/outline.ts'
import { descendantsOf, elementsOf } from '../../archive/index.ts'
import { paragraphsIn } from './body.ts'
import { type Finding, unless } from './finding.ts'
import type { Parts } from './parts.ts'

/** One thing that may carry a comment: its words in the body, what it rests on, what is said of it. */
interface Noted {
  readonly words: string
  readonly citations: readonly Basis[]
  readonly lines: readonly string[]
}

/** Sources stand where the mode wants them, each with the quote its hash was made of, and nowhere else. */
export function noteFindings(parts: Parts, outline: Outline, { mode }: ExportOptions): readonly Finding[] {
  const noted = notedOf(outline)
  const forged = noted
    .flatMap(({ citations }) => citations)
    .filter(({ quote, sha256: hash }) => sha256(quote) !== hash)
  return [
    ...(mode === 'clean'
      ? []
      : forged.map(({ title }) => ({ grade: 'P0' as const, message: `出处的原文与指纹不符：《${title}》` }))),
    ...(mode === 'comments' ? commentFindings(parts, noted) : absence(parts)),
  ]
}

function absence({ comments, document }: Parts): readonly Finding[] {
  const isFree =
    elementsOf(comments, 'comment').length === 0 &&
    [...descendantsOf(document, 'commentReference')].length === 0
  return unless(isFree, 'P0', '不带批注的文件里有批注')
}

function commentFindings({ comments, document }: Parts, noted: readonly Noted[]): readonly Finding[] {
  const written = elementsOf(comments, 'comment').map((comment) => ({
    id: comment.attributes.get('id') ?? '',
    text: paragraphsIn(comment)
      .map(({ text }) => text)
      .join(''),
  }))
  const places = ['commentRangeStart', 'commentRangeEnd', 'commentReference'].map((name) =>
    [...descendantsOf(document, name)].map(({ attributes }) => attributes.get('id') ?? ''),
  )
  const ids = written.map(({ id }) => id).join()
  return [
    ...unless(written.length === noted.length, 'P0', `应有${noted.length}条批注，写成了${written.length}条`),
    ...unless(
      places.every((found) => found.join() === ids),
      'P0',
      '批注没有挂在正文的相应位置',
    ),
    ...noted.flatMap(({ lines, words, citations }, at) => {
      const text = written[at]?.text ?? ''
      const isWhole =
        text === lines.map(onOneLine).join('') &&
        citations.every(({ quote }) => !isTelling(quote) || text.includes(onOneLine(quote)))
      return unless(isWhole, 'P0', `批注与出处不一致：“${words.slice(0, 20)}”`)
    }),
  ]
}

function notedOf(outline: Outline): readonly Noted[] {
  const draft = numbered(outline)
  const words = (item: Pick<OutlineItem, 'heading' | 'number' | 'sentences'>) =>
    `${item.number}${item.heading}${item.sentences.map(({ text }) => visible(text)).join('')}`
  const loose = (sentences: OutlineItem['sentences']): Noted => ({
    words: words({ heading: '', number: '', sentences }),
    citations: citationsOf({ basis: [], sentences }),
    lines: sentenceNote(sentences),
  })
  return [
    loose(draft.opening),
    ...draft.sections.filter(isShown).flatMap((section) => [
      loose(section.intro),
      ...shownItems(section).map((item) => ({
        words: words(item),
        citations: citationsOf(item),
        lines: itemNote(item),
      })),
    ]),
  ].filter((one) => onOneLine(one.words) !== '')
}

/** Line ends become paragraphs. */
function onOneLine(text: string): string {
  return visible(text).replaceAll('\n', '')
}
