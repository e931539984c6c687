import { join } from 'node:path'
import { replaceFile } from '../../src/adapter/eval-process/run-folder.ts'
import type { RunRecord } from '../../src/evaluation/index.ts'
import type { StoredCase } from '../run/case-file.ts'
import { caseView, isFailure } from './case-view.ts'
import { reportHtml } from './html.ts'
import { junitOf } from './junit.ts'

/** Lays the report beside the cases of a run, in every form that is given out. */
export function writeReports(folder: string, record: RunRecord, cases: readonly StoredCase[]): void {
  const failures = cases.filter(isFailure).map(caseView)
  replaceFile(join(folder, 'failures.json'), JSON.stringify(failures))
  replaceFile(join(folder, 'report.html'), reportHtml(record, failures))
  replaceFile(join(folder, 'junit.xml'), junitOf(record, cases))
  const lines = cases.map((one) => JSON.stringify(one)).join(',\n')
  const { cases: _, ...rest } = record
  replaceFile(join(folder, 'export.json'), `${JSON.stringify(rest).slice(0, -1)},"cases":[\n${lines}\n]}\n`)
}
