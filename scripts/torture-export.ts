// Writes many random drafts, hostile ones among them, as Word files and reads each with two readers:
// npm run torture:export -- 1000 --seed 1
import { parseArgs } from 'node:util'
import fc from 'fast-check'
import { createDocxExporter } from '../src/adapter/docx/index.ts'
import { anyOptions, lossesIn } from '../test/adapter/docx/whole.ts'
import { anyOutline } from '../test/outline/export/outline-maker.ts'

const { values, positionals } = parseArgs({
  options: { seed: { type: 'string', default: '1' } },
  allowPositionals: true,
})
const drafts = Number(positionals[0] ?? 1000)
const seed = Number(values.seed)
if (!(drafts > 0 && drafts <= 100_000 && Number.isInteger(seed)))
  throw new RangeError('1 to 100000 drafts and a whole number as seed, please')

const exporter = createDocxExporter({ cut: (text) => [...text] })
let words = 0
let bytesWritten = 0
const result = await fc.check(
  fc.asyncProperty(anyOutline, anyOptions, async (outline, options) => {
    const { bytes } = await exporter.export(outline, options)
    const losses = await lossesIn(bytes, outline)
    if (losses.length > 0) throw new Error(losses.join('\n'))
    bytesWritten += bytes.length
    words += JSON.stringify(outline).length
  }),
  { numRuns: drafts, seed },
)
console.log(
  `${result.numRuns} of ${drafts} drafts (seed ${seed}), ${words} characters of tree, ${bytesWritten} bytes of files`,
)
if (result.failed) console.log(`failed at path ${result.counterexamplePath}: ${String(result.errorInstance)}`)
process.exitCode = result.failed ? 1 : 0
