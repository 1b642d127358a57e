import { Fragment } from 'react'
import * as m from '#words/m.ts'

const placeholders = [
  { ways: ['{nama}', '{name}'], word: m.workspace_placeholder_name },
  { ways: ['{saya}', '{me}'], word: m.workspace_placeholder_me },
  { ways: ['{toko}', '{shop}'], word: m.workspace_placeholder_shop },
  { ways: ['{kode}', '{code}'], word: m.workspace_placeholder_code },
] as const

/** What stands for what in a text; both languages' names work in both. */
export function PlaceholderList() {
  return (
    <dl className="flex flex-wrap gap-x-4 gap-y-1 text-xs text-ink-3">
      {placeholders.map(({ ways, word }) => (
        <div key={ways[0]} className="flex gap-1.5">
          <dt className="text-ink-2">
            {ways.map((way, index) => (
              <Fragment key={way}>
                {index > 0 && ' '}
                <code translate="no">{way}</code>
              </Fragment>
            ))}
          </dt>
          <dd>{word()}</dd>
        </div>
      ))}
    </dl>
  )
}
