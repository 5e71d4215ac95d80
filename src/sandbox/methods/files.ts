import { type Accepted, accept, badRequest, type Refusal } from '../answer.ts';
import { captionText } from '../formatting/formatted-text.ts';
import { visibleLength } from '../formatting/tidy.ts';
import type { Document, Message, PhotoSize } from '../wire.ts';
import { type KeptFile, keepFile, type World } from '../world.ts';
import { imageSize } from './image-size.ts';
import { CAPTION_MAX, captionFields, placeToSend, send } from './messages.ts';
import type { Context, Method } from './method.ts';

/** The largest file that a bot may fetch through getFile. */
const DOWNLOAD_MAX_BYTES = 20 * 1024 * 1024;

export const sendDocument: Method = (context) =>
  sendFile(context, 'document', (file) => accept({ document: documentFields(file) }));

export const sendPhoto: Method = (context) =>
  sendFile(context, 'photo', (file) => {
    const size = imageSize(Buffer.from(file.content, 'base64'));
    return size ? accept({ photo: [photoFields(file, size)] }) : badRequest('IMAGE_PROCESS_FAILED');
  });

function sendFile(
  context: Context,
  field: 'document' | 'photo',
  content: (file: KeptFile) => Accepted<Partial<Message>> | Refusal,
): Accepted<Message> | Refusal {
  const { world, params } = context;
  const caption = captionText(params);
  if (!caption.ok) return caption;
  const place = placeToSend(world, params);
  if (!place.ok) return place;
  if (visibleLength(caption.result.text) > CAPTION_MAX) return badRequest('message caption is too long');
  const file = fileOf(context, field);
  if (!file.ok) return file;
  const fields = content(file.result);
  if (!fields.ok) return fields;
  return accept(send(world, params, place.result, { ...fields.result, ...captionFields(caption.result) }));
}

/** The file that a parameter stands for: an upload under its own name or an attached one, or a file that is known. */
function fileOf(context: Context, field: 'document' | 'photo'): Accepted<KeptFile> | Refusal {
  const given = context.params.text(field);
  const attached = given?.startsWith('attach://') ? given.slice('attach://'.length) : field;
  const upload = context.uploads.get(attached);
  if (upload) {
    if (upload.content.length === 0) return badRequest('file must be non-empty');
    return accept(keepFile(context.world, `${field}s`, upload));
  }
  if (given === undefined || given === '' || given.startsWith('attach://'))
    return badRequest(`there is no ${field} in the request`);
  const known = context.world.files.get(given);
  if (known) return accept(known);
  if (/^https?:/i.test(given)) return badRequest('failed to get HTTP URL content');
  return badRequest("wrong remote file identifier specified: can't unserialize it. Wrong last symbol");
}

export function documentFields(file: KeptFile): Document {
  return {
    file_name: file.name,
    mime_type: file.mime,
    file_id: file.id,
    file_unique_id: file.uniqueId,
    file_size: file.size,
  };
}

function photoFields(file: KeptFile, size: { width: number; height: number }): PhotoSize {
  return { file_id: file.id, file_unique_id: file.uniqueId, file_size: file.size, ...size };
}

export const getFile: Method = ({ world, params }) => {
  const id = params.text('file_id') ?? '';
  if (id === '') return badRequest('file_id not specified');
  const file = world.files.get(id);
  if (!file) return badRequest('invalid file_id');
  if (file.size > DOWNLOAD_MAX_BYTES) return badRequest('file is too big');
  return accept({ file_id: file.id, file_unique_id: file.uniqueId, file_size: file.size, file_path: file.path });
};

export function fileAt(world: World, path: string): KeptFile | undefined {
  return [...world.files.values()].find((file) => file.path === path);
}
