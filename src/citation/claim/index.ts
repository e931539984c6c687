export * from './check-claim.ts'
export { type Evidence, type PreparedEvidence, prepareEvidence } from './evidence.ts'
