import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addressOf, HOME, parseRoute, type Route } from '../../src/web/route.ts'

describe('parseRoute', () => {
  it('reads a stored answer with its open source', () => {
    expect(parseRoute('/?t=7&a=01ABC&c=n1')).toEqual({
      view: 'ask',
      conversationId: '7',
      answerId: '01ABC',
      source: 'n1',
    })
  })

  it('reads an answer whose conversation the address does not name', () => {
    expect(parseRoute('/?a=01ABC')).toMatchObject({ conversationId: null, answerId: '01ABC' })
  })

  it('reads a document with a code point span', () => {
    expect(parseRoute('/documents/4bb14ad8691287df?span=12-40')).toEqual({
      view: 'documents',
      documentId: '4bb14ad8691287df',
      span: { start: 12, end: 40 },
    })
  })

  it.each(['40-12', '12', '5-5', '-1-3', 'a-b', '1-2-3', '1.5-2'])('ignores the span %s', (span) => {
    expect(parseRoute(`/documents/x?span=${span}`)).toMatchObject({ documentId: 'x', span: null })
  })

  it.each(['/documents', '/documents/'])('reads %s as the list', (path) => {
    expect(parseRoute(path)).toEqual({ view: 'documents', documentId: null, span: null })
  })

  it.each(['/', '/elsewhere', '/documentsx'])('takes %s for the ask page', (path) => {
    expect(parseRoute(path)).toEqual(HOME)
  })
})

describe('addressOf', () => {
  it('writes an address that reads back to the same route', () => {
    const id = fc.stringMatching(/^[0-9A-Za-z]{1,26}$/)
    const route: fc.Arbitrary<Route> = fc.oneof(
      fc.record({
        view: fc.constant('ask' as const),
        conversationId: fc.option(id),
        answerId: fc.option(id),
        source: fc.option(id),
      }),
      fc.record({ view: fc.constant('verify' as const), source: fc.option(id) }),
      fc.record({
        view: fc.constant('documents' as const),
        documentId: id,
        span: fc.option(fc.nat(1e6).map((start) => ({ start, end: start + 7 }))),
      }),
    )
    fc.assert(
      fc.property(route, (one) => {
        expect(parseRoute(addressOf(one))).toEqual(one)
      }),
    )
  })
})
