import { Button } from '#ui/button.tsx'
import { Icon } from '#ui/icon.tsx'
import * as m from '#words/m.ts'

/** Opens the browser's own print: the page lays itself out for paper. */
export function PrintButton() {
  return (
    <Button
      aria-label={m.print()}
      title={m.print()}
      className="px-2.5 max-md:hidden print:hidden"
      onClick={() => window.print()}
    >
      <Icon name="printer" />
    </Button>
  )
}
