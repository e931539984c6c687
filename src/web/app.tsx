import { useEffect, useMemo, useRef } from 'react'
import { announcementOf } from './announcement.ts'
import { AskPage } from './component/ask-page.tsx'
import { DocumentPage } from './component/document-page.tsx'
import { KeyHelp } from './component/key-help.tsx'
import { Masthead } from './component/masthead.tsx'
import { NavigateContext } from './component/route-link.tsx'
import { SourceContext } from './component/source-context.ts'
import { SourcePane } from './component/source-pane.tsx'
import { type Shown, useAnswers } from './hook/use-answers.ts'
import { useDisplay } from './hook/use-display.ts'
import { useDocuments, useOverview } from './hook/use-documents.ts'
import { LibraryContext, useLibraryState } from './hook/use-library.ts'
import { useMedia } from './hook/use-media.ts'
import { usePageKeys } from './hook/use-page-keys.ts'
import { useRoute } from './hook/use-route.ts'
import { useSourcePane } from './hook/use-source-pane.ts'
import { useUploads } from './hook/use-uploads.ts'
import type { Route } from './route.ts'

export function App() {
  const [route, navigate] = useRoute()
  const [display, changeDisplay] = useDisplay()
  const library = useLibraryState()
  const overview = useOverview(library.version)
  const documents = useDocuments(library.version)
  const uploads = useUploads(library.changed)
  const answers = useAnswers(route, navigate)
  const pane = useSourcePane(route, navigate, answers.current)
  const isSheet = useMedia('(max-width: 59.99rem)')
  const fieldRef = useRef<HTMLTextAreaElement>(null)
  const dialogRef = useRef<HTMLDialogElement>(null)
  const showKeys = () => dialogRef.current?.showModal()
  usePageKeys(display.areKeysOn, { fieldRef, dialogRef, pane, isAnswered: answers.shown.kind === 'answer' })
  usePageTitle(route, answers.shown)

  const { source, open, openKey, close } = pane
  const control = useMemo(() => ({ openKey, open }), [openKey, open])
  const known = documents.kind === 'ready' ? documents.value : []
  return (
    <NavigateContext value={navigate}>
      <LibraryContext value={library}>
        <SourceContext value={control}>
          <div className="page" data-source={source !== null} inert={source !== null && isSheet}>
            <Masthead view={route.view} display={display} onDisplay={changeDisplay} onKeys={showKeys} />
            <main className="column">
              {route.view === 'ask' ? (
                <AskPage answers={answers} overview={overview} fieldRef={fieldRef} />
              ) : (
                <DocumentPage documents={documents} openId={route.documentId} uploads={uploads} />
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
                summary={known.find(({ id }) => id === source.documentId) ?? null}
                paneRef={pane.paneRef}
                onStep={pane.count > 1 ? pane.step : undefined}
                onClose={close}
              />
            </>
          )}
          <KeyHelp dialogRef={dialogRef} display={display} onDisplay={changeDisplay} />
        </SourceContext>
      </LibraryContext>
    </NavigateContext>
  )
}

function usePageTitle(route: Route, shown: Shown): void {
  const question = shown.kind === 'answer' ? shown.answer.question : null
  useEffect(() => {
    const part = route.view === 'documents' ? '文件' : question
    document.title = part === null ? '要点' : `${part} — 要点`
  }, [route.view, question])
}
