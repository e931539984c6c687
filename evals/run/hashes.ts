import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Hashes } from '../../src/evaluation/index.ts'
import type { Gate } from '../gate.ts'
import { casesOf, type SuiteSource } from '../suite.ts'

const ROOT = join(import.meta.dirname, '../..')
const PROGRAM = /\.(?:ts|tsx|mjs|utf8|txt|json)$/u

interface Named {
  readonly name: string
  readonly bytes: Uint8Array | string
}

/** Hashes of everything the results of these suites depend on. */
export function hashesOf(
  sources: readonly SuiteSource[],
  { config, gate }: { readonly config: unknown; readonly gate: Gate },
): Hashes {
  return {
    code: hashOf([...under('src'), ...under('evals').filter(({ name }) => isProgram(name))]),
    prompts: hashOf(under('prompts')),
    config: hashOf([{ name: 'config', bytes: JSON.stringify(config) }]),
    corpus: hashOf(
      sources.flatMap(({ name, files }) =>
        files.map(({ file, bytes }) => ({ name: `${name}/${file}`, bytes })),
      ),
    ),
    datasets: hashOf(
      sources.map((source) => ({ name: source.name, bytes: JSON.stringify(casesOf(source)) })),
    ),
    gate: hashOf([{ name: 'gate', bytes: JSON.stringify(gate) }]),
  }
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

function hashOf(files: readonly Named[]): string {
  const hash = createHash('sha256')
  for (const { name, bytes } of files) hash.update(`${name}\0${bytes.length}\0`).update(bytes)
  return hash.digest('hex')
}

function isProgram(name: string): boolean {
  return PROGRAM.test(name) && !name.startsWith('evals/datasets/') && name !== 'evals/gate.json'
}

function under(folder: string): readonly Named[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({ name: relative(ROOT, path), bytes: readFileSync(path) }))
}
