import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { respond } from '../../src/api/index.ts'
import { parseConfig } from '../../src/config.ts'
import { openService } from '../../src/runtime/service.ts'
import { PLAN_FOLDER } from '../reader.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const FILE = 'liyang-2024-annual-plan.txt'
const PLAN = readFileSync(join(PLAN_FOLDER, FILE))
const QUESTION = '溧阳2024年更新救护车多少辆？'

async function open(folder: string) {
  const service = await openService(parseConfig({ YAODIAN_DATA: folder }), {
    withSeeds: false,
    report: () => undefined,
  })
  onTestFinished(() => service.close())
  return service
}

describe('what another process stores', () => {
  it('is answered from by the next question, and no more once it was removed', async () => {
    const folder = temporaryFolder()
    const [server, other] = [await open(folder), await open(folder)]
    expect((await respond(QUESTION, {}, server.deps)).kind).toBe('refused')
    const { id } = await other.deps.documentLibrary.add(FILE, PLAN)
    const { citations, text } = await respond(QUESTION, {}, server.deps)
    expect(text).toContain('更新救护车6辆')
    expect(citations.map(({ document_id }) => document_id)).toEqual([id])
    const [passage] = server.deps.desk().corpus.passages.values()
    const similar = await server.deps.desk().retriever.similar(passage?.id ?? ('' as never), 3)
    expect(similar).toHaveLength(3)
    other.deps.documentLibrary.remove(id)
    expect((await respond(QUESTION, {}, server.deps)).kind).toBe('refused')
    expect(server.deps.documentLibrary.corpus().documents.size).toBe(0)
  })

  it('comes in bit by bit when it is much', async () => {
    const folder = temporaryFolder()
    const [server, other] = [await open(folder), await open(folder)]
    server.deps.desk()
    const text = PLAN.toString('utf8')
    for (let at = 0; at < 30; at++)
      await other.deps.documentLibrary.add(`${at}.txt`, new TextEncoder().encode(`${text}\n第${at}份。\n`))
    expect(server.deps.desk().corpus.documents.size).toBeLessThan(30)
    await vi.waitFor(() => expect(server.deps.desk().corpus.documents.size).toBe(30), { timeout: 20_000 })
  })
})
