import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codePointOffsets } from '../../src/api/code-point.ts'
import { type InspectionJson, toInspectionJson } from '../../src/api/index.ts'
import { roughText } from '../ingest/rough-text.ts'
import { readText } from '../reader.ts'
import { openApi, post } from './api.ts'

const rare = fc.constantFrom('𠮷', '🏥', '👩‍⚕️', '𬭩', '医', '院', 'a', '5', '，')
const rareText = fc.array(rare, { maxLength: 40 }).map((parts) => parts.join(''))

function slice(text: string, { start, end }: { readonly start: number; readonly end: number }): string {
  return [...text].slice(start, end).join('')
}

describe('codePointOffsets', () => {
  it('counts as spreading the text does', () => {
    fc.assert(
      fc.property(rareText, fc.nat(), (text, pick) => {
        const characters = [...text]
        const at = pick % (characters.length + 1)
        const utf16 = characters.slice(0, at).join('').length
        expect(codePointOffsets(text)(utf16)).toBe(at)
      }),
      { seed: 20261121 },
    )
  })
})

describe('offsets that leave the program', () => {
  it('are code points in any text, and come back from JSON as they went', () => {
    fc.assert(
      fc.property(roughText, (text) => {
        const document = readText(text)
        const inspection: InspectionJson = JSON.parse(JSON.stringify(toInspectionJson(document)))
        expect(inspection.text).toBe(text)
        for (const range of inspection.excluded) expect(slice(text, range)).toBe(range.text)
        for (const target of inspection.targets) expect(slice(text, target)).toBe(target.quote)
        const ranges = (['passages', 'sections'] as const).flatMap((kind) =>
          document[kind].map((range, index) => [range, inspection[kind][index]] as const),
        )
        for (const [range, told] of ranges)
          expect(told && slice(text, told)).toBe(text.slice(range.start, range.end))
      }),
      { seed: 20261122, numRuns: 300 },
    )
  })

  it('are code points: every range of a reading is its text', () => {
    const plan = fc
      .tuple(rareText, rareText, rareText, rareText)
      .map(([a, b, c, d]) =>
        [
          '🏥首页 > 政务公开',
          `2022年𠮷田${a}工作要点`,
          `一、𠮷${b}目标`,
          `（一）${c}。新增床位5张大发体育，${d}。`,
          '扫一扫在手机打开当前页',
        ].join('\n'),
      )
    fc.assert(
      fc.property(plan, (text) => {
        const document = readText(text)
        const inspection: InspectionJson = toInspectionJson(document)
        for (const [index, passage] of document.passages.entries()) {
          const range = inspection.passages[index]
          expect(range && slice(text, range)).toBe(text.slice(passage.start, passage.end))
        }
        for (const range of inspection.excluded) expect(slice(text, range)).toBe(range.text)
        for (const [index, section] of document.sections.entries()) {
          const range = inspection.sections[index]
          expect(range && slice(text, range)).toBe(text.slice(section.start, section.end))
        }
        const title = inspection.metadata.title
        // A title's value is without what was excluded inside of it.
        const within = inspection.excluded.filter(
          ({ start }) => title?.evidence && start < title.evidence.end,
        )
        const words = title?.evidence ? slice(text, title.evidence) : undefined
        expect(within.reduce((rest, range) => rest?.replace(range.text, ''), words)).toBe(title?.value)
      }),
      { seed: 20261121, numRuns: 300 },
    )
  })

  it('are code points: every citation of an answer is its text', async () => {
    const text =
      '2022年青岛市𠮷田医院工作要点\n一、🏥目标\n（一）床位𠮷建设。👩‍⚕️年内新增床位135张，𠮷区新增护士60名。'
    const document = readText(text, 'rare.txt')
    const { api } = await openApi([document])
    for (const question of ['2022年新增床位多少张？', '𠮷区新增护士多少名？', '工作要点有哪些方面？']) {
      const response = await post(api, '/api/v1/answers', { question })
      const { citations, near_misses: near } = await response.json()
      for (const citation of [...citations, ...near.map((miss: { citation: unknown }) => miss.citation)]) {
        const range = { start: citation.start_char_index, end: citation.end_char_index }
        expect(slice(text, range)).toBe(citation.cited_text)
      }
    }
    const answered = await post(api, '/api/v1/answers', { question: '2022年新增床位多少张？' })
    expect((await answered.json()).text).toContain('新增床位135张')
  })
})
