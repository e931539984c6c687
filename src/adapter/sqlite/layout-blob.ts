import { gunzipSync, gzipSync } from 'node:zlib'
import { z } from 'zod'
import { type PageLayout, pageLayoutSchema } from '../../ingest/index.ts'

/** A page is some 1,500 boxes of four digits each, which pack to a fifth. */
export function packedLayout(layout: readonly PageLayout[]): Uint8Array {
  return gzipSync(JSON.stringify(layout))
}

/** Reads what `packedLayout` wrote; the checksum of gzip tells damage. */
export const packedLayoutSchema = z
  .instanceof(Uint8Array)
  .transform((packed, context) => {
    try {
      return JSON.parse(gunzipSync(packed).toString()) as unknown
    } catch {
      context.addIssue({ code: 'custom', message: 'not JSON under gzip' })
      return z.NEVER
    }
  })
  .pipe(z.array(pageLayoutSchema).readonly())
