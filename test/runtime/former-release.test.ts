import { copyFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openDatabase } from '../../src/adapter/sqlite/database.ts'
import { createSqliteDocumentStore } from '../../src/adapter/sqlite/document-store.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { run } from './cli.ts'

const FORMER = join(import.meta.dirname, '../fixture/database')

describe.each(readdirSync(FORMER))('a data folder of release %s', (file) => {
  it('is opened, its documents read again by the present rules and answered from', async () => {
    const data = temporaryFolder()
    copyFileSync(join(FORMER, file), join(data, 'yaodian.db'))
    const { code, stdout } = await run(['ask', '金溪县全县新增托位多少个？', '--json', '--data', data])
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ kind: 'answered' })
    const db = openDatabase(join(data, 'yaodian.db'))
    const store = createSqliteDocumentStore(db)
    expect([store.outdated(), store.documents()]).toMatchObject([[], [{ file: 'articles.txt' }]])
    db.close()
  })
})
