import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { docxReader } from '../../src/adapter/word/index.ts'
import { outlineSchema } from '../../src/api/index.ts'
import { openDraft } from '../api/outline.ts'
import { type Run, run } from './cli.ts'

const folder = mkdtempSync(join(tmpdir(), 'yaodian-draft-'))
const data = join(folder, 'data')
const CIXI = ['draft', '--region', '慈溪市', '--year', '2023', '--data', data]
let first: Run

beforeAll(async () => {
  first = await run([...CIXI, '--format', 'json'])
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('yaodian draft', () => {
  it('prints the outline of the API as one JSON document', async () => {
    expect(first.code, first.stderr).toBe(0)
    const outline = outlineSchema.strict().parse(JSON.parse(first.stdout))
    const { id, saved_at } = outline
    const { made } = await openDraft()
    expect(outline).toEqual({ ...made.outline, id, saved_at, aigc: { ...made.outline.aigc, ProduceID: id } })
  })

  it('prints Markdown when no form is named, and warnings beside it', async () => {
    const { code, stdout, stderr } = await run(CIXI)
    expect(code).toBe(0)
    expect(stdout).toMatch(/^# .*2023年/mu)
    for (const warning of outlineSchema.parse(JSON.parse(first.stdout)).warnings) {
      expect(stderr).toContain(warning)
      expect(stdout.startsWith(warning)).toBe(false)
    }
  })

  it('writes a Word file that can be read again, its form taken from its name', async () => {
    const out = join(folder, '提纲.docx')
    const { code, stdout, stderr } = await run([...CIXI, '--out', out, '--mode', 'clean'])
    expect([code, stdout]).toEqual([0, ''])
    expect(stderr).toContain(`已写入 ${out}`)
    const { text } = await docxReader.read('提纲.docx', new Uint8Array(readFileSync(out)))
    expect(text).toContain('（草稿）')
    expect(text).not.toContain('附表')
  })

  it.each<[string, readonly string[], number, string]>([
    ['no region', ['--year', '2023'], 2, '用法'],
    ['no year', ['--region', '慈溪市'], 2, '用法'],
    ['a year that is none', ['--region', '慈溪市', '--year', '明年'], 2, '用法'],
    ['an unknown form', ['--region', '慈溪市', '--year', '2023', '--format', 'pdf'], 2, '用法'],
    ['an unknown mode', ['--region', '慈溪市', '--year', '2023', '--mode', 'all'], 2, '用法'],
    ['Word on the screen', ['--region', '慈溪市', '--year', '2023', '--format', 'docx'], 2, '--out'],
    ['a body without plans', ['--region', '无此市', '--year', '2023'], 1, '无此市'],
    ['a year before the first plan', ['--region', '慈溪市', '--year', '2020'], 1, '2020年'],
  ])(
    'ends for %s with the right code and one sentence',
    async (_name, options, code, words) => {
      const told = await run(['draft', ...options, '--data', data])
      expect(told.code).toBe(code)
      expect(told.stdout).toBe('')
      expect(told.stderr).toContain(words)
      expect(told.stderr).not.toMatch(/^\s+at |node:internal|\.ts:\d+|Error:/mu)
    },
    30_000,
  )

  it('fails when the file cannot be written, and leaves none', async () => {
    const out = join(folder, 'no/such/place.md')
    const { code, stderr } = await run([...CIXI, '--out', out])
    expect(code).toBe(1)
    expect(stderr).toContain('写不了文件')
    expect(existsSync(out)).toBe(false)
  })
})
