export * from './derived-files.ts'
export * from './document-store.ts'
export * from './library.ts'
