import { describe, expect, it } from 'vitest'
import { createCorpus } from '../../src/corpus/index.ts'
import { draftOutline, type Outline } from '../../src/outline/index.ts'
import { readText } from '../reader.ts'

/** A draft for 2024 from a plan of 2023 with one task, and what was taken out of its text. */
async function draft(body: string, excluded = '', heading = '做好工作'): Promise<Outline> {
  const plan = readText(
    `雅安市卫生健康委员会2023年工作要点\n一、工作任务\n（一）${heading}。${body}\n（二）抓好培训。每年培训护士200名。`,
  )
  const start = excluded === '' ? -1 : plan.text.indexOf(excluded)
  const document =
    start === -1
      ? plan
      : {
          ...plan,
          exclusions: [
            ...plan.exclusions,
            { start, end: start + excluded.length, reason: 'seo_spam' as const },
          ],
        }
  return await draftOutline({ region: '雅安', year: 2024 }, { corpus: createCorpus([document]) })
}

const flagsOf = ({ sections }: Outline) =>
  sections.flatMap(({ items }) => items.flatMap(({ flags }) => flags))

const toldIn = ({ sections }: Outline) =>
  sections.flatMap(({ items }) =>
    items.map(({ heading, sentences }) => [heading, ...sentences.map(({ text }) => text)]),
  )

describe('what is shown of a source', () => {
  it.each([
    ['制定广告位招租急救站点布局方案。加强急救。', '广告位招租'],
    ['县医院外科楼主体广告位招租封顶。', '广告位招租'],
    ['基层就诊率达到广告位招租65%以上。', '广告位招租'],
    ['6月底广告位招租前完成选址。', '广告位招租'],
    ['进一步加强广告位招租组织领导，扎实推进各项工作。', '广告位招租'],
  ])('never has what was excluded from it: %s', async (body, excluded) => {
    const made = await draft(body, excluded)
    expect(flagsOf(made).length + made.dropped.length).toBeGreaterThan(0)
    const shown = [...flagsOf(made), ...made.dropped.map(({ text }) => text), ...toldIn(made)]
    expect(JSON.stringify(shown)).not.toContain(excluded)
  })
})
