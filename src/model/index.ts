export * from './embedder.ts'
