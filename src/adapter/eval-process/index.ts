export { createEvalRuns } from './eval-runs.ts'
