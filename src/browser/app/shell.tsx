import { Suspense, useEffect, useState } from 'react'
import { ErrorBoundary } from 'react-error-boundary'
import { Route, Routes, useLocation } from 'react-router'
import { Late } from '#parts/late.tsx'
import { liveStart } from '#parts/live/late-live.ts'
import { NoticeLine } from '#parts/notice.tsx'
import { useShortcut } from '#parts/shortcuts.tsx'
import { StatusDialogs } from '#parts/status/status-dialogs.tsx'
import { WaitingList } from '#parts/waiting/waiting-list.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import * as m from '#words/m.ts'
import { ForRole } from './for-role.tsx'
import { KeysDialog } from './keys-dialog.tsx'
import { pageRoutes, whenFirstPage } from './page-routes.ts'
import { PhoneBar } from './phone-bar.tsx'
import { CrashPage, NotFoundPage } from './route-error.tsx'
import { SideBar } from './side-bar.tsx'
import { NewsStrips, Strips } from './strips.tsx'

/** What stands around every page. */
export function Shell() {
  const { pathname } = useLocation()
  const hasFirstPage = useFirstPage()
  const [isShowingKeys, setShowingKeys] = useState(false)
  useShortcut(['?'], m.keys_help(), () => setShowingKeys(true))
  return (
    <div className="flex h-dvh overflow-hidden print:block print:h-auto print:overflow-visible">
      <a
        href="#content"
        className="absolute top-2 left-2 z-50 -translate-y-20 rounded bg-ink px-3 py-2 text-surface focus:translate-y-0"
      >
        {m.skip_to_content()}
      </a>
      <SideBar onShowKeys={() => setShowingKeys(true)} />
      <div className="flex h-dvh min-w-0 flex-1 flex-col print:block print:h-auto">
        <Strips />
        <main
          id="content"
          tabIndex={-1}
          className="relative flex min-h-0 flex-1 flex-col overflow-y-auto outline-none print:block print:overflow-visible"
        >
          <ErrorBoundary FallbackComponent={CrashPage} resetKeys={[pathname]}>
            <Suspense fallback={<Skeleton className="p-6" />} name={hasFirstPage ? 'page' : 'first-page'}>
              <Routes>
                {pageRoutes.map(({ path, Page }) => (
                  <Route
                    key={path}
                    path={path}
                    element={
                      <ForRole>
                        <Page />
                      </ForRole>
                    }
                  />
                ))}
                <Route path="*" element={<NotFoundPage />} />
              </Routes>
            </Suspense>
          </ErrorBoundary>
        </main>
        <NewsStrips />
        <PhoneBar />
      </div>
      <Foot />
      <StatusDialogs />
      <Late part={liveStart} props={{}} />
      {isShowingKeys && <KeysDialog onClose={() => setShowingKeys(false)} />}
    </div>
  )
}

/**
 * True once the first page is there. Drawing its `Suspense` anew at that moment shows it at once: React on its own would
 * leave what stands in for it on the screen for 300 ms.
 */
function useFirstPage(): boolean {
  const [isHere, setHere] = useState(false)
  useEffect(() => void whenFirstPage().then(() => setHere(true)), [])
  return isHere
}

/** What is said over every page, at its foot: above the bar of a phone, the news strips and the status of a lead, beside a panel. */
function Foot() {
  return (
    <div className="pointer-events-none fixed inset-x-3 print:hidden bottom-28 z-40 flex flex-col gap-2 max-md:in-[body:has([data-status-bar])]:bottom-32 md:right-4 md:bottom-11 md:left-60 md:max-w-135 lg:max-xl:in-[body:has([data-panel])]:max-w-[calc(100vw-43rem)]">
      <NoticeLine />
      <WaitingList />
    </div>
  )
}
