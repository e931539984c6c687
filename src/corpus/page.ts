import type { PageRange } from './document.ts'

/** The number of the page an offset stands on; null before the first page and where there are none. */
export function pageAt(pages: readonly PageRange[], offset: number): number | null {
  return pages.findLast(({ start }) => start <= offset)?.number ?? null
}
