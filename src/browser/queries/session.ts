import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { bffEndpoints } from '#contract/bff-endpoints.ts'
import type { Session, SessionChange, SignIn } from '#contract/session.ts'
import { ask } from './ask.ts'
import { claimDrafts } from './draft-owner.ts'
import type { FailedCall } from './failed-call.ts'
import { endOwnSession, putOwnSession } from './own-session.ts'
import { dropSessionDrafts } from './session-draft.ts'
import { type Dated, toView, type View } from './view.ts'

const sessionKey = ['session'] as const

/** Where somebody signs in. */
export const signInPath = '/sign-in'

/** Asks who is at this browser, once a page; `ownSession` tells it to everything else. */
export function useSession(): View<Session> {
  return toView(
    useQuery<Dated<Session>, FailedCall>({
      queryKey: sessionKey,
      staleTime: Number.POSITIVE_INFINITY,
      queryFn: async ({ signal }) => {
        const { body, asOf } = await ask(bffEndpoints.readSession, {}, signal)
        take(body.data)
        return { data: body.data, asOf }
      },
    }),
  )
}

/** What this page holds in memory of somebody else goes with the page. */
function take(session: Session): void {
  if (claimDrafts(session)) location.reload()
  else putOwnSession(session)
}

/** Gives the session as the browser kept it: without a role where it keeps no cookie over plain http. */
export function useSignIn() {
  const client = useQueryClient()
  return useMutation<Session, FailedCall, SignIn>({
    mutationFn: async (body) => {
      await ask(bffEndpoints.signIn, { body })
      const { data } = (await ask(bffEndpoints.readSession, {})).body
      // What was refused meanwhile is asked for anew.
      client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionKey[0] })
      if (data.role !== null) take(data)
      return data
    },
  })
}

/** Changes what one says of oneself. */
export function useChangeSession() {
  return useMutation<Session, FailedCall, SessionChange>({
    mutationFn: async (body) => {
      const { data } = (await ask(bffEndpoints.changeSession, { body })).body
      putOwnSession(data)
      return data
    },
  })
}

/** Ends the session in the server, and with it all that this tab holds: drafts, and with the page what is in memory. */
export function useSignOut() {
  return useMutation<void, FailedCall, void>({
    mutationFn: async () => {
      await ask(bffEndpoints.signOut, {})
      endOwnSession()
      // Once the pages are gone that could keep a draft, or ask whether to leave.
      await new Promise((resolve) => setTimeout(resolve))
      dropSessionDrafts()
      // Without the way back: the next person begins where their role begins.
      history.replaceState(null, '', signInPath)
      location.reload()
    },
  })
}
