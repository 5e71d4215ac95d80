import { z } from 'zod';
import { type Accepted, accept, badRequest, type Refusal } from '../answer.ts';
import type { Params } from '../params.ts';
import type { Entity } from '../wire.ts';
import { withFoundEntities } from './found-entities.ts';
import { parseHtml } from './parse-html.ts';
import { type FormattedText, tidy } from './tidy.ts';

/** Telegram's bound on a text before it is parsed, in bytes (Client.cpp, get_formatted_text). */
const RAW_MAX_BYTES = 32_768;
/** Entities beyond this number are lost without a word. */
const ENTITIES_MAX = 100;

const entities = z.array(
  z.object({
    type: z.string(),
    offset: z.int().nonnegative(),
    length: z.int().positive(),
    url: z.string().optional(),
    language: z.string().optional(),
    custom_emoji_id: z.string().optional(),
    unix_time: z.number().optional(),
    date_time_format: z.string().optional(),
  }),
);

type Names = { text: string; mode: string; entities: string };
const TEXT: Names = { text: 'text', mode: 'parse_mode', entities: 'entities' };
const CAPTION: Names = { text: 'caption', mode: 'parse_mode', entities: 'caption_entities' };

/** The text of a message to send or edit: never empty. */
export function messageText(params: Params): Accepted<FormattedText> | Refusal {
  const raw = params.text(TEXT.text) ?? '';
  if (raw === '') return badRequest('message text is empty');
  const parsed = formatted(params, TEXT);
  if (!parsed.ok) return parsed;
  return parsed.result.text === '' ? badRequest('text must be non-empty') : parsed;
}

/** The caption of a file: may be empty. */
export function captionText(params: Params): Accepted<FormattedText> | Refusal {
  return formatted(params, CAPTION);
}

function formatted(params: Params, names: Names): Accepted<FormattedText> | Refusal {
  const raw = params.text(names.text) ?? '';
  if (Buffer.byteLength(raw) > RAW_MAX_BYTES) return badRequest('text is too long');
  const mode = (params.text(names.mode) ?? '').toLowerCase();
  if (mode === 'html') {
    const parsed = parseHtml(raw);
    if (!parsed.ok) return badRequest(`can't parse entities: ${parsed.problem}`);
    return accept(finish(parsed.text, parsed.entities));
  }
  if (mode !== '' && mode !== 'none') return badRequest('unsupported parse_mode');
  const given = params.text(names.entities);
  if (given === undefined || given === '') return accept(finish(raw, []));
  const read = entities.safeParse(params.json(names.entities));
  if (!read.success) return badRequest("can't parse message entities JSON object");
  const outside = read.data.find(({ offset, length }) => offset + length > raw.length);
  if (outside) {
    const end = outside.offset + outside.length;
    return badRequest(
      `entity beginning at UTF-16 offset ${outside.offset} ends after the end of the text at UTF-16 offset ${end}`,
    );
  }
  return accept(finish(raw, read.data));
}

function finish(text: string, given: Entity[]): FormattedText {
  const tidied = tidy({ text, entities: given });
  return { text: tidied.text, entities: withFoundEntities(tidied.text, tidied.entities).slice(0, ENTITIES_MAX) };
}
