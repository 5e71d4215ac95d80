import { z } from 'zod';
import { INTERFACE_LANGUAGES } from './news/language.ts';

/** A wrong variable, told in one line. */
export interface ConfigFault {
  readonly variable: string;
  readonly fault: string;
  readonly example: string;
}

/**
 * A variable that is set to nothing counts as not set, as in a copied .env.example; white space around a value is none
 * of it, as in a file with Windows line ends.
 */
const blankAsUnset = (value: unknown) => (typeof value === 'string' ? value.trim() || undefined : value);

const variable = <T extends z.ZodType>(type: T) => z.preprocess(blankAsUnset, type);

const TELEGRAM = 'https://api.telegram.org';

const trueOrFalse = z.enum(['true', 'false'], 'must be true or false').transform((value) => value === 'true');

const httpUrl = z
  .url({ protocol: /^https?$/, error: 'must be an http or https URL' })
  .transform((value) => value.replace(/\/+$/, ''));

const wholeNumber = (least: number, most: number) => {
  const fault = `must be a whole number from ${least} to ${most}`;
  return z
    .string()
    .regex(/^\d{1,9}$/, fault)
    .transform(Number)
    .pipe(z.number().min(least, fault).max(most, fault));
};

const adminIds = z
  .string()
  .regex(/^\s*[1-9]\d{0,15}\s*(,\s*[1-9]\d{0,15}\s*)*$/, 'must be Telegram user ids, separated by commas')
  .transform((value) => value.split(',').map(Number));

const timeZone = z.string().refine(isTimeZone, 'is not an IANA time zone');

const ENVIRONMENT = z.object({
  TELEGRAM_BOT_TOKEN: variable(
    z
      .string()
      .regex(/^\d+:[A-Za-z0-9_-]+$/, 'does not look like a bot token')
      .optional(),
  ),
  TELEGRAM_API_ROOT: variable(httpUrl.default(TELEGRAM)),
  ADMIN_IDS: variable(adminIds.default([])),
  DATABASE_URL: variable(
    z
      .string()
      .regex(/^(sqlite:.+|postgres(ql)?:\/\/.+)$/, 'must start with sqlite: or postgres://')
      .default('sqlite:data/dateline.sqlite'),
  ),
  OPENAI_API_KEY: variable(z.string().optional()),
  OPENAI_BASE_URL: variable(httpUrl.optional()),
  OPENAI_MODEL: variable(z.string().default('gpt-5-mini')),
  OPENAI_DAILY_BUDGET_USD: variable(
    z
      .string()
      .regex(/^\d{1,7}(\.\d{1,4})?$/, 'must be a sum in dollars')
      .transform(Number)
      .optional(),
  ),
  DEFAULT_TIME_ZONE: variable(timeZone.default('UTC')),
  DEFAULT_BRIEFING_TIME: variable(
    z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of day, HH:MM')
      .default('08:00'),
  ),
  DEFAULT_LANGUAGE: variable(
    z.enum(INTERFACE_LANGUAGES, `must be one of ${INTERFACE_LANGUAGES.join(', ')}`).default('en'),
  ),
  MESSAGES_PER_SECOND: variable(wholeNumber(1, 1000).default(28)),
  PAID_BROADCAST: variable(trueOrFalse.default(false)),
  WEBHOOK_URL: variable(httpUrl.optional()),
  WEBHOOK_SECRET: variable(
    z
      .string()
      .regex(/^[A-Za-z0-9_-]{1,256}$/, 'must be 1 to 256 of A-Z, a-z, 0-9, _ and -')
      .optional(),
  ),
  HTTP_HOST: variable(
    z
      .string()
      .regex(/^[\w.:-]+$/, 'must be a host name or an IP address')
      .default('127.0.0.1'),
  ),
  HTTP_PORT: variable(wholeNumber(0, 65535).default(8080)),
  LOG_LEVEL: variable(
    z
      .enum(
        ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'],
        'must be trace, debug, info, warn, error, fatal or silent',
      )
      .default('info'),
  ),
});

/** All variables, in the order of .env.example. */
export const VARIABLES: readonly string[] = Object.keys(ENVIRONMENT.shape);

const EXAMPLES: Record<string, string> = {
  TELEGRAM_BOT_TOKEN: '123456789:AAExampleExampleExampleExampleExampl',
  TELEGRAM_API_ROOT: 'https://api.telegram.org',
  ADMIN_IDS: '12345678,87654321',
  DATABASE_URL: 'sqlite:data/dateline.sqlite',
  OPENAI_BASE_URL: 'http://localhost:11434/v1',
  OPENAI_DAILY_BUDGET_USD: '2.50',
  DEFAULT_TIME_ZONE: 'Asia/Almaty',
  DEFAULT_BRIEFING_TIME: '08:00',
  DEFAULT_LANGUAGE: 'en',
  MESSAGES_PER_SECOND: '28',
  PAID_BROADCAST: 'false',
  WEBHOOK_URL: 'https://bot.example.org/telegram',
  WEBHOOK_SECRET: 'a-long-random-word',
  HTTP_HOST: '127.0.0.1',
  HTTP_PORT: '8080',
  LOG_LEVEL: 'info',
};

export type Config = z.output<typeof ENVIRONMENT>;

/**
 * Turns the environment into the configuration, or into every fault in it at once, in the order of the variables. A
 * fault never holds the value that was set, because that may be a secret.
 */
export function readConfig(
  environment: Record<string, string | undefined>,
): { kind: 'config'; config: Config } | { kind: 'faults'; faults: ConfigFault[] } {
  const parsed = ENVIRONMENT.safeParse(environment);
  const issues = parsed.error?.issues.map(({ path, message }) => [String(path[0]), message] as const) ?? [];
  const found = new Map([...faultsBetween(environment), ...issues]);
  if (parsed.success && found.size === 0) return { kind: 'config', config: parsed.data };
  const faults = VARIABLES.flatMap((name) => {
    const fault = found.get(name);
    return fault === undefined ? [] : [{ variable: name, fault, example: EXAMPLES[name] ?? '' }];
  });
  return { kind: 'faults', faults };
}

/** What is wrong with one variable because of another, told also where a third is wrong. */
function faultsBetween(environment: Record<string, string | undefined>): [variable: string, fault: string][] {
  const setTo = (name: string) => environment[name]?.trim() ?? '';
  const faults: [string, string][] = [];
  if (Number(setTo('MESSAGES_PER_SECOND')) > 30 && setTo('PAID_BROADCAST') !== 'true')
    faults.push(['MESSAGES_PER_SECOND', 'may be over 30 only with PAID_BROADCAST=true']);
  if (/^http:/i.test(setTo('WEBHOOK_URL')) && ['', TELEGRAM].includes(setTo('TELEGRAM_API_ROOT')))
    faults.push(['WEBHOOK_URL', 'must be an https URL, as Telegram calls no other']);
  return faults;
}

export function describeFault({ variable, fault, example }: ConfigFault): string {
  return `${variable} ${fault}. Example: ${variable}=${example}`;
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return /^[A-Za-z]/.test(name);
  } catch {
    return false;
  }
}
