import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { PairedClaim } from './paired-set.ts'

const rowSchema = z.object({
  evidence: z.array(z.object({ title: z.string(), text: z.string() })),
  claim: z.string(),
  label: z.boolean(),
  kind: z.string(),
})

/** Claims that others wrote, one JSON object a line. */
export function pairsInFile(path: string): readonly PairedClaim[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const { evidence, claim, label, kind } = rowSchema.parse(JSON.parse(line))
      return { text: claim, isTrue: label, kind, evidence, isHeldBack: false }
    })
}
