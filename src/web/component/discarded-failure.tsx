import { useState } from 'react'
import { RequestError } from '../api-client.ts'
import { asError } from '../hook/use-resource.ts'
import { Failure } from './failure.tsx'

interface Props {
  readonly error: Error
  onRetry(): void
  /** Takes it out of the recycle bin. */
  restore(): Promise<unknown>
  onRestored(): void
}

/** What could not be opened; where it only lies in the recycle bin, it comes back from here. */
export function DiscardedFailure({ error, onRetry, restore, onRestored }: Props) {
  const [failed, setFailed] = useState<Error | null>(null)
  const isDiscarded = error instanceof RequestError && error.status === 410
  if (!isDiscarded) return <Failure error={error} onRetry={onRetry} />
  return (
    <div className="failure">
      <p>{error.message}</p>
      <button
        type="button"
        onClick={() => restore().then(onRestored, (fault: unknown) => setFailed(asError(fault)))}
      >
        恢复
      </button>
      {failed !== null && <Failure error={failed} onRetry={null} />}
    </div>
  )
}
