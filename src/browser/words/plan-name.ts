/** Plans are proper names, shown as given but for the first letter: "pro" reads "Pro". '' where none is known. */
export function planName(plan: string | null | undefined): string {
  return plan == null ? '' : plan.charAt(0).toUpperCase() + plan.slice(1)
}
