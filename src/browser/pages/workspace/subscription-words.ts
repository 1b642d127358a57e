import * as m from '#words/m.ts'

const known: Readonly<Record<string, () => string>> = {
  active: m.workspace_subscription_active,
  trialing: m.workspace_subscription_trialing,
  past_due: m.workspace_subscription_past_due,
  canceled: m.workspace_subscription_canceled,
  monthly: m.workspace_interval_monthly,
  yearly: m.workspace_interval_yearly,
}

/** A status or an interval of a subscription in words; the API lists none, so others are shown as given. Nothing is ''. */
export function subscriptionWord(value: string | null | undefined): string {
  const word = value != null && Object.hasOwn(known, value) ? known[value] : undefined
  return word?.() ?? value ?? ''
}
