import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import * as m from '#words/m.ts'
import { useFetchSoon } from '../fetch-soon.ts'
import { Late } from '../late.tsx'
import { latePart } from '../late-part.ts'
import { endAsking, useAsked } from './asked.ts'

const askedDialog = latePart(() => import('./asked-dialog.tsx').then((module) => module.AskedDialog))

/** Where every question about a lead is asked: Won, Lost, assign, priority. Mounted once. */
export function StatusDialogs() {
  const asked = useAsked()
  useFetchSoon(askedDialog)
  if (asked === null) return null
  const close = () => endAsking(asked)
  return <Late part={askedDialog} props={{ asked, onClose: close }} failing={<NotLoaded onClose={close} />} />
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
