export * from './piece.ts'
export * from './segmenter.ts'
export * from './term.ts'
