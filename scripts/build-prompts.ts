// Writes src/prompt/catalog.gen.ts from prompts/*.md: neither Node nor Wrangler imports Markdown as text.
// With --check nothing is written and a stale catalogue is an error.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parsePrompt } from '../src/prompt/template.ts'

const ROOT = join(import.meta.dirname, '..')
const CATALOG = join(ROOT, 'src/prompt/catalog.gen.ts')

const names = readdirSync(join(ROOT, 'prompts'))
  .filter((name) => name.endsWith('.md'))
  .sort()
const files = names.map((name) => readFileSync(join(ROOT, 'prompts', name), 'utf8'))
const entries = files.map((file) => `  ${JSON.stringify(parsePrompt(file).id)}: ${JSON.stringify(file)},\n`)
const catalog = `// Made by scripts/build-prompts.ts from prompts/; do not edit.\nexport const PROMPT_FILES: Readonly<Record<string, string>> = {\n${entries.join('')}}\n`

if (!process.argv.includes('--check')) writeFileSync(CATALOG, catalog)
else if (readFileSync(CATALOG, 'utf8') !== catalog) {
  console.error('src/prompt/catalog.gen.ts is out of date: npm run prompts')
  process.exitCode = 1
}
