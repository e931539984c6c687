/** What the address bar says: which page, which conversation with which answer open, which source stands open. */
export type Route =
  | {
      readonly view: 'ask'
      readonly conversationId: string | null
      /** Null opens the last answer of the conversation. */
      readonly answerId: string | null
      readonly source: string | null
    }
  | { readonly view: 'verify'; readonly source: string | null }
  | { readonly view: 'draft'; readonly outlineId: string | null; readonly source: string | null }
  | {
      readonly view: 'lineage'
      readonly region: string | null
      readonly documentId: string | null
      readonly span: CodePointSpan | null
    }
  | { readonly view: 'documents'; readonly documentId: string | null; readonly span: CodePointSpan | null }

export interface CodePointSpan {
  readonly start: number
  readonly end: number
}

export const HOME: Route = { view: 'ask', conversationId: null, answerId: null, source: null }
export const VERIFY: Route = { view: 'verify', source: null }
export const DRAFTS: Route = { view: 'draft', outlineId: null, source: null }
export const LINEAGE: Route = { view: 'lineage', region: null, documentId: null, span: null }
export const LIBRARY: Route = { view: 'documents', documentId: null, span: null }

/** Reads a route from a path with its query; anything unknown is the ask page. */
export function parseRoute(address: string): Route {
  const { pathname, searchParams } = new URL(address, 'http://localhost')
  const match = /^\/documents(?:\/(?<id>[^/]*))?\/?$/.exec(pathname)
  if (match !== null) {
    const documentId = match.groups?.id || null
    return { view: 'documents', documentId, span: parseSpan(searchParams.get('span')) }
  }
  if (/^\/verify\/?$/.test(pathname)) return { view: 'verify', source: searchParams.get('c') || null }
  const draft = /^\/draft(?:\/(?<id>[^/]*))?\/?$/.exec(pathname)
  if (draft !== null)
    return { view: 'draft', outlineId: draft.groups?.id || null, source: searchParams.get('c') || null }
  if (/^\/lineage\/?$/.test(pathname)) {
    const documentId = searchParams.get('d') || null
    const span = documentId === null ? null : parseSpan(searchParams.get('span'))
    return { view: 'lineage', region: searchParams.get('region') || null, documentId, span }
  }
  return {
    view: 'ask',
    conversationId: searchParams.get('t') || null,
    answerId: searchParams.get('a') || null,
    source: searchParams.get('c') || null,
  }
}

/** @returns the path and query that `parseRoute` reads back to the same route */
export function addressOf(route: Route): string {
  if (route.view === 'documents') {
    if (route.documentId === null) return '/documents'
    const span = route.span === null ? '' : `?span=${route.span.start}-${route.span.end}`
    return `/documents/${encodeURIComponent(route.documentId)}${span}`
  }
  if (route.view === 'verify') return `/verify${sourceQuery(route)}`
  if (route.view === 'draft') {
    const id = route.outlineId === null ? '' : `/${encodeURIComponent(route.outlineId)}`
    return `/draft${id}${sourceQuery(route)}`
  }
  const query = new URLSearchParams()
  if (route.view === 'lineage') {
    if (route.region !== null) query.set('region', route.region)
    if (route.documentId !== null) query.set('d', route.documentId)
    if (route.documentId !== null && route.span !== null)
      query.set('span', `${route.span.start}-${route.span.end}`)
    return query.size === 0 ? '/lineage' : `/lineage?${query}`
  }
  if (route.conversationId !== null) query.set('t', route.conversationId)
  if (route.answerId !== null) query.set('a', route.answerId)
  if (route.source !== null) query.set('c', route.source)
  return query.size === 0 ? '/' : `/?${query}`
}

function sourceQuery({ source }: { readonly source: string | null }): string {
  return source === null ? '' : `?c=${encodeURIComponent(source)}`
}

function parseSpan(text: string | null): CodePointSpan | null {
  const match = /^(\d{1,9})-(\d{1,9})$/.exec(text ?? '')
  const start = Number(match?.[1])
  const end = Number(match?.[2])
  return start < end ? { start, end } : null
}
