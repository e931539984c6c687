import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createDocxExporter } from '../../../src/adapter/docx/index.ts'
import { anyOutline } from '../../outline/export/outline-maker.ts'
import { anyOptions, lossesIn } from './whole.ts'

const exporter = createDocxExporter({ cut: (text) => [...text] })

describe('any draft', () => {
  it('comes out as a file that two readers read alike, with nothing lost', async () => {
    await fc.assert(
      fc.asyncProperty(anyOutline, anyOptions, async (outline, options) => {
        const { bytes } = await exporter.export(outline, options)
        expect(await lossesIn(bytes, outline)).toEqual([])
      }),
      { numRuns: 40, seed: 11 },
    )
  })
})
