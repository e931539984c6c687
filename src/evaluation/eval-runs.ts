import type { CaseView } from './case-view.ts'
import type { Comparison } from './comparison.ts'
import type { Complaint } from './complaint.ts'
import type { SuiteHead } from './order.ts'
import type { RunRecord } from './run-record.ts'

/** What is wanted of a run. */
export interface RunWish {
  /** All suites when absent. */
  readonly suites?: readonly string[]
  /** Id of a run, or a file of one, to compare with. */
  readonly baseline?: string
  /** Whether the model of the settings words the answers; without it they stay in the originals' words. */
  readonly withModel?: boolean
  readonly own?: { readonly dataset: string; readonly corpus: string; readonly gate?: string | undefined }
}

export interface RunProgress {
  readonly done: number
  /** Null until it is known. */
  readonly total: number | null
  readonly stage: 'cases' | 'meta' | 'report'
}

export type RunStatus = 'running' | 'done' | 'interrupted' | 'failed'

/** A run as a list shows it. */
export interface RunHead {
  readonly id: string
  readonly status: RunStatus
  readonly createdAt: string
  /** Null unless it runs. */
  readonly progress: RunProgress | null
  /** Why it failed. */
  readonly fault: string | null
  /** Null before its process has written it. */
  readonly record: RunRecord | null
}

export const EXPORT_FORMATS = ['html', 'json', 'junit'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

/** Evaluations of this very program, one at a time; runs outlast the process. */
export interface EvalRuns {
  /** What can be run. */
  suites(): Promise<readonly SuiteHead[]>
  /**
   * Begins a run, or goes on with one that was cut off when everything it depends on is still the same.
   * @throws BusyError while another runs, InvalidRequestError for an unknown suite or baseline
   */
  start(wish: RunWish): Promise<RunHead>
  /** Newest first. */
  list(): readonly RunHead[]
  get(id: string): RunHead | undefined
  /** Cases that did not come out right; empty before the end. */
  failures(id: string): readonly CaseView[]
  /** Undefined for an unknown run and one that has not ended. */
  exported(id: string, format: ExportFormat): string | undefined
  /** @throws NotFoundError when one of them has not ended */
  compare(baseId: string, id: string): Promise<Comparison>
  /** Calls on every change of a run; gives back what ends the calls. */
  watch(id: string, listener: () => void): () => void
  complaints(): readonly Complaint[]
  /** A complaint with the same feedback takes the place of the earlier one. */
  keepComplaint(complaint: Complaint): void
  removeComplaint(feedbackId: string): void
  /** Ends a run that is under way; it can be taken up again. */
  stop(): Promise<void>
}
