/** True while a person's wish to look again sets off its calls: they begin before `askAnew` returns. */
let isAsking = false

/** Lets what is asked meanwhile pass over what the proxy keeps (safety S26): a person wants to see how it stands now. */
export function askAnew(ask: () => unknown): void {
  isAsking = true
  try {
    ask()
  } finally {
    isAsking = false
  }
}

export function isAskedAnew(): boolean {
  return isAsking
}
