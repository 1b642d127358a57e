import { render, screen, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { MemoryRouter } from 'react-router'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { type FaultFace, faultFaces, faultOutcomes, upstreamFaults } from '#contract/fault-outcomes.ts'
import { buildOwnWrite } from '#queries/build-own-write.ts'
import { QueryProvider } from '#queries/query-provider.tsx'
import { useSummary } from '#queries/summary.ts'
import { faultAnswer, retryAfterS } from '#queries/testing/fault-answer.ts'
import { endOfListed } from '#queries/write-end.ts'
import { AsyncView } from '../async-view.tsx'
import { DisplayProvider } from '../display.tsx'
import { FailedWrite } from '../lead-panel/failed-write.tsx'
import { faceOf } from '../waiting/waiting-face.ts'

/** What each face says, and no other. */
const words: Readonly<Record<FaultFace, RegExp>> = {
  'as usual': /^It worked$/,
  unreachable: /Konektor cannot be reached/,
  late: /did not answer in time/,
  'its error': /Konektor had an error of its own/,
  unreadable: /does not understand/,
  limited: /limit is reached\. Continuing in (?:29|30) s/,
  unknown: /We don.t know whether this was saved/,
}

function Read() {
  return <AsyncView view={useSummary({ timeframe: 'all_time' })}>{() => <p>It worked</p>}</AsyncView>
}

function show(children: ReactNode) {
  return render(
    <QueryProvider>
      <DisplayProvider locale="en">
        <MemoryRouter>{children}</MemoryRouter>
      </DisplayProvider>
    </QueryProvider>,
  )
}

function says(face: FaultFace): void {
  const text = document.body.textContent ?? ''
  for (const other of faultFaces) expect(words[other].test(text), `${other} in “${text}”`).toBe(other === face)
}

afterEach(() => vi.unstubAllGlobals())

describe.each(upstreamFaults)('where Konektor fails by %s', (fault) => {
  it('a read has its face, a way on and the id to name', async () => {
    const outcome = faultOutcomes.read[fault]
    vi.stubGlobal('fetch', async () => faultAnswer(outcome, {}))
    show(<Read />)
    await waitFor(() => says(outcome.face))
    if (outcome.face === 'as usual') return
    expect(screen.getByRole('alert').textContent).toContain('Request r-123456')
    // A countdown goes on by itself; every other face can be asked again.
    const ways = screen.queryAllByRole('button', { name: 'Try again' })
    expect(ways).toHaveLength(outcome.face === 'limited' ? 0 : 1)
  })

  it.each(['updateLead', 'createLead'] as const)('%s ends as the table says, and is told so', (operation) => {
    const { state, code, face } = faultOutcomes[operation][fault]
    vi.stubGlobal('fetch', async () => faultAnswer({ code: 'UPSTREAM_UNREACHABLE' }, {}))
    const waitS = code === 'RATE_LIMITED' ? retryAfterS : null
    const error =
      code === null ? null : { code, message: 'told', details: null, requestId: 'r-1234567', retryAfterS: waitS }
    const end = endOfListed({ state, error })
    const dueAt = state === 'held' ? retryAfterS * 1000 : null
    const write = buildOwnWrite({ ...end, dueAt, endedAt: state === 'held' ? null : 0 })
    if (face === 'as usual') expect([end.failure, faceOf(write, 0)]).toEqual([null, 'saved'])
    else if (state === 'held') expect(faceOf(write, 0)).toBe('limited')
    else {
      expect(faceOf(write, 0)).toBe(face === 'unknown' ? 'unknown' : 'failed')
      show(<FailedWrite write={write} editPath="/leads/lead_abc123/edit" />)
      says(face)
      expect(screen.getByRole('alert').textContent).toContain('Request r-123456')
      // What may be there already is looked for before it is sent again.
      expect(screen.queryAllByRole('button', { name: 'Check' })).toHaveLength(face === 'unknown' ? 1 : 0)
      expect(screen.getByRole('button', { name: 'Send again' })).toBeTruthy()
    }
  })
})
