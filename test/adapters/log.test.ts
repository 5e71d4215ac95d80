import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';

const LOG = new URL('../../src/adapters/log.ts', import.meta.url).href;

it('takes a bot token out of whatever fault quotes it, and writes to standard error', () => {
  const fault = 'request to https://api.telegram.org/bot123456789:AAF-abcdefghijklmnopqrstuvwxyz01234/getMe failed';
  const script = `import { createLog } from '${LOG}'; createLog('info').error({ error: '${fault}' }, 'out of reach');`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
  expect(stdout).toBe('');
  expect(JSON.parse(stderr)).toMatchObject({
    error: 'request to https://api.telegram.org/bot<token>/getMe failed',
    msg: 'out of reach',
  });
});
