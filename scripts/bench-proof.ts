// Prints how many claims a running server checks in a second, and how long a long text takes. Nothing here fails.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { handPairs } from '../evals/proof/hand-pairs.ts'
import { materials } from '../evals/proof/material.ts'

const PORT = 8877
const CALLS = 2000
const LONG = 20_000
const SENTENCES = 20
const ADDRESS = `http://127.0.0.1:${PORT}/api/v1/verifications`

const folder = mkdtempSync(join(tmpdir(), 'yaodian-bench-proof-'))
const cli = join(import.meta.dirname, '../src/runtime/cli.ts')
/** As `npm start` and bin/yaodian.mjs set them. */
const FLAGS = ['--max-semi-space-size=16']
const server = spawn(process.execPath, [...FLAGS, cli, 'serve', '--port', String(PORT), '--data', folder], {
  stdio: 'ignore',
})
try {
  await started()
  await benchShort(1)
  await benchShort(8)
  await benchLong()
} finally {
  server.kill('SIGTERM')
  rmSync(folder, { recursive: true, force: true })
}

async function benchShort(clients: number): Promise<void> {
  const claims = handPairs().filter(({ evidence }) => (evidence[0]?.text.length ?? 0) < 400)
  const startedAt = performance.now()
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      for (let call = client; call < CALLS; call += clients) {
        const claim = claims[(call * 7) % claims.length]
        if (claim !== undefined) await post({ text: claim.text, evidence: claim.evidence })
      }
    }),
  )
  const rate = (1000 * CALLS) / (performance.now() - startedAt)
  console.log(`short texts, ${clients} at a time: ${rate.toFixed(0)} calls/s   bar ≥ 200`)
}

async function benchLong(): Promise<void> {
  const all = materials()
  const text = all
    .map((material) => material.text)
    .join('\n')
    .slice(0, LONG)
  const told = all
    .flatMap(({ sentences }) => sentences)
    .filter((sentence) => text.includes(sentence))
    .slice(0, SENTENCES)
    .map((sentence) => sentence.replace(/\d/u, '7').replace('加强', '强化'))
  const startedAt = performance.now()
  await post({ text: told.join(''), evidence: [{ title: '汇编', text }] })
  const elapsed = performance.now() - startedAt
  console.log(
    `${told.length} sentences against ${text.length} characters: ${elapsed.toFixed(0)} ms   bar ≤ 1,000 ms`,
  )
}

async function post(body: unknown): Promise<void> {
  const response = await fetch(ADDRESS, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`)
  await response.json()
}

async function started(): Promise<void> {
  for (let attempt = 0; attempt < 1000; attempt++) {
    try {
      await post({ text: '好的。', evidence: [] })
      return
    } catch (fault) {
      if (!(fault instanceof TypeError)) throw fault
    }
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error('the server did not answer within 20 seconds')
}
