import { ExportError } from '../../error.ts'
import type { WordExporter } from '../../outline/export/index.ts'
import { exportWarnings } from '../../outline/export/warning.ts'
import { validateDocx } from './check/index.ts'

/**
 * Writes drafts as docx by GB/T 9704-2012 and reads each file again before it leaves.
 * @param cut words of a title in reading order
 */
export function createDocxExporter({
  cut,
}: {
  readonly cut: (text: string) => readonly string[]
}): WordExporter {
  return {
    async export(outline, options) {
      // The library is large, and most runs of the service write no file.
      const { writeDocx } = await import('./write.ts')
      const bytes = await writeDocx(outline, options, cut)
      const findings = validateDocx(bytes, outline, options)
      const faults = findings.filter(({ grade }) => grade === 'P0').map(({ message }) => message)
      if (faults.length > 0)
        throw new ExportError(`没有导出：${faults[0]}`, { details: { findings: faults.slice(0, 10) } })
      return { bytes, warnings: [...exportWarnings(outline), ...findings.map(({ message }) => message)] }
    },
  }
}
