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
  | { readonly view: 'evals'; readonly runId: string | null; readonly baseId: string | null }
  | {
      readonly view: 'lineage'
      readonly region: string | null
      readonly documentId: string | null
      readonly span: CodePointSpan | null
    }
  | { readonly view: 'draft'; readonly outlineId: string | null; readonly source: string | null }
  | { readonly view: 'documents'; readonly documentId: string | null; readonly span: CodePointSpan | null }

export interface CodePointSpan {
  readonly start: number
  readonly end: number
}

export const HOME: Route = { view: 'ask', conversationId: null, answerId: null, source: null }
export const VERIFY: Route = { view: 'verify', source: null }
export const EVALS: Route = { view: 'evals', runId: null, baseId: null }
export const LINEAGE: Route = { view: 'lineage', region: null, documentId: null, span: null }
export const DRAFTS: Route = { view: 'draft', outlineId: null, source: null }
export const LIBRARY: Route = { view: 'documents', documentId: null, span: null }

/** Reads a route from a path with its query; anything unknown is the ask page. */
export function parseRoute(address: string): Route {
  const { pathname, searchParams } = new URL(address, 'http://localhost')
  const match = /^\/documents(?:\/(?<id>[^/]*))?\/?$/.exec(pathname)
  if (match !== null) {
    const documentId = match.groups?.id || null
    return { view: 'documents', documentId, span: parseSpan(searchParams.get('span')) }
  }
  const evals = /^\/evals(?:\/(?<id>[^/]*))?\/?$/.exec(pathname)
  if (evals !== null)
    return { view: 'evals', runId: evals.groups?.id || null, baseId: searchParams.get('base') || null }
  if (/^\/verify\/?$/.test(pathname)) return { view: 'verify', source: searchParams.get('c') || null }
  if (/^\/lineage\/?$/.test(pathname)) {
    const documentId = searchParams.get('d') || null
    const span = documentId === null ? null : parseSpan(searchParams.get('span'))
    return { view: 'lineage', region: searchParams.get('region') || null, documentId, span }
  }
  const draft = /^\/draft(?:\/(?<id>[^/]*))?\/?$/.exec(pathname)
  if (draft !== null)
    return { view: 'draft', outlineId: draft.groups?.id || null, source: searchParams.get('c') || null }
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
  if (route.view === 'evals') {
    if (route.runId === null) return '/evals'
    const base = route.baseId === null ? '' : `?base=${encodeURIComponent(route.baseId)}`
    return `/evals/${encodeURIComponent(route.runId)}${base}`
  }
  if (route.view === 'lineage') return lineageAddress(route)
  const query = new URLSearchParams()
  if (route.conversationId !== null) query.set('t', route.conversationId)
  if (route.answerId !== null) query.set('a', route.answerId)
  if (route.source !== null) query.set('c', route.source)
  return query.size === 0 ? '/' : `/?${query}`
}

function lineageAddress({ region, documentId, span }: Extract<Route, { readonly view: 'lineage' }>): string {
  const query = new URLSearchParams()
  if (region !== null) query.set('region', region)
  if (documentId !== null) query.set('d', documentId)
  if (documentId !== null && span !== null) query.set('span', `${span.start}-${span.end}`)
  return query.size === 0 ? '/lineage' : `/lineage?${query}`
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
