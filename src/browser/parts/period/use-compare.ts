import { useSearchParams } from 'react-router'
import { decodeCompare, encodeCompare } from './compare-codec.ts'

/** Whether the address asks for a comparison, and the way to change it. `usual` is what the page does unasked. */
export function useCompare(usual: boolean): {
  readonly isOn: boolean
  readonly ignored: readonly string[]
  readonly set: (isOn: boolean) => void
} {
  const [search, setSearch] = useSearchParams()
  const { value, ignored } = decodeCompare(search, usual)
  return {
    isOn: value,
    ignored,
    set: (isOn) => setSearch((current) => encodeCompare(isOn, current, usual)),
  }
}
