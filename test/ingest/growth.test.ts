import { afterAll, describe, expect, it } from 'vitest'
import { indexedDocument, normalisedView } from '../../src/corpus/index.ts'
import { readDocument } from '../../src/ingest/read-document.ts'
import { extractTargets } from '../../src/ledger/index.ts'
import { lexicalEntries } from '../../src/retrieval/index.ts'
import { noWords } from '../../src/text/index.ts'
import { countWork } from '../fixture/work.ts'
import { gazetteer } from '../reader.ts'

const SMALL = 6000
const TIMES = 4
/** Linear work makes it 4, quadratic work 16. */
const MOST = 5

const PIECES: readonly (readonly [what: string, piece: string])[] = [
  ['one line', '一、加强基层建设。年内建成社区医院6家，新增床位135张。'],
  ['lines', '一、加强基层建设。年内建成社区医院6家，新增床位135张。\n'],
  ['one sentence', '新增床位135张，'],
  ['an enumeration', '一是加强建设，二是建成社区医院6家；'],
  ['headings', '一、加强基层建设\n'],
  ['headings without a number', '加强基层建设\n开展基层服务能力提升活动，年内建成社区医院6家。\n'],
  ['titles', '某市2024年卫生健康工作要点\n'],
  ['annexes', '附件\n加强基层建设\n年内建成社区医院6家。\n'],
  ['a table', '指标\t目标值\n新增床位\t135张\n'],
  ['notes', '年内建成社区医院6家（责任单位：基层处）。'],
  ['notes on lines', '1.年内建成社区医院6家。\n责任单位：基层处\n'],
  ['signatures', '某市卫生健康委员会\n2024年3月1日\n'],
  ['open brackets', '（牵头，'],
  ['blanks', ' '],
]

function read(text: string): void {
  const bytes = new TextEncoder().encode(text)
  const document = readDocument('要点.txt', bytes, { text, encoding: 'utf-8' }, gazetteer)
  extractTargets(document, normalisedView(text))
  const indexed = indexedDocument(document)
  for (const passage of document.passages)
    lexicalEntries({ ...indexed, document: { ...document, passages: [passage] } }, noWords)
}

describe('the work of reading', () => {
  const work = countWork()
  afterAll(() => work.close())

  it.each(PIECES)('grows no faster than the text, be it %s', (_, piece) => {
    const count = Math.ceil(SMALL / piece.length)
    const text = (times: number) => `工作${piece.repeat(count * times)}工作`
    read(text(1))
    const [small, large] = [work.of(() => read(text(1))), work.of(() => read(text(TIMES)))]
    expect(small).toBeGreaterThan(SMALL)
    expect(large / small).toBeLessThan(MOST)
  })
})
