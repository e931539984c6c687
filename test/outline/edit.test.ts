import { describe, expect, it } from 'vitest'
import { InvalidRequestError } from '../../src/error.ts'
import { edited, type Outline, type OutlineEdit } from '../../src/outline/index.ts'
import { draftOf } from './draft.ts'

let made = 0
const apply = (...edits: readonly OutlineEdit[]) =>
  edits.reduce((draft: Outline, edit) => edited(draft, edit, () => `new${++made}`), draftOf())
const ids = (draft: Outline) => draft.sections.map(({ items }) => items.map(({ id }) => id))
const itemIn = (draft: Outline, id: string) =>
  draft.sections.flatMap(({ items }) => items).find((one) => one.id === id)

describe('an edited draft', () => {
  it('keeps everything the edit does not name', () => {
    const draft = apply({ kind: 'state', itemId: '甲', state: 'accepted' })
    expect(itemIn(draft, '甲')?.state).toBe('accepted')
    expect(itemIn(draft, '乙')).toMatchObject({ ...itemIn(draftOf(), '乙'), number: '（二）' })
    expect(draft.borrowable).toEqual(draftOf().borrowable)
  })

  it('counts anew when a task is rejected, and again when it is taken back', () => {
    const rejected = apply({ kind: 'state', itemId: '甲', state: 'rejected' })
    expect([itemIn(rejected, '甲')?.number, itemIn(rejected, '乙')?.number]).toEqual(['', '（一）'])
    const back = edited(rejected, { kind: 'state', itemId: '甲', state: 'draft' }, () => '')
    expect(itemIn(back, '乙')?.number).toBe('（二）')
  })

  it('moves a task to another section, before another one or last', () => {
    const first = apply({ kind: 'move', itemId: '甲', sectionId: 's2', before: '丙' })
    expect(ids(first)).toEqual([['乙'], ['甲', '丙']])
    expect(ids(apply({ kind: 'move', itemId: '甲', sectionId: 's2', before: null }))).toEqual([
      ['乙'],
      ['丙', '甲'],
    ])
    expect(ids(apply({ kind: 'move', itemId: '乙', sectionId: 's1', before: '甲' }))).toEqual([
      ['乙', '甲'],
      ['丙'],
    ])
  })

  it('numbers a task by its level', () => {
    const draft = apply({ kind: 'level', itemId: '乙', level: 3 })
    expect(itemIn(draft, '乙')?.number).toBe('1.')
  })

  it('proves a rewritten sentence by the sources of its task and by nothing else', () => {
    const draft = apply({
      kind: 'rewrite',
      itemId: '甲',
      heading: '甲',
      text: '推进甲工作。推进乙工作。新建医院3所。',
    })
    const item = itemIn(draft, '甲')
    expect(item?.sentences.map(({ verdict }) => verdict)).toEqual(['quoted', 'unproven', 'unproven'])
    expect(item?.sentences.map(({ basis }) => basis.length)).toEqual([1, 0, 0])
    expect(item?.flags.map(({ kind, text }) => [kind, text])).toEqual([
      ['no_basis', '推进乙工作。'],
      ['no_basis', '新建医院3所。'],
    ])
    expect(item?.state).toBe('edited')
  })

  it('loses nothing of what is written, whatever it is', () => {
    const text = '\u202e第一句。'.concat('长'.repeat(5000), '。<b>第三句</b>')
    const item = itemIn(apply({ kind: 'rewrite', itemId: '甲', heading: '', text }), '甲')
    expect(item?.sentences.map((sentence) => sentence.text).join('')).toBe(text)
    expect(item?.sentences.every(({ verdict }) => verdict === 'unproven')).toBe(true)
  })

  it('keeps the flags of words that still stand there, and drops those of words that are gone', () => {
    const flag = (text: string) => ({ kind: 'time_bound' as const, text, note: '' })
    const [first, ...others] = draftOf().sections
    if (first === undefined) throw new Error('no section')
    const items = first.items.map((item) => ({ ...item, flags: [flag('喜迎大会'), flag('开局之年')] }))
    const draft = edited(
      draftOf({ sections: [{ ...first, items }, ...others] }),
      { kind: 'rewrite', itemId: '甲', heading: '开局之年', text: '推进甲工作。' },
      () => '',
    )
    expect(itemIn(draft, '甲')?.flags).toEqual([flag('开局之年')])
  })

  it('adds a task of a person as new and without a source', () => {
    const draft = apply({
      kind: 'add',
      sectionId: 's2',
      before: null,
      level: 2,
      heading: '新任务',
      text: '开展试点。',
    })
    expect(draft.sections[1]?.items[1]).toMatchObject({
      number: '（二）',
      status: 'new',
      origin: 'none',
      state: 'edited',
      basis: [],
      flags: [{ kind: 'no_basis', text: '开展试点。' }],
    })
  })

  it('takes a borrowed task into the draft, with its source and status', () => {
    const draft = apply({ kind: 'borrow', itemId: '丁', sectionId: 's2', before: null })
    expect(draft.borrowable).toEqual([])
    expect(draft.sections[1]?.items[1]).toMatchObject({ id: '丁', status: 'borrowed', number: '（二）' })
  })

  it.each<OutlineEdit>([
    { kind: 'state', itemId: '无', state: 'accepted' },
    { kind: 'move', itemId: '甲', sectionId: '无', before: null },
    { kind: 'move', itemId: '甲', sectionId: 's2', before: '乙' },
    { kind: 'move', itemId: '甲', sectionId: 's1', before: '甲' },
    { kind: 'borrow', itemId: '甲', sectionId: 's1', before: null },
    { kind: 'section', sectionId: '无', heading: '甲' },
  ])('refuses what it does not find: %o', (edit) => {
    expect(() => apply(edit)).toThrow(InvalidRequestError)
  })
})
