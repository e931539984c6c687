import { readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openDatabase } from '../../../src/adapter/sqlite/database.ts'
import { createDerivedFiles } from '../../../src/adapter/sqlite/derived-file.ts'
import { StorageError } from '../../../src/error.ts'
import { temporaryFolder } from '../../temporary-folder.ts'

const NAME = 'lexical.index'
const KEY = 'corpus-1 nodejieba-3.5.8'
const CONTENT = Uint8Array.from({ length: 5000 }, (_, i) => i % 251)

function derivedFiles() {
  const folder = temporaryFolder()
  const db = openDatabase(':memory:')
  onTestFinished(() => db.close())
  const files = createDerivedFiles({ db, folder })
  files.write(NAME, KEY, CONTENT)
  return { db, files, folder, path: join(folder, NAME) }
}

describe('derived files', () => {
  it('gives back what was written, byte for byte, and leaves nothing else in the folder', () => {
    const { files, folder } = derivedFiles()
    expect(Uint8Array.from(files.read(NAME, KEY) ?? [])).toEqual(CONTENT)
    expect(readdirSync(folder)).toEqual([NAME])
  })

  it('knows nothing of a file that was never written', () => {
    expect(derivedFiles().files.read('vector.index', KEY)).toBeUndefined()
  })

  it('does not trust a file made from something else', () => {
    expect(derivedFiles().files.read(NAME, 'corpus-2 nodejieba-3.5.8')).toBeUndefined()
  })

  it.each<[string, (path: string) => void]>([
    ['is missing', (path) => rmSync(path)],
    ['was cut short', (path) => truncateSync(path, CONTENT.length - 1)],
    ['is empty', (path) => truncateSync(path, 0)],
    ['has one bit flipped', (path) => flipBit(path, 0)],
    ['has its last bit flipped', (path) => flipBit(path, CONTENT.length - 1)],
    ['has more at its end', (path) => writeFileSync(path, '!', { flag: 'a' })],
    ['holds other bytes of the same length', (path) => writeFileSync(path, Buffer.alloc(CONTENT.length))],
  ])('does not trust a file that %s, and takes a new one', (_, damage) => {
    const { files, path } = derivedFiles()
    damage(path)
    expect(files.read(NAME, KEY)).toBeUndefined()
    files.write(NAME, KEY, CONTENT)
    expect(files.read(NAME, KEY)?.byteLength).toBe(CONTENT.length)
  })

  it('does not trust a file the database knows nothing of', () => {
    const { db, files } = derivedFiles()
    db.exec('delete from derived_file')
    expect(files.read(NAME, KEY)).toBeUndefined()
  })

  it('replaces a file of another key', () => {
    const { files } = derivedFiles()
    files.write(NAME, 'corpus-2', Uint8Array.of(1))
    expect(files.read(NAME, KEY)).toBeUndefined()
    expect(files.read(NAME, 'corpus-2')?.byteLength).toBe(1)
  })

  it('forgets a file, more than once if asked', () => {
    const { files, folder } = derivedFiles()
    files.forget(NAME)
    files.forget(NAME)
    expect(files.read(NAME, KEY)).toBeUndefined()
    expect(readdirSync(folder)).toEqual([])
  })

  it('refuses a name that leads out of its folder', () => {
    const { files } = derivedFiles()
    for (const name of ['../yaodian.db', 'a/b', '', '.hidden']) {
      expect(() => files.write(name, KEY, CONTENT)).toThrow(StorageError)
    }
  })

  it('says where it could not write', () => {
    const { db, path } = derivedFiles()
    const files = createDerivedFiles({ db, folder: path })
    expect(() => files.write('a', KEY, CONTENT)).toThrow(StorageError)
  })
})

function flipBit(path: string, at: number): void {
  const bytes = readFileSync(path)
  bytes[at] = (bytes[at] ?? 0) ^ 1
  writeFileSync(path, bytes)
}
