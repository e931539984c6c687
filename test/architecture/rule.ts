import { linesOf, type Source } from './source.ts'

/** What one folder may import, by folder under `src/` and by package. */
export interface Allowance {
  readonly folders: readonly string[]
  /** Of these folders only types. */
  readonly types?: readonly string[]
  readonly packages?: readonly string[]
}

export type ImportTable = Readonly<Record<string, Allowance>>

/** `corpus` of src/corpus/span.ts, `adapter/sqlite` of src/adapter/sqlite/fault.ts, `error` of src/error.ts. */
export function folderOf(path: string): string {
  const [, first = '', second = ''] = path.replace(/\.tsx?$/u, '').split('/')
  return first === 'adapter' ? `${first}/${second}` : first
}

/** `hono` of hono/body-limit, `@scope/name` of @scope/name/deep, `node:fs` of node:fs/promises. */
export function packageOf(specifier: string): string {
  const parts = specifier.split('/')
  return parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/')
}

/** Imports between folders, and of packages, that the table does not name. */
export function importViolations(sources: readonly Source[], table: ImportTable): readonly string[] {
  return sources.flatMap((source) => {
    const folder = folderOf(source.path)
    const allowance = table[folder]
    if (allowance === undefined) return [`${source.path}: the table knows no folder ${folder}`]
    return source.imports.flatMap(({ specifier, file, isTypeOnly }) => {
      const isAllowed =
        file === null
          ? isAllowedPackage(specifier, allowance)
          : isAllowedFolder(file, folder, isTypeOnly, allowance)
      return isAllowed ? [] : [`${source.path}: ${isTypeOnly ? 'type ' : ''}${specifier}`]
    })
  })
}

function isAllowedPackage(specifier: string, { packages = [] }: Allowance): boolean {
  const name = packageOf(specifier)
  return packages.includes(name) || (name.startsWith('node:') && packages.includes('node:*'))
}

function isAllowedFolder(
  file: string,
  from: string,
  isTypeOnly: boolean,
  { folders, types = [] }: Allowance,
): boolean {
  if (!file.startsWith('src/')) return folders.includes(file)
  const to = folderOf(file)
  return to === from || folders.includes(to) || (isTypeOnly && types.includes(to))
}

/** Folders that reach themselves by way of others, each circle once. */
export function cycles(sources: readonly Source[]): readonly string[] {
  const edges = Map.groupBy(
    sources.flatMap(({ path, imports }) =>
      imports.flatMap(({ file }) =>
        file?.startsWith('src/') ? [{ from: folderOf(path), to: folderOf(file) }] : [],
      ),
    ),
    ({ from }) => from,
  )
  const found = new Set<string>()
  const walk = (trail: readonly string[]) => {
    const last = trail.at(-1) ?? ''
    for (const { to } of edges.get(last) ?? []) {
      if (to === last) continue
      const at = trail.indexOf(to)
      if (at === -1) walk([...trail, to])
      else found.add([...trail.slice(at)].sort().join(' ↔ '))
    }
  }
  for (const folder of edges.keys()) walk([folder])
  return [...found]
}

export interface Limits {
  readonly fileLines: number
  readonly functionLines: number
}

/** Files and functions longer than the limits, comments and blank lines not counted. */
export function oversized(sources: readonly Source[], limits: Limits): readonly string[] {
  return sources.flatMap(({ path, code, functions }) => {
    const lines = linesOf(code)
    return [
      ...(lines > limits.fileLines ? [`${path}: ${lines} lines`] : []),
      ...functions
        .filter(({ length }) => length > limits.functionLines)
        .map(({ name, line, length }) => `${path}:${line} ${name}: ${length} lines`),
    ]
  })
}

/** Files with more exported values than `most`; the public face of a folder only passes on. */
export function talkative(sources: readonly Source[], most: number): readonly string[] {
  return sources
    .filter(({ exports }) => exports.length > most)
    .map(({ path, exports }) => `${path}: ${exports.length} exports`)
}

/** Files outside of `home` whose code holds the pattern. */
export function strays(sources: readonly Source[], pattern: RegExp, home: RegExp): readonly string[] {
  return sources.filter(({ path, code }) => !home.test(path) && pattern.test(code)).map(({ path }) => path)
}

/** Imports of a package outside of the one folder that may know it. */
export function homeless(sources: readonly Source[], name: RegExp, home: string): readonly string[] {
  return sources.flatMap(({ path, imports }) =>
    imports
      .filter(({ specifier }) => name.test(specifier) && folderOf(path) !== home)
      .map(({ specifier }) => `${path}: ${specifier}`),
  )
}

/** Uses of `any`, and catch blocks that swallow without a word. */
export function careless(sources: readonly Source[]): readonly string[] {
  return sources.flatMap(({ path, hasAny, emptyCatches }) => [
    ...(hasAny ? [`${path}: any`] : []),
    ...emptyCatches.map((line) => `${path}:${line} empty catch`),
  ])
}

/** Paths named in backquotes or links of a text for people that do not exist. */
export function missingPaths(text: string, exists: (path: string) => boolean): readonly string[] {
  const quoted = [
    ...text.matchAll(/`(?<path>[\w@.-]+(?:\/[\w@.-]*)*)`|\]\((?<link>[^)#:\s]+)(?:#[^)]*)?\)/gu),
  ]
  const paths = quoted.map(({ groups }) => groups?.path ?? groups?.link ?? '')
  const named = paths.filter(
    (path) => path.includes('/') || /[\w-]\.(?:md|json|toml|ts|mjs|yml)$/u.test(path),
  )
  return [...new Set(named)].filter((path) => !exists(path))
}
