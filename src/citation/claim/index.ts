export * from './check-claim.ts'
export { type Evidence, type PreparedEvidence, prepareEvidence } from './evidence.ts'
export { headsAbove, type Line, linesOf } from './setting.ts'
