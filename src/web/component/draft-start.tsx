import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import type { DraftableJson } from '../../api/outline-schema.ts'
import { isAbort } from '../api-client.ts'
import type { Draft } from '../hook/use-draft.ts'
import { asError, useResource } from '../hook/use-resource.ts'
import { type DraftProgress, postOutline } from '../outline-client.ts'
import { getDraftable } from '../outline-list-client.ts'
import { DraftBasis } from './draft-basis.tsx'
import { DraftList } from './draft-list.tsx'
import { Failure } from './failure.tsx'
import { useNavigate } from './route-link.tsx'

interface Props {
  show: Draft['show']
  readonly libraryVersion: number
}

/** Chooses body and year, and shows what the draft will rest on before it is made. */
export function DraftStart({ show, libraryVersion }: Props) {
  const draftable = useResource('draftable', getDraftable, libraryVersion)
  return (
    <>
      <h1 id="draft-start-title" className="page-title" tabIndex={-1}>
        起草下一年度提纲
      </h1>
      <p className="note">
        以本地区往年的工作要点为骨架，逐条标明依据。没有依据的数字、日期、机构和结果一概不写，留作〔待定〕。
      </p>
      {draftable.kind === 'waiting' && <p className="note">正在查看文库。</p>}
      {draftable.kind === 'failed' && <Failure error={draftable.error} onRetry={draftable.retry} />}
      {draftable.kind === 'ready' && <StartForm bodies={draftable.value.bodies} show={show} />}
      <DraftList />
    </>
  )
}

type Making =
  | { readonly kind: 'idle' }
  | { readonly kind: 'making'; readonly progress: DraftProgress | null }
  | { readonly kind: 'failed'; readonly error: Error }

/** Makes one draft at a time and opens it. */
function useMaking(show: Draft['show']) {
  const navigate = useNavigate()
  const [making, setMaking] = useState<Making>({ kind: 'idle' })
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])
  const make = async (region: string, year: number) => {
    if (making.kind === 'making') return
    running.current = new AbortController()
    setMaking({ kind: 'making', progress: null })
    try {
      const held = await postOutline({ region, year }, running.current.signal, (progress) =>
        setMaking({ kind: 'making', progress }),
      )
      show(held)
      navigate({ view: 'draft', outlineId: held.outline.id, source: null })
    } catch (error) {
      setMaking(isAbort(error) ? { kind: 'idle' } : { kind: 'failed', error: asError(error) })
    }
  }
  return { making, make, stop: () => running.current?.abort() }
}

function StartForm({ bodies, show }: Pick<DraftableJson, 'bodies'> & Pick<Props, 'show'>) {
  const [region, setRegion] = useState(bodies[0]?.region ?? '')
  const [typedYear, setTypedYear] = useState<number | null>(null)
  const { making, make, stop } = useMaking(show)
  const id = useId()
  const body = bodies.find((one) => one.region === region) ?? bodies[0]
  if (body === undefined)
    return (
      <p className="warning">文库里还没有年度工作要点，起草没有依据。请先在“文件”里导入往年的工作要点。</p>
    )
  const year = typedYear ?? body.next_year
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void make(body.region, year)
  }
  return (
    <form className="draft-start" data-testid="draft-start" onSubmit={submit}>
      <p className="draft-choice">
        <label htmlFor={`${id}region`}>地区</label>
        <select
          id={`${id}region`}
          value={body.region}
          onChange={(event) => {
            setRegion(event.target.value)
            setTypedYear(null)
          }}
        >
          {bodies.map((one) => (
            <option key={`${one.parent}${one.region}`} value={one.region}>
              {one.parent === null ? one.region : `${one.region}（${one.parent}）`}
            </option>
          ))}
        </select>
        <label htmlFor={`${id}year`}>年度</label>
        <input
          id={`${id}year`}
          type="number"
          min={1990}
          max={2100}
          required
          value={Number.isNaN(year) ? '' : year}
          onChange={(event) => setTypedYear(event.target.valueAsNumber)}
        />
        <button type="submit" className="primary" aria-disabled={making.kind === 'making'}>
          {making.kind === 'making' ? '正在起草' : '起草'}
        </button>
      </p>
      <MakingStatus making={making} onStop={stop} />
      {making.kind === 'failed' && <Failure error={making.error} onRetry={null} />}
      <DraftBasis body={body} year={year} />
    </form>
  )
}

function MakingStatus({ making, onStop }: { readonly making: Making; onStop(): void }) {
  const progress = making.kind === 'making' ? making.progress : null
  return (
    <div className="draft-making">
      <p role="status" className="note">
        {making.kind === 'making' && '正在从往年的计划起草。'}
        {progress !== null && `模型已改写 ${progress.done} 部分，共 ${progress.total} 部分。`}
      </p>
      {making.kind === 'making' && (
        <button type="button" className="quiet" onClick={onStop}>
          停止
        </button>
      )}
    </div>
  )
}
