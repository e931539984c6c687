import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { z } from 'zod'

const ROOT = join(import.meta.dirname, '../..')
export const WRANGLER_CONFIG = join(ROOT, 'wrangler.toml')

/** Keeps wrangler off the network and out of the home folder. */
const QUIET = {
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
  WRANGLER_SEND_METRICS: 'false',
  WRANGLER_HIDE_BANNER: 'true',
  WRANGLER_WRITE_LOGS: 'false',
}

const metafileSchema = z.object({
  inputs: z.record(z.string(), z.unknown()),
  outputs: z.record(z.string(), z.object({ imports: z.array(z.object({ path: z.string() })) })),
})

/** The Worker as `wrangler deploy` would upload it. */
export interface WorkerBundle {
  readonly folder: string
  /** Every file that went into it. */
  readonly inputs: readonly string[]
  /** What the built script still imports when it runs. */
  readonly imports: readonly string[]
  readonly gzipBytes: number
  remove(): void
}

export function buildWorker(): WorkerBundle {
  Object.assign(process.env, QUIET)
  const folder = mkdtempSync(join(tmpdir(), 'yaodian-worker-'))
  const wrangler = join(ROOT, 'node_modules/wrangler/bin/wrangler.js')
  const args = ['deploy', '--dry-run', '--config', WRANGLER_CONFIG, '--outdir', folder, '--metafile']
  // The build command of wrangler.toml says `node`, which must be the pinned one.
  const path = `${join(ROOT, 'node_modules/.bin')}${delimiter}${process.env.PATH}`
  execFileSync(process.execPath, [wrangler, ...args], {
    cwd: ROOT,
    env: { ...process.env, PATH: path },
    stdio: 'pipe',
  })
  const metafile = metafileSchema.parse(JSON.parse(readFileSync(join(folder, 'bundle-meta.json'), 'utf8')))
  const uploaded = readdirSync(folder).filter((file) => /^worker\.js$|seed-snapshot/.test(file))
  return {
    folder,
    inputs: Object.keys(metafile.inputs),
    imports: Object.values(metafile.outputs).flatMap((output) => output.imports.map(({ path }) => path)),
    gzipBytes: uploaded.reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length, 0),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
