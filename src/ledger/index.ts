export * from './csv.ts'
export * from './duplicate.ts'
export * from './extract-targets.ts'
export * from './ledger.ts'
