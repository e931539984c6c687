import type { RunHead } from '../evaluation/index.ts'
import type { RunHeadJson, RunJson } from './eval-schema.ts'

/** A run as a list shows it. */
export function toRunHeadJson({ id, status, createdAt, progress, fault, record }: RunHead): RunHeadJson {
  return {
    id,
    status,
    created_at: createdAt,
    progress: progress === null ? null : { ...progress },
    fault,
    suites: [...(record?.suites ?? [])],
    whole: record?.whole ?? false,
    model: record?.model ?? null,
    cases: record?.cases ?? 0,
    verdict: record?.verdict?.kind ?? null,
    overall: [...(record?.overall ?? [])],
    result_sha256: record?.result_sha256 ?? null,
  }
}

export function toRunJson(head: RunHead): RunJson {
  return { ...toRunHeadJson(head), record: head.record }
}
