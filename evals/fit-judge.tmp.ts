import { readdirSync, readFileSync, writeFileSync, mkdtempSync } from 'node:fs'
import { basename, join } from 'node:path'
import { tmpdir } from 'node:os'
import { parseConfig } from '../src/config.ts'
import { openService } from '../src/runtime/service.ts'
import { understand } from '../src/retrieval/index.ts'
import { classify, classifyUncompared } from '../src/answer/question.ts'
import { judgeAll } from '../src/answer/desk.ts'
import { featuresOf } from '../src/answer/feature.ts'
import { placeOrYearObjection, objectionTo } from '../src/answer/judge.ts'
import { outOfScope } from '../src/answer/out-of-scope.ts'

const SETS: [string, string, boolean][] = [
  ['evals/datasets/seed-questions.jsonl', 'seeds', false],
  ['evals/datasets/fixture-questions.jsonl', 'test/fixture/plan', false],
  ...['A', 'B', 'C'].map((c): [string, string, boolean] => [`/work/blind/dev.${c}.jsonl`, `/work/blind/corpus/${c}`, false]),
  ['/tmp/judge/reading.dev.jsonl', '/work/blind/reading/passages', true],
]
const rows: unknown[] = []
for (const [dataset, folder, byFile] of SETS) {
  const service = await openService(parseConfig({ YAODIAN_DATA: mkdtempSync(join(tmpdir(), 'judge-fit-')) }), { withSeeds: false, report: () => undefined })
  for (const file of readdirSync(folder).filter(f => f.endsWith('.txt'))) await service.deps.documentLibrary.add(file, readFileSync(join(folder, file)))
  const desk = service.deps.desk()
  for (const line of readFileSync(dataset, 'utf8').split('\n').filter(Boolean)) {
    const c = JSON.parse(line)
    if (c.expect.kind === 'either' || (c.history ?? []).length) continue
    if (['english','sum','count','compare','cross_city','cross_year','overview','about_document','responsible','followup','adversarial','refusal_advice'].includes(c.suite)) continue
    const ids = byFile ? [...desk.corpus.documents.values()].filter(d => d.document.file === c.file).map(d => d.document.id) : undefined
    const query = understand(c.question, desk.catalogue, ids ? { documentIds: ids } : {})
    let q = classify(query)
    if (q.kind === 'compare') q = classifyUncompared(query)
    if (q.asksResult || outOfScope(query.view) || q.kind === 'overview' || q.kind === 'about_document' || query.documentIds.size === 0) continue
    if (c.expect.kind==='answered' && c.expect.evidence.length > 2) continue
    const { judged } = await judgeAll(q, query.documentIds, desk)
    const windows = judged.slice(0, 40).filter(({ evidence: e }) => placeOrYearObjection(e, q) === null && !e.isRival && !e.lacksFigure && e.fit > 0).slice(0, 8)
    rows.push({
      id: c.id, set: dataset.split('/').pop(), suite: c.suite, q: c.question, kind: c.expect.kind, qkind: q.kind, exp: q.expected.map(e=>e.kind).join(),
      doc: c.expect.evidence[0]?.file ?? c.file ?? `r${rows.length % 10}`,
      pieces: query.pieces.map(p => p.text).join(' '),
      n: judged.length,
      windows: windows.map(({ evidence: e, objection }) => {
        const text = [...e.indexed.document.text]
        const before = (u: number) => [...e.indexed.document.text.slice(0, u)].length
        const s = before(e.window.start), t = before(e.window.end)
        const over = c.expect.evidence.some((g: any) => g.file === e.indexed.document.file && s < g.end && g.start < t)
        const view = e.indexed.document.text.slice(e.window.start, e.window.end)
        const nug = c.expect.nuggets.some((n: any) => n.any.some((a: string) => view.includes(a)))
        return { f: featuresOf(e, q), y: over && nug ? 1 : 0, pass: objection === null, obj: objection, ev: e.evidenceScore, gap: e.coverage.gap.text, text: view.slice(0, 80) }
      }),
    })
  }
  service.close()
}
writeFileSync('/tmp/judge/rows.json', JSON.stringify(rows))
process.exit(0)
