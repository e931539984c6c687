export * from './conversation.ts'
export * from './conversation-store.ts'
export type { Resolution } from './resolution.ts'
export * from './resolve.ts'
