export * from './bm25.ts'
export * from './lexical-index.ts'
export * from './vector-index.ts'
