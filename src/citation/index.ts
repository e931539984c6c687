export * from './citation.ts'
export * from './prove.ts'
export * from './relocate.ts'
