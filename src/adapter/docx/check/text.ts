import { annexRows } from '../../../outline/export/annex.ts'
import type { ExportOptions } from '../../../outline/export/export.ts'
import { ANNEX, DATE, DRAFT_MARK, namesDraft, SIGNATURE } from '../../../outline/export/frame.ts'
import { AI_LINE } from '../../../outline/export/label.ts'
import { visible } from '../../../outline/export/visible.ts'
import { isShown, numbered, shownItems } from '../../../outline/number.ts'
import type { DraftSentence, Outline } from '../../../outline/outline.ts'
import { childAt } from '../../archive/index.ts'
import { paragraphsIn } from './body.ts'
import type { Finding } from './finding.ts'
import type { Parts } from './parts.ts'

/** Nothing lost, nothing added, nothing changed, all in order: the words of the file are those of the tree. */
export function textFindings(
  { document }: Parts,
  outline: Outline,
  options: ExportOptions,
): readonly Finding[] {
  const found = paragraphsIn(childAt(document, 'body'))
    .map(({ text }) => text)
    .join('')
  const expected = wordsOf(outline, options).map(onOneLine).join('')
  if (found === expected) return []
  const at = expected.split('').findIndex((unit, index) => unit !== found[index])
  const from = at === -1 ? Math.min(expected.length, found.length) : at
  const part = (text: string) => text.slice(Math.max(0, from - 10), from + 10)
  return [
    {
      grade: 'P0',
      message: `导出的文字与提纲不一致：应为“${part(expected)}”，写成了“${part(found)}”`,
    },
  ]
}

/** The tree told from top to bottom, without regard to how it is set. */
function wordsOf(outline: Outline, { mode, isAdopted }: ExportOptions): readonly string[] {
  const draft = numbered(outline)
  const hasMark = !isAdopted && !namesDraft(draft.title)
  return [
    ...(isAdopted ? [] : [AI_LINE]),
    draft.title,
    ...(hasMark ? [DRAFT_MARK] : []),
    ...texts(draft.opening),
    ...draft.sections
      .filter(isShown)
      .flatMap((section) => [
        section.number,
        section.heading,
        ...texts(section.intro),
        ...shownItems(section).flatMap(({ number, heading, sentences }) => [
          number,
          heading,
          ...texts(sentences),
        ]),
      ]),
    ...(mode === 'annex' ? [`${ANNEX.label}：${ANNEX.title}`] : []),
    SIGNATURE,
    DATE,
    ...(mode === 'annex' ? annexWords(draft) : []),
  ]
}

function annexWords(draft: Outline): readonly string[] {
  return [
    ...[ANNEX.label, ANNEX.title, '编号', '任务', '状态', '出处与原文'],
    ...annexRows(draft).flatMap(({ number, task, status, sources }) => [number, task, status, ...sources]),
  ]
}

function texts(sentences: readonly DraftSentence[]): readonly string[] {
  return [sentences.map(({ text }) => visible(text)).join('')]
}

function onOneLine(text: string): string {
  return visible(text).replaceAll('\n', '')
}
