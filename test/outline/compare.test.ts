import { describe, expect, it } from 'vitest'
import { compareOutlines, edited } from '../../src/outline/index.ts'
import { draftOf } from './draft.ts'

describe('two drafts', () => {
  it('do not differ when they are the same', () => {
    expect(compareOutlines(draftOf(), draftOf())).toEqual([])
  })

  it('differ by what was rewritten, moved, added and left out', () => {
    const later = [
      { kind: 'rewrite', itemId: '甲', heading: '', text: '改写。' },
      { kind: 'move', itemId: '丙', sectionId: 's1', before: null },
      { kind: 'state', itemId: '乙', state: 'rejected' },
      { kind: 'borrow', itemId: '丁', sectionId: 's2', before: null },
    ] as const
    const draft = later.reduce((each, edit) => edited(each, edit, () => ''), draftOf())
    expect(compareOutlines(draftOf(), draft)).toEqual([
      { kind: 'changed', section: '重点任务', before: '加强甲。推进甲工作。', after: '改写。' },
      { kind: 'moved', section: '重点任务', before: '加强丙。推进丙工作。', after: '加强丙。推进丙工作。' },
      { kind: 'added', section: '其他工作', before: null, after: '加强丁。推进丁工作。' },
      { kind: 'removed', section: '重点任务', before: '加强乙。推进乙工作。', after: null },
    ])
  })
})
