import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { positionIn } from '../../src/web/highlight.ts'

const nodesWithRange = fc
  .array(fc.string({ maxLength: 6 }), { minLength: 1, maxLength: 12 })
  .filter((nodes) => nodes.join('') !== '')
  .chain((nodes) => {
    const last = nodes.join('').length - 1
    return fc
      .tuple(fc.nat(last), fc.nat(last))
      .map(([a, b]) => ({ nodes, range: { start: Math.min(a, b), end: Math.max(a, b) + 1 } }))
  })

/** What a DOM range over these text nodes would read. */
function textBetween(nodes: readonly string[], at: NonNullable<ReturnType<typeof positionIn>>): string {
  return nodes
    .map((text, node) => {
      if (node < at.startNode || node > at.endNode) return ''
      return text.slice(
        node === at.startNode ? at.startOffset : 0,
        node === at.endNode ? at.endOffset : text.length,
      )
    })
    .join('')
}

describe('positionIn', () => {
  it('finds exactly the characters of the joined text', () => {
    fc.assert(
      fc.property(nodesWithRange, ({ nodes, range }) => {
        const at = positionIn(
          nodes.map((node) => node.length),
          range,
        )
        expect(at && textBetween(nodes, at)).toBe(nodes.join('').slice(range.start, range.end))
      }),
    )
  })

  it('starts in the node of the first character and ends in the node of the last', () => {
    expect(positionIn([3, 0, 3], { start: 3, end: 6 })).toEqual({
      startNode: 2,
      startOffset: 0,
      endNode: 2,
      endOffset: 3,
    })
    expect(positionIn([3, 3], { start: 0, end: 3 })).toEqual({
      startNode: 0,
      startOffset: 0,
      endNode: 0,
      endOffset: 3,
    })
  })

  it.each([
    [2, 2],
    [3, 2],
    [-1, 2],
    [4, 7],
  ])('finds nothing for %d to %d of six characters', (start, end) => {
    expect(positionIn([3, 3], { start, end })).toBeUndefined()
  })
})
