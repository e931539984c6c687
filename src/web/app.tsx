import { useCallback, useEffect, useMemo, useRef } from 'react'
import { announcementOf } from './announcement.ts'
import { AskPage } from './component/ask-page.tsx'
import { DocumentPage } from './component/document-page.tsx'
import { KeyHelp } from './component/key-help.tsx'
import { Masthead } from './component/masthead.tsx'
import { NavigateContext } from './component/route-link.tsx'
import { SourceContext } from './component/source-context.ts'
import { SourcePane } from './component/source-pane.tsx'
import { useAnswers } from './hook/use-answers.ts'
import { useDisplay } from './hook/use-display.ts'
import { useDocuments, useOverview } from './hook/use-documents.ts'
import { useKeys } from './hook/use-keys.ts'
import { useMedia } from './hook/use-media.ts'
import { useRoute } from './hook/use-route.ts'
import { useSourcePane } from './hook/use-source-pane.ts'
import type { KeyCommand } from './key-command.ts'

export function App() {
  const [route, navigate] = useRoute()
  const [display, changeDisplay] = useDisplay()
  const overview = useOverview()
  const documents = useDocuments()
  const answers = useAnswers(route, navigate)
  const pane = useSourcePane(route, navigate, answers.current)
  const isSheet = useMedia('(max-width: 59.99rem)')
  const fieldRef = useRef<HTMLTextAreaElement>(null)
  const dialogRef = useRef<HTMLDialogElement>(null)
  const showKeys = useCallback(() => dialogRef.current?.showModal(), [])

  const { source, step, close, open, openKey } = pane
  const isAnswered = answers.shown.kind === 'answer'
  const act = useCallback(
    (command: KeyCommand): boolean => {
      if (dialogRef.current?.open) return false
      switch (command) {
        case 'focus-question':
          fieldRef.current?.focus()
          return fieldRef.current !== null
        case 'next-citation':
          return isAnswered && step(1)
        case 'previous-citation':
          return isAnswered && step(-1)
        case 'show-keys':
          showKeys()
          return true
        case 'close':
          return close()
      }
    },
    [isAnswered, step, close, showKeys],
  )
  useKeys(display.areKeysOn, act)

  const title = answers.shown.kind === 'answer' ? answers.shown.answer.question : null
  useEffect(() => {
    document.title = route.view === 'documents' ? '文件 — 要点' : title === null ? '要点' : `${title} — 要点`
  }, [route.view, title])

  const control = useMemo(() => ({ openKey, open }), [openKey, open])
  const isCovered = source !== null && isSheet
  const summary =
    documents.kind === 'ready' ? documents.value.find(({ id }) => id === source?.documentId) : undefined
  return (
    <NavigateContext value={navigate}>
      <SourceContext value={control}>
        <div className="page" data-source={source !== null} inert={isCovered}>
          <Masthead view={route.view} display={display} onDisplay={changeDisplay} onKeys={showKeys} />
          <main className="column">
            {route.view === 'ask' ? (
              <AskPage answers={answers} overview={overview} fieldRef={fieldRef} />
            ) : (
              <DocumentPage documents={documents} openId={route.documentId} />
            )}
          </main>
        </div>
        <p className="visually-hidden" role="status">
          {announcementOf(answers.shown)}
        </p>
        {source !== null && (
          <>
            <div className="backdrop" aria-hidden="true" onClick={close} />
            <SourcePane
              source={source}
              summary={summary ?? null}
              paneRef={pane.paneRef}
              onStep={pane.count > 1 ? step : undefined}
              onClose={close}
            />
          </>
        )}
        <KeyHelp dialogRef={dialogRef} display={display} onDisplay={changeDisplay} />
      </SourceContext>
    </NavigateContext>
  )
}
