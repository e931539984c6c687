export * from './answer.ts'
export * from './answer-store.ts'
export * from './ask.ts'
export type { Desk } from './desk.ts'
