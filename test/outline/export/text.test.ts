import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { outlineMarkdown } from '../../../src/outline/export/index.ts'
import { piecesOf } from '../../../src/outline/export/placeholder.ts'
import { visible } from '../../../src/outline/export/visible.ts'
import { isShown, numbered, shownItems } from '../../../src/outline/number.ts'
import type { Outline } from '../../../src/outline/outline.ts'
import { anyOutline, itemOf, outlineOf } from './outline-maker.ts'
import { sampleOutline } from './sample.ts'

describe('a draft as Markdown', () => {
  it('has its headings by level, a footnote for each task, and says what it is', () => {
    const markdown = outlineMarkdown(sampleOutline(), { isAdopted: false })
    expect(markdown.split('\n').filter((line) => line.startsWith('#'))).toEqual([
      '# 临江市卫生健康委员会2027年工作要点',
      '## 一、深化改革',
      '### （一）建强基层体系',
      '#### 1\\.补齐设备。',
      '## 二、保障措施',
    ])
    expect(markdown).toContain('\n\n（一）加强宣传引导。[^4]\n')
    expect(markdown).toContain('\n[^4]: 状态：新增；无出处\n')
    expect(markdown).toContain('> （草稿）本文由人工智能辅助生成，采用前须经人工审核。')
    expect(markdown).toMatch(/^---\nAIGC: "\{\\"Label\\":\\"1\\"/u)
    const adopted = outlineMarkdown(sampleOutline(), { isAdopted: true })
    expect(adopted).not.toContain('人工智能')
    expect(adopted).toMatch(/^---\nAIGC: /u)
  })

  it('turns nothing a draft says into markup', () => {
    const heading = '<script>alert(1)</script> ![图](http://example.com/a.png) **重** `码` | # 题'
    const sections = [
      { id: 's', number: '', heading, intro: [], items: [itemOf({ heading: '- 一\n1. 二\n    三' })] },
    ]
    const markdown = outlineMarkdown(outlineOf({ sections }), { isAdopted: false })
    expect(markdown).toContain(
      '## 一、\\<script\\>alert(1)\\</script\\> \\!\\[图\\](http\\://example.com/a.png) \\*\\*重\\*\\* \\`码\\` \\| \\# 题',
    )
    expect(markdown).toContain('1\\. 二\n\n&#32;&#32;&#32;&#32;三')
  })

  it('keeps every word of 200 random drafts', () => {
    fc.assert(
      fc.property(anyOutline, (outline) => {
        const found = unmarked(outlineMarkdown(outline, { isAdopted: true }))
        let from = 0
        for (const words of wordsOf(outline)) {
          const at = found.indexOf(words, from)
          expect(at, words).not.toBe(-1)
          from = at + words.length
        }
      }),
      { numRuns: 200, seed: 5 },
    )
  })
})

describe('what is left to fill in', () => {
  it('stands in 〔〕, unlike the year of a document number', () => {
    const placeholders = (text: string) =>
      piecesOf(text).flatMap((piece) => (piece.isPlaceholder ? [piece.text] : []))
    expect(placeholders('到〔2027年〕达到〔待定：上年75%以上〕')).toEqual([
      '〔2027年〕',
      '〔待定：上年75%以上〕',
    ])
    expect(placeholders('国发〔2026〕5号、临政办发〔2026〕第12号、〔〕')).toEqual(['〔〕'])
    expect(piecesOf('甲〔乙〕丙').map(({ text }) => text)).toEqual(['甲', '〔乙〕', '丙'])
  })
})

describe('text made visible', () => {
  it('holds nothing XML cannot hold, and is not changed again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const shown = visible(text)
        expect(shown.isWellFormed()).toBe(true)
        // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
        expect(shown).not.toMatch(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/u)
        expect(visible(shown)).toBe(shown)
      }),
      { numRuns: 1000, seed: 9 },
    )
  })
})

/** What a reader of Markdown shows of it: escapes undone, white space and marks of structure left out. */
function unmarked(markdown: string): string {
  return markdown
    .replaceAll(/&#(32|9);/gu, '')
    .replaceAll(/\[\^\d+\]/gu, '')
    .replaceAll(/^#+ /gmu, '')
    .replaceAll(/\\([^\p{L}\p{N}\s])/gu, '$1')
    .replaceAll(/\s/gu, '')
}

function wordsOf(outline: Outline): readonly string[] {
  const draft = numbered(outline)
  const texts = (sentences: Outline['opening']) => sentences.map(({ text }) => text)
  return [
    draft.title,
    ...texts(draft.opening),
    ...draft.sections
      .filter(isShown)
      .flatMap((section) => [
        section.number + section.heading,
        ...texts(section.intro),
        ...shownItems(section).flatMap((item) => [item.number + item.heading, ...texts(item.sentences)]),
      ]),
  ].map((words) => visible(words).replaceAll(/\s/gu, ''))
}
