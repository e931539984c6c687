import { describe, expect, it } from 'vitest'
import { createDraftScanner } from '../../../src/answer/worded/draft-scanner.ts'

const DRAFT =
  '{"sentences":[{"text":"甲“{乙}”\\"丙。","labels":["a"],"quotes":[]},{"text":"丁。","labels":["b"]}]}'

function scan(text: string, size: number) {
  const scanner = createDraftScanner()
  const letters = [...text]
  const found = Array.from({ length: Math.ceil(letters.length / size) }, (_, at) =>
    scanner.push(letters.slice(at * size, (at + 1) * size).join('')),
  ).flat()
  return {
    texts: found.map(({ text: words }) => words),
    isClosed: scanner.isClosed(),
    malformed: scanner.malformed(),
  }
}

describe('the scanner of a draft', () => {
  it.each([1, 2, 7, 1000])('finds the sentences in pieces of %i characters', (size) => {
    expect(scan(DRAFT, size)).toEqual({ texts: ['甲“{乙}”"丙。', '丁。'], isClosed: true, malformed: 0 })
  })

  it('gives a sentence with the very character that completes it', () => {
    const scanner = createDraftScanner()
    const end = DRAFT.indexOf('},') + 1
    expect(scanner.push(DRAFT.slice(0, end - 1))).toEqual([])
    expect(scanner.push('}')).toHaveLength(1)
    expect(scanner.isClosed()).toBe(false)
  })

  it.each([
    ['a code fence', `\`\`\`json\n${DRAFT}\n\`\`\``],
    ['prose with quotation marks', `他说"好：\n${DRAFT}\n完毕。`],
    ['thoughts in front', `<think>先想想 {"text":"不算","labels":["a"]}</think>${DRAFT}`],
    ['a bare list', DRAFT.slice(13, -1)],
  ])('reads through %s', (_, text) => {
    for (const size of [1, 5, 1000]) expect(scan(text, size).texts).toEqual(['甲“{乙}”"丙。', '丁。'])
  })

  it('passes over what is no sentence and goes on', () => {
    const text = '{"sentences":[{"text":1},{"text":"甲","labels":["a"],},{"text":"丁。","labels":["b"]}]}'
    expect(scan(text, 3)).toEqual({ texts: ['丁。'], isClosed: true, malformed: 2 })
  })

  it('holds no more of an endless object than it could use', () => {
    expect(scan(`{"text":"${'好'.repeat(20_000)}","labels":[]}`, 500)).toMatchObject({
      texts: [],
      malformed: 1,
    })
  })
})
