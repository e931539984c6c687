import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Outline, OutlineItem } from '../../src/outline/index.ts'

const lineSchema = z.object({
  region: z.string(),
  year: z.int(),
  kind: z.enum(['must_carry', 'must_due', 'must_flag', 'must_not_repeat', 'must_not_invent']),
  what: z.string(),
  quote: z.string().nullable(),
  any: z.array(z.string()),
  flag: z.string().nullable(),
  /** Other flags that are right too. */
  also: z.array(z.string()).default([]),
})
export type RubricLine = z.infer<typeof lineSchema>

export function readRubric(path: string): readonly RubricLine[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => lineSchema.parse(JSON.parse(line)))
}

/** Flags whose absence is fine when what would carry them is not in the draft at all. */
const GONE_IS_FINE = ['time_bound', 'pandemic', 'expired_policy']

/** Whether a draft does what a line asks of it. Written apart from the product: it looks at the finished draft alone. */
export function meets(line: RubricLine, outline: Outline): boolean {
  const { kind, any, flag } = line
  const items = outline.sections.flatMap((section) => section.items)
  const names = (text: string) => any.some((words) => text.includes(words))
  const wanted = flag === null ? [] : [flag, ...line.also]
  const isFlagged = (item: OutlineItem) => item.flags.some((one) => wanted.includes(one.kind))
  if (kind === 'must_carry' || kind === 'must_due')
    return items.some((item) => names(textOf(item)) && (flag === null || isFlagged(item)))
  if (kind === 'must_not_repeat')
    return !items.some((item) => names(textOf(item).replace(/〔[^〕]*〕/gu, '')))
  if (kind === 'must_not_invent') return !items.some((item) => names(ownWords(item)))
  const concerned = items.filter((item) => names(textOf(item)) || item.flags.some(({ text }) => names(text)))
  if (concerned.length === 0) return GONE_IS_FINE.includes(flag ?? '')
  return GONE_IS_FINE.includes(flag ?? '') ? concerned.every(isFlagged) : concerned.some(isFlagged)
}

function textOf({ heading, sentences }: OutlineItem): string {
  return `${heading}\n${sentences.map(({ text }) => text).join('')}`
}

/** What no quotation of an item holds. */
function ownWords({ sentences }: OutlineItem): string {
  return sentences
    .map(({ text, basis }) => basis.reduce((rest, { quote }) => rest.replace(quote, '|'), text))
    .join('\n')
}
