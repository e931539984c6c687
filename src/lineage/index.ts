export * from './items.ts'
export * from './lineage.ts'
