export * from './citation.ts'
export * from './claim/index.ts'
export * from './prove.ts'
export * from './relocate.ts'
