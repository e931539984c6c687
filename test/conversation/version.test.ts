import { describe, expect, it } from 'vitest'
import { leanedOn } from '../../src/conversation/index.ts'
import { turn } from '../contract/conversation-store.contract.ts'

const first = turn('甲', { answerId: 'a' })
const second = turn('乙', { answerId: 'b' })
const again = turn('甲', { answerId: 'c', againOf: 'a', understood: '甲？' })

describe('what a question leans on', () => {
  it('is the last answer to each question, where the question was first asked', () => {
    expect(leanedOn([first, second, again], null)).toEqual([again, second])
  })

  it('is nothing behind the question that is asked again', () => {
    expect(leanedOn([first, second, again], 'b')).toEqual([again])
    expect(leanedOn([first, second, again], 'a')).toEqual([])
  })
})
