interface Props {
  readonly title: string
  readonly questions: readonly string[]
  onAsk(question: string): void
}

export function QuestionList({ title, questions, onAsk }: Props) {
  if (questions.length === 0) return null
  return (
    <section className="follow-ups">
      <h3 className="label">{title}</h3>
      <ul className="question-list">
        {questions.map((question) => (
          <li key={question}>
            <button type="button" onClick={() => onAsk(question)}>
              {question}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
