import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { filesOf } from '../corpus-file.ts'
import { printResult } from '../report.ts'
import { runSuite } from '../suite.ts'
import { draftCases } from './rubric.ts'
import { draftReply, type OutlineReply, outlineReplySchema } from './view.ts'

// Holds drafts in files against the rubrics of a folder: npm run eval:draft -- FOLDER OUTLINE.json… [--failures]
const { values, positionals } = parseArgs({
  options: { failures: { type: 'boolean', default: false } },
  allowPositionals: true,
})
const [folder, ...paths] = positionals
if (folder === undefined || paths.length === 0)
  throw new Error('eval:draft FOLDER OUTLINE.json… [--failures]')

const outlines = new Map<string, OutlineReply>()
for (const path of paths) {
  const outline = outlineReplySchema.parse(JSON.parse(readFileSync(path, 'utf8')))
  outlines.set(`${outline.region} ${outline.year}`, outline)
}
const outlineFor = (line: { readonly region: string; readonly year: number } | undefined) =>
  outlines.get(`${line?.region} ${line?.year}`)

const result = await runSuite({
  source: {
    name: 'draft',
    task: 'draft',
    dataset: folder,
    cases: (rubrics) => draftCases(rubrics),
    files: filesOf(folder).filter(({ file }) => file.endsWith('.txt')),
  },
  ask: async ({ suite, draft = null }) => {
    const outline = outlineFor(draft ?? undefined)
    if (outline === undefined) throw new Error(`no draft for ${draft?.region} ${draft?.year}`)
    return draftReply(outline, suite === 'whole' ? null : draft)
  },
  only: ({ draft }) => outlineFor(draft) !== undefined,
})
printResult(result, values.failures)
