import type { z } from '@hono/zod-openapi'
import { documentIdSchema } from '../corpus/index.ts'
import type { Filters } from '../retrieval/index.ts'
import type { filtersSchema } from './schema.ts'

/** Filters of the wire (snake_case, plain strings) as the retriever takes them. */
export function toFilters(wire: z.infer<typeof filtersSchema> | undefined): Filters {
  if (wire === undefined) return {}
  return {
    ...(wire.regions === undefined ? {} : { regions: wire.regions }),
    ...(wire.years === undefined ? {} : { years: wire.years }),
    ...(wire.document_kinds === undefined ? {} : { documentKinds: wire.document_kinds }),
    ...(wire.document_ids === undefined
      ? {}
      : { documentIds: wire.document_ids.map((id) => documentIdSchema.parse(id)) }),
  }
}

/** Filters as they came over the wire. */
export function fromFilters({
  regions,
  years,
  documentKinds,
  documentIds,
}: Filters): z.infer<typeof filtersSchema> {
  return {
    ...(regions === undefined ? {} : { regions: [...regions] }),
    ...(years === undefined ? {} : { years: [...years] }),
    ...(documentKinds === undefined ? {} : { document_kinds: [...documentKinds] }),
    ...(documentIds === undefined ? {} : { document_ids: [...documentIds] }),
  }
}
