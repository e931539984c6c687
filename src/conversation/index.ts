export * from './conversation.ts'
export * from './conversation-store.ts'
export * from './resolve.ts'
