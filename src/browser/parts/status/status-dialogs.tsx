import { lazy, Suspense } from 'react'
import { ErrorBoundary } from 'react-error-boundary'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import * as m from '#words/m.ts'
import { useFetchSoon } from '../fetch-soon.ts'
import { endAsking, useAsked } from './asked.ts'

const load = () => import('./asked-dialog.tsx')
const AskedDialog = lazy(() => load().then((module) => ({ default: module.AskedDialog })))

/** Where every question about a lead is asked: Won, Lost, assign, priority. Mounted once. */
export function StatusDialogs() {
  const asked = useAsked()
  useFetchSoon(load)
  if (asked === null) return null
  const close = () => endAsking(asked)
  return (
    <ErrorBoundary resetKeys={[asked]} fallbackRender={() => <NotLoaded onClose={close} />}>
      <Suspense fallback={null}>
        <AskedDialog asked={asked} onClose={close} />
      </Suspense>
    </ErrorBoundary>
  )
}

/** The question's own code could not be fetched. */
function NotLoaded({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog title={m.crash_title()} closeLabel={m.close()} onClose={onClose}>
      <p>{m.crash_text()}</p>
      <Button className="self-end" onClick={() => location.reload()}>
        {m.crash_reload()}
      </Button>
    </Dialog>
  )
}
