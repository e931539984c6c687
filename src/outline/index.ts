export * from './draft-outline.ts'
export * from './outline.ts'
export * from './refusal.ts'
export * from './worded/word-outline.ts'
