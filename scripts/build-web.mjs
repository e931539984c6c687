// Builds the page into public/ when its sources changed since the last build; otherwise only reads and compares.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const SOURCES = ['src/web', 'vite.config.ts', 'src/api/schema.ts', 'package-lock.json']
const STAMP = join(root, 'public/build-stamp.txt')

function filesUnder(path) {
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)))
}

function hashOfSources() {
  const hash = createHash('sha256')
  for (const file of SOURCES.flatMap((source) => filesUnder(join(root, source)))) {
    const content = readFileSync(file)
    hash.update(`${relative(root, file)}\0${content.length}\0`).update(content)
  }
  return hash.digest('hex')
}

function isBuilt(hash) {
  return (
    existsSync(join(root, 'public/index.html')) &&
    existsSync(STAMP) &&
    readFileSync(STAMP, 'utf8').trim() === hash
  )
}

async function build(hash) {
  const vite = await import('vite')
  await vite.build({ configFile: join(root, 'vite.config.ts'), logLevel: 'error' })
  writeFileSync(STAMP, `${hash}\n`)
}

try {
  const hash = hashOfSources()
  if (!isBuilt(hash)) await build(hash)
} catch (error) {
  console.error(`网页没有建成（web page not built）：${error instanceof Error ? error.message : error}`)
  process.exitCode = 1
}
