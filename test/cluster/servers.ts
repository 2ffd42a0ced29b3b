/** ClickHouse servers on loopback, one shard each, with their data in a given folder. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { httpPost } from '../../src/research/cluster/http-post.ts';

export interface Server {
  readonly url: string;
  readonly start: () => Promise<void>;
  /** Kills the process with SIGKILL, so that it cannot save anything. */
  readonly kill: () => Promise<void>;
}

/** Installs Debian's clickhouse-server if it is missing. Throws when that isn't possible. */
export function ensureClickhouse(): void {
  const isInstalled = () => spawnSync('sh', ['-c', 'command -v clickhouse-server']).status === 0;
  if (isInstalled()) return;
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit' });
  const options = { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const;
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'clickhouse-server'], options);
  if (!isInstalled()) throw new Error('Cannot test the cluster: clickhouse-server is missing and cannot be installed');
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });

const users = `<yandex>
  <profiles><default><max_memory_usage>500000000</max_memory_usage><load_balancing>random</load_balancing></default></profiles>
  <users><default><password></password><networks><ip>127.0.0.1</ip></networks><profile>default</profile><quota>default</quota></default></users>
  <quotas><default></default></quotas>
</yandex>`;

interface Ports {
  readonly http: number;
  readonly tcp: number;
  /** The port for connections between servers. */
  readonly interserver: number;
}

const configOf = (folder: string, own: Ports, all: readonly Ports[]) => `<yandex>
  <logger><level>warning</level><log>${folder}/log</log><errorlog>${folder}/errors</errorlog></logger>
  <http_port>${own.http}</http_port><tcp_port>${own.tcp}</tcp_port>
  <interserver_http_port>${own.interserver}</interserver_http_port><interserver_http_host>127.0.0.1</interserver_http_host>
  <listen_host>127.0.0.1</listen_host>
  <path>${folder}/data/</path><tmp_path>${folder}/tmp/</tmp_path>
  <users_config>${folder}/users.xml</users_config><default_profile>default</default_profile>
  <default_database>default</default_database>
  <mark_cache_size>100000000</mark_cache_size>
  <remote_servers><fingertip>
    ${all.map(({ tcp }) => `<shard><replica><host>127.0.0.1</host><port>${tcp}</port></replica></shard>`).join('\n    ')}
  </fingertip></remote_servers>
</yandex>`;

/** Sends SQL to one server and returns the text of its response. Throws for an error. */
export async function sql(url: string, query: string): Promise<string> {
  const { status, text } = await httpPost(new URL(url), {}, query);
  if (status !== 200) throw new Error(text);
  return text.trim();
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await sql(url, 'SELECT 1')) === '1';
  } catch {
    return false;
  }
}

/** Writes the configuration of `count` servers. Does not start them. */
export async function createServers(folder: string, count: number): Promise<readonly Server[]> {
  const ports: Ports[] = [];
  for (let i = 0; i < count; i++)
    ports.push({ http: await freePort(), tcp: await freePort(), interserver: await freePort() });
  return ports.map((own, i) => {
    const home = join(folder, `shard-${i + 1}`);
    mkdirSync(join(home, 'data'), { recursive: true });
    mkdirSync(join(home, 'tmp'));
    writeFileSync(join(home, 'users.xml'), users);
    writeFileSync(join(home, 'config.xml'), configOf(home, own, ports));
    const url = `http://127.0.0.1:${own.http}`;
    let child: ChildProcess | null = null;
    return {
      url,
      start: async () => {
        const started = spawn('clickhouse-server', [`--config-file=${home}/config.xml`], {
          stdio: 'ignore',
          cwd: home,
        });
        child = started;
        for (let tries = 0; tries < 600; tries++) {
          if (await isReady(url)) return;
          if (started.exitCode !== null) break;
          await wait(200);
        }
        throw new Error(`Cannot start shard ${i + 1}: see ${home}/errors`);
      },
      kill: async () => {
        const running = child;
        child = null;
        if (running === null || running.exitCode !== null) return;
        const ended = new Promise((resolve) => running.once('exit', resolve));
        running.kill('SIGKILL');
        await ended;
      },
    };
  });
}
