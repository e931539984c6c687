import { describe, expect, it } from 'vitest'
import { sha256 } from '../../../src/corpus/index.ts'
import { itemNote } from '../../../src/outline/export/note.ts'
import { describeSource, sourcesOf } from '../../../src/outline/export/source.ts'
import { itemOf } from './outline-maker.ts'
import { basisOf } from './sample.ts'

const TEXT = '（一）建强基层。年内建成村卫生室20家。签约率达到75%以上。'
const at = (quote: string, start = TEXT.indexOf(quote)) => ({
  ...basisOf(quote),
  span: { documentId: '0123456789abcdef', start, end: start + quote.length },
})
const quotesOf = (parts: Readonly<Record<string, unknown>>) =>
  sourcesOf(itemOf(parts)).map(({ quote }) => quote)

describe('the sources of a task', () => {
  const sentences = [
    {
      text: '建成村卫生室20家。',
      verdict: 'quoted',
      basis: [at('建成村卫生室20家'), at('。', TEXT.length - 1)],
    },
    { text: '签约率达到75%以上。', verdict: 'quoted', basis: [at('签约率达到75%以上。')] },
  ]

  it('are each place once, what lies within another left to it', () => {
    expect(quotesOf({ basis: [at(TEXT), at(TEXT)], sentences })).toEqual([TEXT])
    expect(quotesOf({ basis: [], sentences })).toEqual(['建成村卫生室20家', '签约率达到75%以上。'])
  })

  it('are named for every sentence that rests on them', () => {
    const lines = itemNote(itemOf({ basis: [at(TEXT)], sentences, status: 'continued', origin: 'own' }))
    expect(lines.slice(2)).toEqual(['第1句：逐字引自原文，见出处1', '第2句：逐字引自原文，见出处1'])
  })

  it('are both kept where two citations of one place disagree, or where equal words stand elsewhere', () => {
    const forged = {
      ...at('签约率达到75%以上。'),
      quote: '签约率达到95%以上。',
      sha256: sha256('签约率达到75%以上。'),
    }
    expect(quotesOf({ basis: [at(TEXT), forged], sentences: [] })).toHaveLength(2)
    const elsewhere = { ...at(TEXT), span: { documentId: 'fedcba9876543210', start: 0, end: TEXT.length } }
    expect(quotesOf({ basis: [at(TEXT), elsewhere], sentences: [] })).toHaveLength(2)
  })

  it('are not a full stop', () => {
    expect(
      quotesOf({ basis: [], sentences: [{ text: '。', verdict: 'quoted', basis: [at('。')] }] }),
    ).toEqual([])
  })

  it('are described by title, place, years and path', () => {
    const basis = [{ ...at(TEXT), jurisdiction: null, years: [2024, 2026], title: '《办法》', path: [] }]
    expect(sourcesOf(itemOf({ basis })).map(describeSource)).toEqual(['《办法》（2024—2026年）'])
  })
})
