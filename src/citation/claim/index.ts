export * from './check-claim.ts'
export { type Evidence, type PreparedEvidence, prepareEvidence } from './clause/evidence.ts'
export { headsAbove, type Line, linesOf } from './standing/setting.ts'
