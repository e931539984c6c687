import type { RunRecord } from '../../src/evaluation/index.ts'
import type { StoredCase } from '../run/case-file.ts'
import { caseView, expectationText, isFailure } from './case-view.ts'
import { html, type Markup } from './markup.ts'
import { boundText, valueText } from './number.ts'

/** The run as JUnit XML: a test for each case, and one for each number of the gate. */
export function junitOf(record: RunRecord, cases: readonly StoredCase[]): string {
  const suites = record.results.map(({ name }) =>
    suiteXml(
      name,
      cases.filter(({ suite }) => suite === name),
    ),
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n${
    html`<testsuites name="yaodian eval ${record.id}">
${gateXml(record)}
${suites}</testsuites>`.text
  }\n`
}

function suiteXml(name: string, cases: readonly StoredCase[]): Markup {
  const failed = cases.filter(({ scores }) => scores.correctness === 0).length
  const skipped = cases.filter(({ scores }) => (scores.correctness ?? null) === null).length
  const seconds = cases.reduce((sum, { elapsedMs }) => sum + elapsedMs, 0) / 1000
  return html`<testsuite name="${name}" tests="${cases.length}" failures="${failed}" skipped="${skipped}" time="${seconds.toFixed(3)}">
${cases.map(caseXml)}</testsuite>
`
}

function caseXml(one: StoredCase): Markup {
  const { evalCase, scores, suite, elapsedMs } = one
  const open = html`<testcase classname="${suite}.${evalCase.suite}" name="${evalCase.id} ${evalCase.question}" time="${(elapsedMs / 1000).toFixed(3)}"`
  if (scores.correctness === 1 && !isFailure(one))
    return html`${open}/>
`
  const view = caseView(one)
  const account = `应有：${expectationText(evalCase)}\n实得：${view.got.text}`
  if (scores.correctness === 0)
    return html`${open}><failure message="${view.faults.join('；')}">${account}</failure></testcase>
`
  if ((scores.correctness ?? null) === null)
    return html`${open}><skipped message="${view.faults.join('；')}"/></testcase>
`
  return html`${open}><system-out>${view.faults.join('；')}</system-out></testcase>
`
}

function gateXml({ results }: RunRecord): Markup {
  const asked = results.flatMap(({ name, figures }) =>
    figures.flatMap((figure) => (figure.bound === null ? [] : [{ name, figure, bound: figure.bound }])),
  )
  const failed = asked.filter(({ bound }) => !bound.holds).length
  return html`<testsuite name="gate" tests="${asked.length}" failures="${failed}">
${asked.map(({ name, figure, bound }) => {
  const open = html`<testcase classname="gate.${name}" name="${figure.name} ${boundText(bound, figure.unit)}"`
  return bound.holds
    ? html`${open}/>
`
    : html`${open}><failure message="${valueText(figure.value, figure.unit)}">${bound.reason}</failure></testcase>
`
})}</testsuite>`
}
