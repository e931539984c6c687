interface Props {
  readonly question: string
  onStop(): void
}

/** Holds the place of an answer that is on its way. */
export function Waiting({ question, onStop }: Props) {
  return (
    <div className="answer waiting" aria-busy="true">
      <h2>{question === '' ? '\u00a0' : question}</h2>
      <p className="waiting-note">
        {question === '' ? '正在取回已保存的回答。' : '正在检索全部文件并核对原文。'}
        {question !== '' && (
          <button type="button" onClick={onStop}>
            停止
          </button>
        )}
      </p>
      <div className="skeleton" aria-hidden="true">
        <i />
        <i />
        <i />
      </div>
    </div>
  )
}
