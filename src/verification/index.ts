export { evidenceOf } from './candidate-text.ts'
export * from './verified.ts'
export * from './verify-against.ts'
export * from './verify-in-corpus.ts'
