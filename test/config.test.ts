import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Config, describeFault, readConfig, VARIABLES } from '../src/config.ts';

type Environment = Record<string, string>;

function configOf(environment: Environment): Config {
  const read = readConfig(environment);
  if (read.kind === 'faults') throw new Error(read.faults.map(describeFault).join('\n'));
  return read.config;
}

function faultsOf(environment: Environment) {
  const read = readConfig(environment);
  return read.kind === 'faults' ? read.faults : [];
}

const DEFAULTS = {
  TELEGRAM_API_ROOT: 'https://api.telegram.org',
  ADMIN_IDS: [],
  DATABASE_URL: 'sqlite:data/dateline.sqlite',
  OPENAI_MODEL: expect.any(String),
  DEFAULT_TIME_ZONE: 'UTC',
  DEFAULT_BRIEFING_TIME: '08:00',
  DEFAULT_LANGUAGE: 'en',
  MESSAGES_PER_SECOND: 28,
  PAID_BROADCAST: false,
  HTTP_HOST: '127.0.0.1',
  HTTP_PORT: 8080,
  LOG_LEVEL: 'info',
};

const GOOD: [variable: keyof Config, value: string, read: unknown][] = [
  ['TELEGRAM_BOT_TOKEN', '123456789:AAbb-cc_DD', '123456789:AAbb-cc_DD'],
  ['TELEGRAM_BOT_TOKEN', ' 123456789:AAbb-cc_DD\r', '123456789:AAbb-cc_DD'],
  ['TELEGRAM_API_ROOT', 'http://127.0.0.1:8081/', 'http://127.0.0.1:8081'],
  ['TELEGRAM_API_ROOT', 'https://api.example.org/bots//', 'https://api.example.org/bots'],
  ['ADMIN_IDS', '7', [7]],
  ['ADMIN_IDS', ' 12345678 ,87654321', [12345678, 87654321]],
  ['DATABASE_URL', 'sqlite:/var/lib/date line.sqlite', 'sqlite:/var/lib/date line.sqlite'],
  ['DATABASE_URL', 'sqlite::memory:', 'sqlite::memory:'],
  ['DATABASE_URL', 'postgres://a:b@localhost/d', 'postgres://a:b@localhost/d'],
  ['DATABASE_URL', 'postgresql://localhost/d', 'postgresql://localhost/d'],
  ['OPENAI_API_KEY', 'sk-something', 'sk-something'],
  ['OPENAI_BASE_URL', 'http://localhost:11434/v1', 'http://localhost:11434/v1'],
  ['OPENAI_MODEL', 'llama3.1:8b', 'llama3.1:8b'],
  ['OPENAI_DAILY_BUDGET_USD', '2.50', 2.5],
  ['OPENAI_DAILY_BUDGET_USD', '0', 0],
  ['DEFAULT_TIME_ZONE', 'Asia/Almaty', 'Asia/Almaty'],
  ['DEFAULT_BRIEFING_TIME', '23:59', '23:59'],
  ['DEFAULT_LANGUAGE', 'kk', 'kk'],
  ['MESSAGES_PER_SECOND', '1', 1],
  ['MESSAGES_PER_SECOND', '30', 30],
  ['PAID_BROADCAST', 'true', true],
  ['PAID_BROADCAST', 'false', false],
  ['WEBHOOK_URL', 'https://bot.example.org/telegram', 'https://bot.example.org/telegram'],
  ['WEBHOOK_SECRET', 'a_Long-1', 'a_Long-1'],
  ['HTTP_HOST', '0.0.0.0', '0.0.0.0'],
  ['HTTP_HOST', '::1', '::1'],
  ['HTTP_PORT', '0', 0],
  ['HTTP_PORT', '65535', 65535],
  ['LOG_LEVEL', 'silent', 'silent'],
];

const WRONG: [variable: keyof Config, value: string][] = [
  ['TELEGRAM_BOT_TOKEN', 'secret-without-a-number'],
  ['TELEGRAM_BOT_TOKEN', '123456789:'],
  ['TELEGRAM_BOT_TOKEN', '123456789:AAbb cc'],
  ['TELEGRAM_API_ROOT', 'api.telegram.org'],
  ['TELEGRAM_API_ROOT', 'ftp://api.telegram.org'],
  ['ADMIN_IDS', '@somebody'],
  ['ADMIN_IDS', '1,,2'],
  ['ADMIN_IDS', '-100123'],
  ['ADMIN_IDS', '99999999999999999'],
  ['DATABASE_URL', 'mysql://a:hunter2@localhost/d'],
  ['DATABASE_URL', 'sqlite:'],
  ['DATABASE_URL', 'data/dateline.sqlite'],
  ['OPENAI_BASE_URL', 'localhost:11434'],
  ['OPENAI_DAILY_BUDGET_USD', '-1'],
  ['OPENAI_DAILY_BUDGET_USD', '$5'],
  ['OPENAI_DAILY_BUDGET_USD', '1e9'],
  ['DEFAULT_TIME_ZONE', 'Mars/Base'],
  ['DEFAULT_TIME_ZONE', '+05:00'],
  ['DEFAULT_BRIEFING_TIME', '24:00'],
  ['DEFAULT_BRIEFING_TIME', '8:00'],
  ['DEFAULT_BRIEFING_TIME', '25:99'],
  ['DEFAULT_LANGUAGE', 'de'],
  ['MESSAGES_PER_SECOND', '0'],
  ['MESSAGES_PER_SECOND', '1001'],
  ['MESSAGES_PER_SECOND', '2.5'],
  ['MESSAGES_PER_SECOND', 'fast'],
  ['PAID_BROADCAST', 'yes'],
  ['WEBHOOK_URL', 'http://bot.example.org/telegram'],
  ['WEBHOOK_URL', 'bot.example.org'],
  ['WEBHOOK_SECRET', 'no spaces'],
  ['WEBHOOK_SECRET', 'x'.repeat(257)],
  ['HTTP_HOST', 'two words'],
  ['HTTP_HOST', 'http://localhost'],
  ['HTTP_PORT', '65536'],
  ['HTTP_PORT', '-1'],
  ['HTTP_PORT', '80a'],
  ['LOG_LEVEL', 'loud'],
];

describe('the configuration', () => {
  it('has its defaults where nothing is set', () => {
    expect(configOf({})).toEqual(DEFAULTS);
  });

  it.each(GOOD)('takes %s=%s', (variable, value, read) => {
    expect(configOf({ [variable]: value })[variable]).toEqual(read);
  });

  it.each(WRONG)('refuses %s=%s, saying what to write instead', (variable, value) => {
    const [fault, ...more] = faultsOf({ [variable]: value });
    expect(more).toEqual([]);
    expect(fault?.variable).toBe(variable);
    expect(fault?.fault).toMatch(/^(must|is not|does not|may)/);
    expect(faultsOf({ [variable]: fault?.example ?? '' })).toEqual([]);
  });

  it('knows a good value and a wrong one for every variable', () => {
    expect(new Set(GOOD.map(([variable]) => variable))).toEqual(new Set(VARIABLES));
    const unchecked = ['OPENAI_API_KEY', 'OPENAI_MODEL'];
    expect(new Set([...WRONG.map(([variable]) => String(variable)), ...unchecked])).toEqual(new Set(VARIABLES));
  });

  it.each(['', ' ', '\t\r'])('takes %j as not set', (blank) => {
    expect(configOf(Object.fromEntries(VARIABLES.map((variable) => [variable, blank])))).toEqual(DEFAULTS);
  });

  it('tells all faults at once, in the order of the variables, one each', () => {
    const wrong = Object.fromEntries(WRONG);
    const told = faultsOf(wrong).map(({ variable }) => variable);
    expect(told).toEqual(VARIABLES.filter((variable) => variable in wrong));
  });

  it('tells what is wrong between variables together with what is wrong in one', () => {
    expect(
      faultsOf({ WEBHOOK_URL: 'http://bot.example.org/', MESSAGES_PER_SECOND: '500', HTTP_PORT: 'x' }).map(
        ({ variable }) => variable,
      ),
    ).toEqual(['MESSAGES_PER_SECOND', 'WEBHOOK_URL', 'HTTP_PORT']);
  });

  it('lets a Bot API server of one’s own call a webhook by http', () => {
    expect(
      readConfig({ TELEGRAM_API_ROOT: 'http://127.0.0.1:8081', WEBHOOK_URL: 'http://127.0.0.1:8080/telegram' }).kind,
    ).toBe('config');
  });

  it('allows more than 30 messages a second only where they are paid for', () => {
    expect(faultsOf({ MESSAGES_PER_SECOND: '31' })).toHaveLength(1);
    expect(configOf({ MESSAGES_PER_SECOND: '1000', PAID_BROADCAST: 'true' }).MESSAGES_PER_SECOND).toBe(1000);
  });

  it('says a fault in one line that names the variable and gives an example', () => {
    expect(faultsOf({ HTTP_PORT: 'high' }).map(describeFault)).toEqual([
      'HTTP_PORT must be a whole number from 0 to 65535. Example: HTTP_PORT=8080',
    ]);
  });

  it('never repeats what was set, whatever it was', () => {
    const secret = fc.stringMatching(/^[!-~]{12,40}$/).map((text) => `~${text}`);
    fc.assert(
      fc.property(fc.array(secret, { minLength: VARIABLES.length, maxLength: VARIABLES.length }), (values) => {
        const environment = Object.fromEntries(VARIABLES.map((variable, index) => [variable, values[index] ?? '']));
        const told = faultsOf(environment).map(describeFault);
        expect(told.length).toBeGreaterThan(10);
        for (const line of told) {
          expect(line).not.toContain('\n');
          for (const value of values) expect(line).not.toContain(value);
        }
      }),
    );
  });
});

describe('.env.example', () => {
  const text = readFileSync(new URL('../.env.example', import.meta.url), 'utf8');
  const lines = text.split('\n');
  const isSetting = (line: string | undefined) => /^# [A-Z_]+=/.test(line ?? '');

  it('names every variable once, in the order of the schema', () => {
    expect(lines.filter(isSetting).map((line) => line.slice(2, line.indexOf('=')))).toEqual(VARIABLES);
  });

  it('sets nothing as it stands, and the defaults where the settings are uncommented', () => {
    expect(parseEnv(text)).toEqual({});
    const uncommented = lines.map((line) => (isSetting(line) ? line.slice(2) : line)).join('\n');
    const set: Environment = {};
    for (const [name, value] of Object.entries(parseEnv(uncommented))) if (value !== undefined) set[name] = value;
    expect(Object.keys(set)).toHaveLength(VARIABLES.length);
    expect(configOf(set)).toEqual(configOf({}));
    for (const variable of Object.keys(DEFAULTS).filter((name) => name !== 'ADMIN_IDS'))
      expect(set[variable], variable).not.toBe('');
  });

  it('explains each setting above it', () => {
    for (const [index, line] of lines.entries()) {
      if (!isSetting(line)) continue;
      const above = lines.slice(0, index).findLast((other) => !isSetting(other));
      expect(above, line).toMatch(/^# .*[.]$/);
    }
  });
});
