import { useRef, useState } from 'react'
import { passphraseLimits, personNameLimit } from '#contract/session.ts'
import { failureText } from '#parts/failure/failure-text.ts'
import { Ticking } from '#parts/failure/ticking.tsx'
import { draftOwner } from '#queries/draft-owner.ts'
import type { Failure } from '#queries/failure.ts'
import { useSignIn } from '#queries/session.ts'
import { Button } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'
import { TextInput } from '#ui/input.tsx'
import * as m from '#words/m.ts'

/** Asks for passphrase and name, and says in words what came of it. */
export function SignInForm() {
  const signIn = useSignIn()
  const [passphrase, setPassphrase] = useState('')
  const [name, setName] = useState(() => draftOwner()?.name ?? '')
  const [isTried, setTried] = useState(false)
  const place = useRef<HTMLFormElement>(null)
  const isNameMissing = isTried && name.trim() === ''
  const isPassphraseMissing = isTried && passphrase === ''
  const isNotKept = signIn.data !== undefined && signIn.data.role === null
  const failure = signIn.isPending ? null : (signIn.error?.failure ?? null)
  const focusOn = (field: string) => place.current?.querySelector<HTMLElement>(`[name=${field}]`)?.focus()

  function send(): void {
    setTried(true)
    if (signIn.isPending) return
    if (passphrase === '') focusOn('passphrase')
    else if (name.trim() === '') focusOn('person')
    else signIn.mutate({ passphrase, name: name.trim() }, { onError: () => focusOn('passphrase') })
  }

  return (
    <form
      ref={place}
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <Field label={m.sign_in_passphrase()} error={isPassphraseMissing ? m.sign_in_passphrase_missing() : undefined}>
        {(wiring) => (
          <TextInput
            {...wiring}
            type="password"
            name="passphrase"
            autoComplete="current-password"
            maxLength={passphraseLimits.max}
            value={passphrase}
            onChange={(event) => setPassphrase(event.target.value)}
          />
        )}
      </Field>
      <Field label={m.sign_in_name()} hint={m.sign_in_name_hint()} error={nameFault(isNameMissing, failure)}>
        {(wiring) => (
          <TextInput
            {...wiring}
            name="person"
            autoComplete="name"
            maxLength={personNameLimit}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <div role="alert" className="text-bad empty:hidden">
        {failure !== null && <Trouble failure={failure} />}
        {isNotKept && <p>{m.sign_in_not_kept()}</p>}
      </div>
      <Button type="submit" look="primary" aria-disabled={signIn.isPending}>
        {signIn.isPending ? m.sign_in_running() : m.sign_in_action()}
      </Button>
    </form>
  )
}

function nameFault(isMissing: boolean, failure: Failure | null): string | undefined {
  if (isMissing) return m.sign_in_name_missing()
  const isRefused = failure?.kind === 'invalid' && failure.fields.name !== undefined
  return isRefused ? m.sign_in_name_bad({ max: personNameLimit }) : undefined
}

function Trouble({ failure }: { readonly failure: Failure }) {
  // Told at its field.
  if (failure.kind === 'invalid' && failure.fields.name !== undefined) return null
  if (failure.kind !== 'limited') return <p>{failureText(failure)}</p>
  return (
    <Ticking
      until={failure.until}
      text={(seconds) => m.sign_in_wait({ seconds })}
      spoken={m.sign_in_wait_spoken()}
      over={m.sign_in_wait_over()}
    />
  )
}
