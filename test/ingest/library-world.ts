import { createMemoryDocumentStore } from '../../src/adapter/memory/document-store.ts'
import { createFlatVectorIndex } from '../../src/adapter/memory/flat-vector-index.ts'
import { createMemoryLexicalIndex } from '../../src/adapter/memory/lexical-index.ts'
import { createLibrary, createPlanReader, type DocumentStore, textReader } from '../../src/ingest/index.ts'
import { createLexicalEmbedder } from '../../src/retrieval/index.ts'
import { noWords, termsOf } from '../../src/text/index.ts'
import { gazetteer } from '../reader.ts'

export const bytesOf = (text: string) => new TextEncoder().encode(text)
export const PLAN = bytesOf('2022年工作要点\n一、目标\n（一）床位。新增床位5张。\n（二）托位。新增托位9个。')

export const PLAIN = '2022年工作要点\n一、目标。'
export const NO_CHANGE = { metadata: {}, reverted: [], exclusions: [] }

/** A plan of one place and year that is long enough to be told from others by its words. */
export function planOf(sentence: string): string {
  return [
    '乐山市2022年卫生健康工作要点',
    '一、强化基层服务',
    `（一）补齐短板。${sentence}推进乡镇卫生院标准化建设，完善药品供应保障制度。`,
    '（二）优化服务。做实家庭医生签约服务，重点人群签约率达到75%以上，提高慢性病管理水平。',
    '二、深化医药卫生体制改革',
    '（一）推动三医联动。落实药品集中采购，建立健全现代医院管理制度，控制医疗费用不合理增长。',
    '（二）建设紧密型医共体。推动优质资源下沉，县域内就诊率达到90%，群众满意度持续提升。',
  ].join('\n')
}

export function open(store: DocumentStore = createMemoryDocumentStore()) {
  const embedder = createLexicalEmbedder(noWords)
  const lexicalIndex = createMemoryLexicalIndex()
  const vectorIndex = createFlatVectorIndex({ embedderId: embedder.id, dimension: embedder.dimension })
  const read = createPlanReader({ readers: [textReader], gazetteer })
  const library = createLibrary({
    store,
    segmenter: noWords,
    embedder,
    read,
    gazetteer,
    lexicalIndex,
    vectorIndex,
    now: () => new Date(),
  })
  const find = (words: string) => lexicalIndex.search({ terms: termsOf(words, noWords), k: 10 }).length
  return { library, store, lexicalIndex, vectorIndex, find }
}
