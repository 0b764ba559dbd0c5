import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Agent, buildConnector } from 'undici'
import { anyFreePort } from '@/scripts/ports'
import { inProject } from '@/scripts/project'
import { makeAuthority } from './certificates'

/** The name that stands in the files of `deploy`. */
export const HOST = 'paydesk.example.com'

/** A proxy of the operating system before instances, with the file of `deploy` that is its own. */
export interface Proxy {
  /** Connections to it, whatever the host of an address. */
  open(options?: { readonly from?: string; readonly servername?: string }): Agent
  stop(): Promise<void>
}

type Start = (instancePorts: readonly number[]) => Promise<Proxy>

const START_LIMIT_MS = 20_000

interface Ports {
  readonly http: number
  readonly https: number
}

export const startNginx: Start = async (instancePorts) => {
  const folder = makeFolder()
  const authority = makeAuthority(folder, 'authority')
  const { certificateFile, keyFile } = authority.issue('proxy', `DNS:${HOST}`)
  const ports = { http: await anyFreePort(), https: await anyFreePort() }
  const upstreams = instancePorts.map(
    (port) => `server 127.0.0.1:${port} max_fails=1 fail_timeout=2s;`,
  )
  const site = readFileSync(inProject('deploy', 'nginx.conf'), 'utf8')
    .replace(/^ {4}server 127\.0\.0\.1:3000 .*;$/m, upstreams.join('\n'))
    .replaceAll('listen 80', `listen 127.0.0.1:${ports.http}`)
    .replaceAll('listen 443', `listen 127.0.0.1:${ports.https}`)
    .replace('/etc/paydesk/tls/certificate.pem', certificateFile)
    .replace('/etc/paydesk/tls/key.pem', keyFile)
    .replace('/var/log/nginx/paydesk.log', path.join(folder, 'access.log'))
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((kind) => `${kind}_temp_path ${path.join(folder, kind)};`)
    .join('\n')
  const file = path.join(folder, 'nginx.conf')
  writeFileSync(
    file,
    `daemon off;\npid ${path.join(folder, 'pid')};\nerror_log ${path.join(folder, 'error.log')};
events {}\nhttp {\naccess_log off;\n${temporary}\n${site}\n}\n`,
  )
  const child = ['nginx', '-c', file, '-p', folder] as const
  return runProxy(folder, child, ports, () => authority.pem)
}

export const startCaddy: Start = async (instancePorts) => {
  const folder = makeFolder()
  const ports = { http: await anyFreePort(), https: await anyFreePort() }
  const file = path.join(folder, 'Caddyfile')
  const site = readFileSync(inProject('deploy', 'Caddyfile'), 'utf8')
  writeFileSync(
    file,
    `{\n\tadmin off\n\thttp_port ${ports.http}\n\thttps_port ${ports.https}\n\tdefault_bind 127.0.0.1
\tstorage file_system ${folder}\n\tlocal_certs\n\tskip_install_trust\n}\n${site}`,
  )
  const child = ['caddy', 'run', '--config', file, '--adapter', 'caddyfile'] as const
  const root = path.join(folder, 'pki', 'authorities', 'local', 'root.crt')
  const upstreams = instancePorts.map((port) => `127.0.0.1:${port}`).join(' ')
  const environment = { PAYDESK_DOMAIN: HOST, PAYDESK_UPSTREAMS: upstreams, HOME: folder }
  return runProxy(folder, child, ports, () => readFileSync(root, 'utf8'), environment)
}

function makeFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'paydesk-proxy-'))
  chmodSync(folder, 0o755)
  return folder
}

async function runProxy(
  folder: string,
  [command, ...args]: readonly [string, ...string[]],
  ports: Ports,
  readAuthority: () => string,
  environment: Readonly<Record<string, string>> = {},
): Promise<Proxy> {
  const env = { ...process.env, ...environment }
  const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (part: Buffer) => (printed += part.toString()))
  }
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const endsAtMs = performance.now() + START_LIMIT_MS
  while (!(await canConnect(ports.https))) {
    if (performance.now() > endsAtMs || child.exitCode !== null) {
      throw new Error(`${command} does not listen. It printed:\n${printed}`)
    }
    await pause(100)
  }
  return {
    open: (options = {}) => openAgent(ports, readAuthority(), options),
    stop: async () => {
      child.kill('SIGTERM')
      await ended
      if (existsSync(folder)) rmSync(folder, { recursive: true })
    },
  }
}

function openAgent(
  ports: Ports,
  ca: string,
  { from, servername = HOST }: { readonly from?: string; readonly servername?: string },
): Agent {
  const connectTo = buildConnector({ ca, servername })
  return new Agent({
    connect: (options, callback) => {
      const port = String(options.protocol === 'https:' ? ports.https : ports.http)
      const to = { hostname: '127.0.0.1', host: HOST, port }
      const target = Object.assign({}, options, to, from && { localAddress: from })
      connectTo(target, callback)
    },
  })
}

function canConnect(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    const end = (isOpen: boolean) => {
      socket.destroy()
      resolve(isOpen)
    }
    socket.once('connect', () => end(true)).once('error', () => end(false))
  })
}
