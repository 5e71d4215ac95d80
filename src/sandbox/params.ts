import type { Call } from './request.ts';

/** Readers for the values of a call, which are all text. */
export type Params = {
  text(name: string): string | undefined;
  integer(name: string): number | undefined;
  flag(name: string): boolean;
  /** The parsed JSON of the value; undefined where there is none or it is no JSON. */
  json(name: string): unknown;
};

export function paramsOf(call: Call): Params {
  const text = (name: string) => call.params.get(name);
  return {
    text,
    integer(name) {
      const value = text(name);
      return value !== undefined && /^-?\d{1,16}$/.test(value.trim()) ? Number(value) : undefined;
    },
    flag(name) {
      return ['true', 'yes', '1'].includes(text(name)?.trim().toLowerCase() ?? '');
    },
    json(name) {
      return parseJson(text(name));
    },
  };
}

function parseJson(text: string | undefined): unknown {
  if (text === undefined || text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whether every text of the call is Unicode; half a surrogate pair is not. */
export function isWellFormed(call: Call): boolean {
  return [...call.params.values()].every((value) => value.isWellFormed());
}
