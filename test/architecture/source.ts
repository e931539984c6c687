import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { parseSync } from 'vite'

/** One import or re-export of a file. */
export interface Import {
  /** As written. */
  readonly specifier: string
  /** A path from the project's root for a file of ours, null for a package. */
  readonly file: string | null
  readonly isTypeOnly: boolean
}

export interface SourceFunction {
  readonly name: string
  readonly line: number
  /** Lines from first to last, without blank ones and comments. */
  readonly length: number
}

/** A source file as the rules see it. */
export interface Source {
  /** From the project's root, such as `src/corpus/span.ts`. */
  readonly path: string
  /** Without comments; every other character stands where it stood. */
  readonly code: string
  readonly imports: readonly Import[]
  /** Names of exported values that are declared here. */
  readonly exports: readonly string[]
  readonly functions: readonly SourceFunction[]
  readonly hasAny: boolean
  /** Lines of catch blocks that hold neither a statement nor a reason. */
  readonly emptyCatches: readonly number[]
}

interface Node {
  readonly type: string
  readonly start: number
  readonly end: number
}

const FUNCTION = /^(?:FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/u

/** @throws Error for a file that cannot be parsed */
export function parseSource(path: string, text: string): Source {
  const parsed = parseSync(path, text, { lang: path.endsWith('x') ? 'tsx' : 'ts' })
  if (parsed.errors.length > 0) throw new Error(`${path}: ${parsed.errors[0]?.message}`)
  const code = parsed.comments.reduce((rest, { start, end }) => blank(rest, start, end), text)
  const nodes = nodesOf(parsed.program)
  const lineAt = (offset: number) => text.slice(0, offset).split('\n').length
  const { staticImports, staticExports, dynamicImports } = parsed.module
  const reexports = staticExports.flatMap(({ entries }) => entries)
  return {
    path,
    code,
    imports: [
      ...staticImports.map(({ moduleRequest, entries }) =>
        importOf(path, moduleRequest.value, entries.length > 0 && entries.every(({ isType }) => isType)),
      ),
      ...reexports.flatMap(({ moduleRequest, isType }) =>
        moduleRequest === null ? [] : [importOf(path, moduleRequest.value, isType)],
      ),
      ...dynamicImports.map(({ moduleRequest: { start, end } }) =>
        importOf(path, text.slice(start + 1, end - 1), false),
      ),
    ],
    exports: reexports.flatMap(({ moduleRequest, isType, exportName }) =>
      moduleRequest === null && !isType ? [exportName.name ?? 'default'] : [],
    ),
    functions: nodes
      .filter(({ type }) => FUNCTION.test(type))
      .map((node) => ({
        name: nameOf(node) ?? 'anonymous',
        line: lineAt(node.start),
        length: linesOf(code.slice(node.start, node.end)),
      })),
    hasAny: nodes.some(({ type }) => type === 'TSAnyKeyword'),
    emptyCatches: nodes.filter((node) => isEmptyCatch(node, text)).map(({ start }) => lineAt(start)),
  }
}

function blank(text: string, start: number, end: number): string {
  return text.slice(0, start) + text.slice(start, end).replace(/[^\n]/gu, ' ') + text.slice(end)
}

/** Lines that hold anything but blanks. */
export function linesOf(code: string): number {
  return code.split('\n').filter((line) => line.trim() !== '').length
}

function importOf(from: string, specifier: string, isTypeOnly: boolean): Import {
  const file = specifier.startsWith('.') ? normalize(join(dirname(from), specifier)) : null
  return { specifier, file, isTypeOnly }
}

function nodesOf(value: unknown): readonly Node[] {
  if (typeof value !== 'object' || value === null) return []
  const below = Object.values(value).flatMap(nodesOf)
  return isNode(value) ? [value, ...below] : below
}

function isNode(value: object): value is Node {
  return 'type' in value && 'start' in value && 'end' in value
}

function nameOf(node: Node): string | undefined {
  const id: unknown = 'id' in node ? node.id : undefined
  return typeof id === 'object' && id !== null && 'name' in id ? String(id.name) : undefined
}

function isEmptyCatch(node: Node, text: string): boolean {
  if (node.type !== 'CatchClause' || !('body' in node)) return false
  const body: unknown = node.body
  if (typeof body !== 'object' || body === null || !isNode(body)) return false
  return text.slice(body.start + 1, body.end - 1).trim() === ''
}

export const ROOT = join(import.meta.dirname, '../..')

/** Every TypeScript file under some folders of the project. */
export function readSources(...folders: readonly string[]): readonly Source[] {
  return filesUnder(...folders)
    .filter((path) => /(?<!\.d)\.tsx?$/u.test(path))
    .map((path) => parseSource(path, readFileSync(join(ROOT, path), 'utf8')))
}

/** Paths from the project's root. */
export function filesUnder(...folders: readonly string[]): readonly string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile())
      .map((entry) => normalize(join(entry.parentPath, entry.name)).slice(ROOT.length + 1))
      .sort(),
  )
}
