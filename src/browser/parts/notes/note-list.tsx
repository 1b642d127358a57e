import type { Lead } from '#contract/lead.ts'
import { type OwnWrite, saveStateOf } from '#queries/own-write.ts'
import { useLeadWrites } from '#queries/own-writes.ts'
import * as m from '#words/m.ts'
import { isOldNews } from '../status/field-writes.ts'
import { saveWord } from '../status/save-word.ts'
import { useNow } from '../use-now.ts'
import { type NoteEntry, readNotes, timeOrder } from './note-log.ts'

/** What was noted: ours newest first, then whatever others wrote, as it stands. */
export function NoteList({ lead }: { readonly lead: Lead }) {
  const writes = useLeadWrites(lead.id)
  const pieces = readNotes(lead.notes)
  const entries = pieces
    .filter((piece) => piece.kind === 'entry')
    .toSorted((a, b) => timeOrder(b.time).localeCompare(timeOrder(a.time)))
  const others = pieces.filter((piece) => piece.kind === 'other' && piece.raw.trim() !== '')
  if (entries.length === 0 && others.length === 0) return <p className="text-ink-3">{m.notes_none()}</p>
  return (
    <div className="flex flex-col gap-4">
      {entries.length > 0 && (
        <ol className="flex flex-col gap-3">
          {entries.map((entry, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two notes may be the very same, and rows hold no state
            <li key={index} className="flex flex-col gap-0.5">
              <p className="tabular text-xs text-ink-3">
                {[entry.time, entry.name].filter((part) => part !== '').join(' · ')}
                <NoteMark write={writeOf(entry, writes)} />
              </p>
              <Text text={entry.text} />
            </li>
          ))}
        </ol>
      )}
      {others.length > 0 && (
        <section className="flex flex-col gap-1">
          <h4 className="text-xs text-ink-3">{m.notes_other()}</h4>
          {others.map((piece, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: as above
            <Text key={index} text={piece.raw.replace(/\r\n?/g, '\n').replace(/^\n+|\s+$/g, '')} />
          ))}
        </section>
      )}
    </div>
  )
}

/** Every paragraph in its own direction, spaces and line ends as they are. */
function Text({ text }: { readonly text: string }) {
  return (
    <p dir="auto" className="wrap-anywhere whitespace-pre-wrap [unicode-bidi:plaintext]">
      {text}
    </p>
  )
}

function writeOf(entry: NoteEntry, writes: readonly OwnWrite[]): OwnWrite | undefined {
  return writes.findLast(({ note }) => note !== null && note.trim() === entry.raw.trim())
}

/** How a note of this tab stands. No clock ticks for a note that came from elsewhere. */
function NoteMark({ write }: { readonly write: OwnWrite | undefined }) {
  return write === undefined ? null : <Standing write={write} />
}

function Standing({ write }: { readonly write: OwnWrite }) {
  const now = useNow(1000)
  const state = saveStateOf(write)
  if (state === null || (state === 'saved' && isOldNews(write, now))) return null
  return ` · ${state === 'held' ? m.notes_held() : saveWord(state)}`
}
