import { Link, type LinkProps } from 'react-router'
import { useMayOpen } from './use-access.ts'

interface PageLinkProps extends Omit<LinkProps, 'to'> {
  readonly to: string
  /** What stands there for a role without that page: its words as plain text, or nothing. */
  readonly without?: 'text' | 'nothing'
}

/** A link for who has the page it leads to. */
export function PageLink({ to, without = 'text', children, ...rest }: PageLinkProps) {
  const mayOpen = useMayOpen()
  if (!mayOpen(to)) return without === 'text' ? <span>{children}</span> : null
  return (
    <Link to={to} {...rest}>
      {children}
    </Link>
  )
}
