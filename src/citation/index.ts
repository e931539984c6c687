export * from './citation.ts'
export * from './prove.ts'
