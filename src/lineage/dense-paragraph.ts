import type { Document, Range } from '../corpus/index.ts'
import { subtract } from '../corpus/index.ts'
import { sentencesIn, trimMarks } from '../text/index.ts'
import { startsWithAction, withoutNote } from './clause.ts'
import { fieldsIn } from './field-lexicon.ts'
import { holesOf, type ItemDraft } from './paragraph.ts'

const LONGEST_HEADLINE = 18
/** A paragraph heads its tasks when one sentence in this many is a headline. */
const SENTENCES_TO_A_HEADLINE = 6

/**
 * The tasks of a paragraph that numbers nothing: what stands behind each short sentence that only names an action, or,
 * where it has none of these, each run of sentences that stays with one matter.
 */
export function sentenceTasks(
  document: Document,
  view: string,
  paragraph: Range,
  inside: Pick<ItemDraft, 'sectionId' | 'level' | 'path'>,
): readonly ItemDraft[] {
  const sentences = subtract(paragraph, holesOf(document)).flatMap((part) => sentencesIn(view, part))
  const headlines = sentences.filter((sentence) => isHeadline(view, sentence))
  const isHeaded = headlines.length > 1 && headlines.length * SENTENCES_TO_A_HEADLINE >= sentences.length
  const starts = isHeaded ? new Set(headlines) : startsByField(view, sentences)
  const groups: Range[] = []
  for (const sentence of sentences) {
    const last = groups.at(-1)
    if (last === undefined || starts.has(sentence)) groups.push(sentence)
    else groups[groups.length - 1] = { start: last.start, end: sentence.end }
  }
  return groups.map((range) => {
    const first = headlines.find(({ start }) => start === range.start)
    const isHeadingAlone = !isHeaded || first === undefined || first.end === range.end
    const headingRange = isHeadingAlone ? null : trimMarks(view, first)
    return { ...inside, range, number: '', headingRange }
  })
}

/** 加强疾控体系。 */
function isHeadline(view: string, sentence: Range): boolean {
  const words = view.slice(sentence.start, sentence.end)
  const isPlain = words.endsWith('。') && words.length <= LONGEST_HEADLINE && !/[,，\d]/u.test(words)
  return isPlain && startsWithAction(words)
}

function startsByField(view: string, sentences: readonly Range[]): ReadonlySet<Range> {
  const starts = new Set<Range>()
  let current: ReadonlySet<string> = new Set()
  for (const sentence of sentences) {
    const { start, end } = withoutNote(view, sentence)
    const fields = fieldsIn(view.slice(start, end))
    const staysWithMatter = fields.size === 0 || [...fields].some((field) => current.has(field))
    if (staysWithMatter) continue
    starts.add(sentence)
    current = fields
  }
  return starts
}
