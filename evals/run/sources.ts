import { existsSync } from 'node:fs'
import type { Complaint, RunOrder, SuiteHead } from '../../src/evaluation/index.ts'
import { casesOf, SUITES, type SuiteSource } from '../suite.ts'
import { COMPLAINTS, complaintSource, readComplaints } from './complaint-source.ts'
import { OrderFault } from './order-fault.ts'
import { ownSuite } from './own-suite.ts'
import { suiteWording } from './wording.ts'

export interface PlannedSuite {
  readonly source: SuiteSource
  /** What readers complained of, by the id of the case; null for every other suite. */
  readonly complaints: ReadonlyMap<string, Complaint> | null
}

/**
 * The suites of a run, in the order in which they are reported.
 * @throws OrderFault for a suite that there is not, and for files that cannot be read
 */
export function plannedSuites(order: RunOrder): readonly PlannedSuite[] {
  const own = order.own === undefined ? [] : [{ source: ownSuite(order.own), complaints: null }]
  const complaints = complaintSuite(order)
  const known = [...own, ...SUITES.map((source) => ({ source, complaints: null })), ...complaints]
  if (own.length === 0 && order.suites === undefined) return known
  return [...new Set([...own.map(({ source }) => source.name), ...(order.suites ?? [])])].map((name) => {
    const found = known.find(({ source }) => source.name === name)
    if (found !== undefined) return found
    if (name === COMPLAINTS) throw new OrderFault('还没有读者意见成为评测用例。')
    const all = known.map(({ source }) => source.name).join('、')
    throw new OrderFault(`没有“${name}”这组评测。现有：${all}。`)
  })
}

/** The suites that every installation has. */
export function suiteHeads(): readonly SuiteHead[] {
  return SUITES.map((source) => ({
    name: source.name,
    ...suiteWording(source.name),
    cases: casesOf(source).length,
  }))
}

function complaintSuite({ dataFolder }: Pick<RunOrder, 'dataFolder'>): readonly PlannedSuite[] {
  if (dataFolder === undefined || !existsSync(dataFolder)) return []
  const complaints = readComplaints(dataFolder)
  if (complaints.length === 0) return []
  const source = complaintSource(complaints, dataFolder)
  return [{ source, complaints: new Map(complaints.map((one) => [one.id, one])) }]
}
