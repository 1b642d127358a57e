/** Which server answers. Preview is as strict as production. */
export type ServerMode = { readonly kind: 'development'; readonly nonce: string } | { readonly kind: 'production' }

function contentSecurityPolicy(mode: ServerMode): string {
  const nonce = mode.kind === 'development' ? ` 'nonce-${mode.nonce}'` : ''
  const directives = [
    "default-src 'none'",
    `script-src 'self'${nonce}`,
    `style-src 'self'${nonce}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ]
  // Vite's client makes elements from text, so development cannot enforce these.
  if (mode.kind === 'production') directives.push("require-trusted-types-for 'script'", "trusted-types 'none'")
  return directives.join('; ')
}

/** The headers of every answer, errors included (safety S16). `https`: the public origin is reached over TLS. */
export function securityHeaders(mode: ServerMode, https: boolean): Readonly<Record<string, string>> {
  return {
    'content-security-policy': contentSecurityPolicy(mode),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'x-frame-options': 'DENY',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-embedder-policy': 'require-corp',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy':
      'camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), hid=(), midi=(), display-capture=(), browsing-topics=()',
    // Two years.
    ...(https ? { 'strict-transport-security': 'max-age=63072000' } : {}),
  }
}
