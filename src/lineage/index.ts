export * from './items.ts'
export * from './lineage.ts'
export * from './align.ts'
