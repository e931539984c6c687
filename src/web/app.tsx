import { lazy, type RefObject, Suspense, useCallback, useEffect, useMemo, useRef } from 'react'
import type { AnswerJson } from '../api/schema.ts'
import { announcementOf, verificationAnnouncementOf } from './announcement.ts'
import { AskPage } from './component/ask-page.tsx'
import { DocumentPage } from './component/document-page.tsx'
import { KeyHelp } from './component/key-help.tsx'
import { LineagePage } from './component/lineage-page.tsx'
import { Masthead } from './component/masthead.tsx'
import { NavigateContext } from './component/route-link.tsx'
import { SourceContext } from './component/source-context.ts'
import { SourcePane } from './component/source-pane.tsx'
import { VerifyPage } from './component/verify-page.tsx'
import { type Answers, useAnswers } from './hook/use-answers.ts'
import { type Conversations, useConversations } from './hook/use-conversations.ts'
import { useDisplay } from './hook/use-display.ts'
import { useDocuments, useOverview } from './hook/use-documents.ts'
import { type Draft, useDraft } from './hook/use-draft.ts'
import { LibraryContext, useLibraryState } from './hook/use-library.ts'
import { useMedia } from './hook/use-media.ts'
import { usePageKeys } from './hook/use-page-keys.ts'
import { type Navigate, useRoute } from './hook/use-route.ts'
import { useSourcePane } from './hook/use-source-pane.ts'
import { type Uploads, useUploads } from './hook/use-uploads.ts'
import { useVerification, type Verification } from './hook/use-verification.ts'
import { HOME, type Route } from './route.ts'
import { type KeyedCitation, openableCitations } from './source-key.ts'

/** Most visits are for answers; what only writers need comes when they do. */
const DraftPage = lazy(() => import('./component/draft-page.tsx'))

const NONE: readonly KeyedCitation[] = []

export function App() {
  const [route, navigate] = useRoute()
  const [display, changeDisplay] = useDisplay()
  const library = useLibraryState()
  const overview = useOverview(library.version)
  const documents = useDocuments(library.version)
  const uploads = useUploads(library.changed)
  const conversations = useConversations()
  const answers = useAnswers(route, navigate, conversations.changed)
  const verification = useVerification()
  const draft = useDraft(route)
  const cited = useCited(answers.current)
  const openable = {
    ask: cited,
    documents: cited,
    verify: verification.openable,
    draft: draft.sources?.openable ?? NONE,
    lineage: NONE,
  }[route.view]
  const pane = useSourcePane(route, navigate, openable)
  const isSheet = useMedia('(max-width: 59.99rem)')
  const fieldRef = useRef<HTMLTextAreaElement>(null)
  const dialogRef = useRef<HTMLDialogElement>(null)
  const showKeys = () => dialogRef.current?.showModal()
  const startNew = useStartNew(navigate, fieldRef)
  const stop = useStop(route, answers)
  const isAnswered = openable.length > 0
  usePageKeys(display.areKeysOn, { fieldRef, dialogRef, pane, isAnswered, startNew, stop })
  usePageTitle(route, answers.current)

  const { source, open, openKey } = pane
  const control = useMemo(() => ({ openKey, open }), [openKey, open])
  const working = { verification, draft, documents, uploads }
  const asking = { route, answers, conversations, overview, fieldRef, startNew }
  return (
    <NavigateContext value={navigate}>
      <LibraryContext value={library}>
        <SourceContext value={control}>
          <div className="page" data-source={source !== null} inert={source !== null && isSheet}>
            <Masthead view={route.view} display={display} onDisplay={changeDisplay} onKeys={showKeys} />
            <main className="column">
              {pageOf({ ...asking, ...working, libraryVersion: library.version })}
            </main>
          </div>
          <p className="visually-hidden" role="status">
            {route.view === 'verify'
              ? verificationAnnouncementOf(verification.state)
              : announcementOf(answers.shown)}
          </p>
          <OpenSource pane={pane} documents={documents} />
          <KeyHelp dialogRef={dialogRef} display={display} onDisplay={changeDisplay} />
        </SourceContext>
      </LibraryContext>
    </NavigateContext>
  )
}

interface OpenSourceProps extends Pick<PageParts, 'documents'> {
  readonly pane: ReturnType<typeof useSourcePane>
}

function OpenSource({ pane: { source, paneRef, count, step, close }, documents }: OpenSourceProps) {
  if (source === null) return null
  const known = documents.kind === 'ready' ? documents.value : []
  return (
    <>
      <div className="backdrop" aria-hidden="true" onClick={close} />
      <SourcePane
        source={source}
        summary={known.find(({ id }) => id === source.documentId) ?? null}
        paneRef={paneRef}
        onStep={count > 1 ? step : undefined}
        onClose={close}
      />
    </>
  )
}

function useCited(answer: AnswerJson | null): readonly KeyedCitation[] {
  return useMemo(() => (answer === null ? NONE : openableCitations(answer)), [answer])
}

function useStartNew(navigate: Navigate, fieldRef: RefObject<HTMLTextAreaElement | null>): () => void {
  return useCallback(() => {
    navigate(HOME)
    fieldRef.current?.focus({ preventScroll: true })
    // The answers above the field are gone only with the next frame.
    requestAnimationFrame(() => scrollTo(0, 0))
  }, [navigate, fieldRef])
}

/** An answer that is not in view is not stopped. */
function useStop({ view }: Route, { stop }: Answers): () => boolean {
  return useCallback(() => view === 'ask' && stop(), [view, stop])
}

interface PageParts {
  readonly route: Route
  readonly answers: Answers
  readonly conversations: Conversations
  readonly overview: Parameters<typeof AskPage>[0]['overview']
  readonly verification: Verification
  readonly documents: Parameters<typeof DocumentPage>[0]['documents']
  readonly uploads: Uploads
  readonly draft: Draft
  readonly libraryVersion: number
  readonly fieldRef: RefObject<HTMLTextAreaElement | null>
  startNew(): void
}

function pageOf({ route, verification, draft, documents, uploads, libraryVersion, ...ask }: PageParts) {
  switch (route.view) {
    case 'ask':
      return <AskPage {...ask} />
    case 'verify':
      return <VerifyPage verification={verification} fieldRef={ask.fieldRef} />
    case 'draft':
      return (
        <Suspense fallback={<p className="note">正在打开。</p>}>
          <DraftPage outlineId={route.outlineId} draft={draft} libraryVersion={libraryVersion} />
        </Suspense>
      )
    case 'lineage':
      return <LineagePage route={route} documents={documents} />
    case 'documents':
      return <DocumentPage documents={documents} openId={route.documentId} uploads={uploads} />
  }
}

const TITLES = { verify: '核验', draft: '起草', lineage: '任务沿革', documents: '文件' } as const

function usePageTitle(route: Route, answer: AnswerJson | null): void {
  const question = answer?.question ?? null
  useEffect(() => {
    const part = route.view === 'ask' ? question : TITLES[route.view]
    document.title = part === null ? '要点' : `${part} — 要点`
  }, [route.view, question])
}
