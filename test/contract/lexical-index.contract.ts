import { describe, expect, it } from 'vitest'
import { normalisedView } from '../../src/corpus/index.ts'
import type { LexicalEntry, LexicalHit, LexicalIndex } from '../../src/retrieval/index.ts'
import { type LegTerms, type Segmenter, termsOf } from '../../src/text/index.ts'
import { documentId, documentIds, passageId, shortIds } from './id.ts'

/** Just enough words for the passages below. */
const segmenter: Segmenter = {
  id: 'test',
  cut: (view) => view.match(/家庭医生|签约|村卫生室|医共体|托位|建设|服务|托育|.{1,2}/gu) ?? [],
}

export function terms(text: string): LegTerms {
  return termsOf(normalisedView(text), segmenter)
}

export function lexicalEntry(short: string, text: string): LexicalEntry {
  const [document = ''] = short.split('.')
  return { passageId: passageId(short), documentId: documentId(document), terms: terms(text) }
}

const PLAN = [
  lexicalEntry('a.0', '加强村卫生室建设,年内完成12个。'),
  lexicalEntry('a.1', '推进家庭医生签约服务,签约率达到75%。'),
  lexicalEntry('a.2', '千人口托位数达到4.5个,发展普惠托育服务。'),
  lexicalEntry('b.0', '推进紧密型县域医共体建设。'),
  lexicalEntry('b.1', '千人口托位数达到3.8个,发展普惠托育服务。'),
  lexicalEntry('b.2', '做好COVID疫苗接种工作。'),
]

/** What every lexical index does, whatever it is made of. */
export function lexicalIndexContract(name: string, createIndex: () => LexicalIndex): void {
  const planIndex = () => {
    const index = createIndex()
    index.add(PLAN)
    return index
  }
  const ask = (index: LexicalIndex, text: string, documents?: readonly string[], k = 10) =>
    index.search({
      terms: terms(text),
      k,
      ...(documents === undefined ? {} : { documentIds: documentIds(...documents) }),
    })

  describe(`lexical index: ${name}`, () => {
    it('finds nothing while it is empty', () => {
      const index = createIndex()
      expect(index.size).toBe(0)
      expect(ask(index, '村卫生室')).toEqual([])
    })

    it('ranks passages by the terms they share with the question', () => {
      expect(shortIds(ask(planIndex(), '家庭医生签约率'))).toEqual([
        'a.1', // 家庭医生 and 签约率, in all three legs
        'b.0', // only the character 医, in a shorter passage than the next
        'a.0', // only the character 生
      ])
      expect(shortIds(ask(planIndex(), '医共体建设'))).toEqual([
        'b.0', // both words
        'a.0', // 建设 as word and bigram
        'a.1', // only the character 医
      ])
    })

    it('keeps a decimal number, a Latin word and a Han term whole', () => {
      expect(shortIds(ask(planIndex(), '4.5'))).toEqual(['a.2']) // not b.1 with 3.8, nor any 4 or 5
      expect(shortIds(ask(planIndex(), 'Covid'))).toEqual(['b.2']) // in the view it is lower case
      expect(shortIds(ask(planIndex(), '75'))).toEqual(['a.1']) // the percent sign separates
    })

    it('puts the passage that also holds the number before its twin', () => {
      expect(shortIds(ask(planIndex(), '千人口托位数3.8'))).toEqual([
        'b.1', // same words as a.2, and the number asked for
        'a.2',
      ])
    })

    it('looks only at the documents of the filter', () => {
      expect(shortIds(ask(planIndex(), '普惠托育服务', ['b']))).toEqual(['b.1'])
      expect(ask(planIndex(), '普惠托育服务', [])).toEqual([])
      expect(ask(planIndex(), '普惠托育服务', ['f'])).toEqual([])
    })

    it('filters before it takes the best k', () => {
      expect(shortIds(ask(planIndex(), '4.5 普惠托育服务', ['b'], 1))).toEqual(['b.1']) // a.2 would be first
    })

    it('gives a passage the same score with a filter as without', () => {
      const all = ask(planIndex(), '普惠托育服务')
      const [filtered] = ask(planIndex(), '普惠托育服务', ['b'])
      expect(filtered).toEqual(all.find((hit) => hit.passageId === passageId('b.1')))
    })

    it('counts a repeated term of the question once', () => {
      expect(ask(planIndex(), '托位托位托位')).toEqual(ask(planIndex(), '托位,位托'))
    })

    it('breaks ties by passage id', () => {
      const index = createIndex()
      index.add(['c.1', 'a.1', 'b.0', 'a.0'].map((short) => lexicalEntry(short, '健康素养')))
      expect(shortIds(ask(index, '健康'))).toEqual(['a.0', 'a.1', 'b.0', 'c.1'])
      expect(shortIds(ask(index, '健康', undefined, 2))).toEqual(['a.0', 'a.1'])
    })

    it('returns all matches when k is larger than the index', () => {
      expect(ask(planIndex(), '建设', undefined, 1000)).toHaveLength(2)
      expect(ask(planIndex(), '建设', undefined, 0)).toEqual([])
    })

    it('finds nothing for a term no passage holds', () => {
      expect(ask(planIndex(), '轨道交通')).toEqual([])
      expect(ask(planIndex(), '')).toEqual([])
    })

    it('replaces a passage that is added again', () => {
      const index = planIndex()
      index.add([lexicalEntry('a.0', '安宁疗护')])
      expect(index.size).toBe(PLAN.length)
      expect(ask(index, '村卫生室').map((hit) => hit.passageId)).not.toContain(passageId('a.0'))
      expect(shortIds(ask(index, '安宁疗护'))).toEqual(['a.0'])
    })

    it('takes the last of two entries with one id in a batch', () => {
      const index = createIndex()
      index.add([lexicalEntry('a.0', '安宁疗护'), lexicalEntry('a.0', '窝沟封闭')])
      expect(index.size).toBe(1)
      expect(ask(index, '安宁疗护')).toEqual([])
      expect(shortIds(ask(index, '窝沟封闭'))).toEqual(['a.0'])
    })

    it('forgets removed documents and scores as if they had never been there', () => {
      const index = planIndex()
      index.remove(documentIds('a', 'f'))
      const fresh = createIndex()
      fresh.add(PLAN.filter((entry) => entry.documentId === documentId('b')))
      expect(index.size).toBe(3)
      expectSameHits(ask(index, '普惠托育服务建设'), ask(fresh, '普惠托育服务建设'))
    })

    it('tells in how many of its passages a term occurs', () => {
      const index = planIndex()
      expect(index.documentFrequency('word', '建设')).toBe(2) // a.0 and b.0
      expect(index.documentFrequency('bigram', '签约')).toBe(1) // twice in a.1, which is one passage
      expect(index.documentFrequency('character', '轨')).toBe(0)
      index.remove(documentIds('b'))
      expect(index.documentFrequency('word', '建设')).toBe(1)
      index.add([lexicalEntry('a.0', '安宁疗护'), lexicalEntry('c.0', '建设托育机构')])
      expect(index.documentFrequency('word', '建设')).toBe(1) // a.0 lost it, c.0 has it
    })

    it('is empty again when everything was removed, and can be filled again', () => {
      const index = planIndex()
      index.remove(documentIds('a', 'b'))
      expect(index.size).toBe(0)
      expect(ask(index, '建设')).toEqual([])
      index.add(PLAN)
      expectSameHits(ask(index, '医共体建设'), ask(planIndex(), '医共体建设'))
    })

    it('scores the same whether passages came in one batch or between searches', () => {
      const index = createIndex()
      for (const entry of PLAN) {
        index.add([entry])
        ask(index, '建设')
      }
      expectSameHits(ask(index, '推进医共体建设'), ask(planIndex(), '推进医共体建设'))
    })

    it('counts terms that occur very often in one passage', () => {
      const index = createIndex()
      index.add([
        lexicalEntry('a.0', '托'.repeat(70_000)),
        lexicalEntry('a.1', '托'.repeat(300)),
        lexicalEntry('a.2', '托育'),
      ])
      const hits = ask(index, '托')
      expect(new Set(hits.map((hit) => hit.bm25Score)).size).toBe(3)
    })

    it('holds a passage without any term', () => {
      const index = createIndex()
      index.add([lexicalEntry('a.0', '——'), lexicalEntry('a.1', '托位')])
      expect(index.size).toBe(2)
      expect(shortIds(ask(index, '托位'))).toEqual(['a.1'])
    })

    it('tells apart terms with quotes, blanks, line breaks and very great length', () => {
      const odd = [
        '"a" OR b',
        'a b',
        'a\nb',
        '',
        '\u0000',
        '\u0000a',
        'x'.repeat(9000),
        `${'x'.repeat(8999)}y`,
      ]
      const index = createIndex()
      const only = (term: string): LegTerms => ({ character: [term], bigram: [], word: [] })
      for (const [ordinal, term] of odd.entries()) {
        index.add([{ passageId: passageId(`a.${ordinal}`), documentId: documentId('a'), terms: only(term) }])
      }
      for (const [ordinal, term] of odd.entries()) {
        expect(shortIds(index.search({ terms: only(term), k: 10 }))).toEqual([`a.${ordinal}`])
      }
    })
  })
}

/** Same passages in the same order, scores equal but for rounding. */
export function expectSameHits(actual: readonly LexicalHit[], expected: readonly LexicalHit[]): void {
  expect(shortIds(actual)).toEqual(shortIds(expected))
  for (const [i, hit] of actual.entries()) expect(hit.bm25Score).toBeCloseTo(expected[i]?.bm25Score ?? 0, 9)
}
