import { RequestError } from '../api-client.ts'

interface Props {
  readonly error: Error
  /** Null when trying again takes another act, such as choosing files. */
  readonly onRetry: (() => void) | null
}

/** What happened, what to do, and the number to give to whoever looks after the service. */
export function Failure({ error, onRetry }: Props) {
  const requestId = error instanceof RequestError ? error.requestId : null
  const message = error instanceof RequestError ? error.message : '页面遇到意外情况。请重试。'
  return (
    <div className="failure">
      <p>{message}</p>
      {requestId !== null && <p className="note">请求编号：{requestId}</p>}
      {onRetry !== null && (
        <button type="button" onClick={onRetry}>
          重试
        </button>
      )}
    </div>
  )
}
