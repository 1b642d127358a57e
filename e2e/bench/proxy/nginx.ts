import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Rival } from './rival.ts'

/**
 * nginx with one worker: `/plain` as a mere proxy, `/kept` with a cache that locks; who waits for that lock looks every 500 ms.
 * Null where it is not installed.
 */
export async function startNginx(upstreamPort: number): Promise<Rival | null> {
  if (spawnSync('nginx', ['-v']).error !== undefined) return null
  const directory = mkdtempSync(join(tmpdir(), 'konektor-nginx-'))
  // Its worker is another user, where it is started by root.
  chmodSync(directory, 0o755)
  const port = await freePort()
  const file = join(directory, 'nginx.conf')
  writeFileSync(file, configuration(directory, port, upstreamPort))
  const child = spawn('nginx', ['-c', file, '-p', directory, '-e', join(directory, 'error.log')], { stdio: 'ignore' })
  await untilListening(port)
  return {
    port,
    pid: child.pid ?? 0,
    async stop() {
      const gone = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await gone
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

function configuration(directory: string, port: number, upstreamPort: number): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
  return `
daemon off;
worker_processes 1;
pid ${directory}/nginx.pid;
events { worker_connections 1024; }
http {
  access_log off;
  ${temporary.map((name) => `${name}_temp_path ${directory}/${name};`).join('\n  ')}
  keepalive_requests 100000000;
  proxy_cache_path ${directory}/cache keys_zone=kept:64m max_size=256m;
  upstream constant { server 127.0.0.1:${upstreamPort}; keepalive 64; keepalive_requests 100000000; }
  proxy_http_version 1.1;
  proxy_set_header Connection "";
  server {
    listen 127.0.0.1:${port};
    location /plain/ { proxy_pass http://constant/; }
    location /kept/ {
      proxy_pass http://constant/;
      proxy_cache kept;
      proxy_cache_lock on;
      proxy_cache_valid 200 10m;
    }
  }
}
`
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}

async function untilListening(port: number): Promise<void> {
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${port}/plain/`).catch(() => null)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
