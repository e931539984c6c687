export * from './align.ts'
export * from './items.ts'
export * from './lineage.ts'
export * from './target-links.ts'
