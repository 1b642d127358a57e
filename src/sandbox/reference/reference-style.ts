/** The reference page's looks, in light and dark as the browser likes it. */
export const referenceStyle = `
:root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif; }
body { margin: 0 auto; max-width: 60rem; padding: 1rem; overflow-wrap: anywhere; }
h2 { margin-top: 2.5rem; }
code { font: 0.9em ui-monospace, monospace; }
table { border-collapse: collapse; width: 100%; }
th, td { border-bottom: 1px solid color-mix(in srgb, currentColor 20%, transparent); padding: 0.3rem 0.5rem 0.3rem 0; text-align: left; vertical-align: top; }
pre { overflow-x: auto; border: 1px solid color-mix(in srgb, currentColor 20%, transparent); border-radius: 6px; padding: 0.75rem; }
th { white-space: nowrap; }
th small { display: block; font-weight: normal; }
caption { text-align: left; font-weight: bold; padding-block: 0.5rem; }
nav li { list-style: none; }
nav ul { padding: 0; }
`
