import { describe, expect, it } from 'vitest'
import type { DocumentId } from '../../../src/corpus/index.ts'
import type { CatalogueEntry } from '../../../src/retrieval/query/catalogue.ts'
import { createFindNamed } from '../../../src/retrieval/query/named-document.ts'

function entry(id: string, title: string): CatalogueEntry {
  return {
    documentId: id as DocumentId,
    title,
    jurisdiction: null,
    years: null,
    kind: 'other',
    documentNumber: null,
  }
}

const find = createFindNamed([
  entry('a', '咸阳市政府工作报告'),
  entry('b', '2022年衡阳市政府工作报告'),
  entry('c', '衡阳市优质医疗卫生资源倍增三年行动计划'),
])

describe('a document that a question names', () => {
  it('is known by what its title alone says', () => {
    expect([...find('衡阳市优质医疗卫生资源倍增三年行动计划怎么说？').ids]).toEqual(['c'])
  })

  it.each(['2024年衡阳市政府工作报告是由哪位市长作的？', '衡阳市2024年政府工作报告是由哪位市长作的？'])(
    'is not the report of another place or year that is called alike: %s',
    (question) => {
      expect(find(question).ids.size).toBe(0)
    },
  )
})
