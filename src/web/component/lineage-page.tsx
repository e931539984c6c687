import { useMemo } from 'react'
import type { DocumentSummaryJson } from '../../api/document-schema.ts'
import type { LineageJson } from '../../api/lineage-json.ts'
import { useLibrary } from '../hook/use-library.ts'
import { useLineage } from '../hook/use-lineage.ts'
import type { Resource } from '../hook/use-resource.ts'
import type { Route } from '../route.ts'
import { Failure } from './failure.tsx'
import { LineageGoneTargets } from './lineage-gone-targets.tsx'
import { LineageSeries } from './lineage-series.tsx'
import { LineageTable } from './lineage-table.tsx'
import { RegionForm } from './region-form.tsx'

export type LineageRoute = Extract<Route, { readonly view: 'lineage' }>

interface Props {
  readonly route: LineageRoute
  readonly documents: Resource<readonly DocumentSummaryJson[]>
}

/** What became of the tasks and figures of one body over its plans. */
export function LineagePage({ route, documents }: Props) {
  const { version } = useLibrary()
  const regions = useMemo(() => (documents.kind === 'ready' ? regionsOf(documents.value) : []), [documents])
  const region = route.region ?? regions[0] ?? null
  const lineage = useLineage(region, version)
  return (
    <div className="lineage">
      <h1>任务沿革</h1>
      <RegionForm region={region} regions={regions} />
      {documents.kind === 'ready' && region === null ? (
        <p className="note">文库中还没有写明地区和年份的计划。</p>
      ) : (
        shownPart(lineage, route, region)
      )}
    </div>
  )
}

function shownPart(lineage: Resource<LineageJson>, route: LineageRoute, region: string | null) {
  switch (lineage.kind) {
    case 'waiting':
      return <p className="note">正在比对各年计划。</p>
    case 'failed':
      return <Failure error={lineage.error} onRetry={lineage.retry} />
    case 'ready':
      return <Shown lineage={lineage.value} route={{ ...route, region }} />
  }
}

function Shown({ lineage, route }: { readonly lineage: LineageJson; readonly route: LineageRoute }) {
  if (lineage.plans.length === 0) return <p className="note">文库中没有{lineage.region}的计划。</p>
  return (
    <>
      {lineage.plans.length === 1 && <p className="note">只有一份计划，没有可以比对的另一年。</p>}
      {lineage.notes.map((note) => (
        <p key={note} className="note">
          {note}
        </p>
      ))}
      <LineageTable key={lineage.region} lineage={lineage} route={route} />
      <LineageSeries lineage={lineage} route={route} />
      <LineageGoneTargets lineage={lineage} route={route} />
    </>
  )
}

/** Places that have a plan for known years, those with most plans first. */
function regionsOf(documents: readonly DocumentSummaryJson[]): readonly string[] {
  const names = documents.flatMap(({ jurisdiction, years, kind }) =>
    jurisdiction === null || years === null || kind === 'other' ? [] : [jurisdiction.name],
  )
  const counts = Map.groupBy(names, (name) => name)
  return [...counts.entries()].sort((a, b) => b[1].length - a[1].length).map(([name]) => name)
}
