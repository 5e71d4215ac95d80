import { isDateLine, isTimeLine } from './date-line.ts';

/** Why a paragraph of a paste is not part of the reporting. */
export type CutReason = 'caption' | 'byline' | 'biography' | 'furniture' | 'time';

/** Furniture comes in short lines; a longer paragraph is never taken for it. */
const LONGEST = 300;

const CAPTION_LABEL =
  /^(?:photo(?:graph)?s?|image|picture|caption|pic|illustration|video|file photo|image caption|image source|photo credit|фото|фотография|снимок|иллюстрация|видео|скриншот|сурет|фотода|коллаж|foto|bild|bildquelle|grafik|illustration)(?:\s+(?:by|credit|courtesy|caption|source|from|с сайта|из|автора|von))?\s*[:,©/|—–]/iu;
/** Credits without a colon, and ones that say whose the picture is in other words. */
const CREDIT_LINE =
  /^(?:(?:photo(?:graph)?s?|images?|pictures?|video) (?:by|courtesy(?: of)?|credits?) [^.!?]{2,80}|фото (?:автора|из|с|со|предоставлен\p{L}+|пресс-службы|редакции)(?!\p{L})[^.!?]{0,80}|(?:источник фото|автор фото|фото авторы|фото көзі|сурет көзі|суретті түсірген|суреттер?|bildquelle|bildnachweis|fotocredit)\s*:.{2,100}|foto von [^.!?]{2,80})$/iu;
const CREDIT_INSIDE =
  /(?:[;,.|/(]\s*(?:image|photo|picture|pic|photograph|фото|сурет|foto|bild)\s*(?:by|credit|courtesy)?\s*[:/©]|\b(?:REUTERS|AFP|EPA|AP Photo|TASS|ТАСС|Getty Images|dpa|Shutterstock|Unsplash|Wikimedia Commons)\/\p{Lu}|[(/]\s*(?:AP Photo|Getty Images|Reuters|AFP|Shutterstock|iStock|Image: [^)]{2,40}|Photo: [^)]{2,40})\s*[)/]?$|©\s*\p{L})/u;
const PICTURED = /(?:\(pictured\)|\bpictured\b|на фото(?!\p{L})|на снимке(?!\p{L})|im bild\b)/iu;
const ENDS_SENTENCE = /[.!?…]["”»“’')\]]*$/u;

const TIME_LINE =
  /^(?:(?:published|updated|last (?:modified|updated)|posted|created|first published|опубликовано|обновлено|жарияланды|veröffentlicht|aktualisiert|stand)(?!\p{L}).{0,80}|\d{1,2} (?:hours?|minutes?|mins?|days?) ago|\d{1,2} min(?:ute)?s? read|(?:время чтения|lesezeit|оқу уақыты).{0,30})$/iu;
const FURNITURE: readonly RegExp[] = [
  // Links to other pages.
  /^(?:read (?:more|also|next|the full)|see also|also read|related(?: (?:articles?|stories|news|topics?|content))?\s*(?::|$)|more (?:on|from|about) [^.]{0,80}$|more stories|view (?:more|all)|recommended(?:\s*:|$)|you may also like|most read(?:\s*:|$)|don['’]t miss|keep reading|watch(?: now| also| live)?:|listen:|читайте (?:также|ещ[её]|далее|подробнее|больше)|читать (?:также|далее|ещ[её])|подробнее[^.\p{L}][^.]{0,60}$|по теме(?:\s*:|$)|смотрите также|ранее мы писали|другие (?:статьи|новости)|материалы по теме|оқи отырыңыз|тағы оқыңыз|сондай-ақ оқыңыз|толығырақ[^.]{0,40}$|lesen sie (?:auch|mehr|dazu|hier)|mehr (?:zum thema|dazu)|weitere (?:artikel|nachrichten)|siehe auch|zum thema\b)/iu,
  // Sharing and following.
  /^(?:share\b(?: (?:this|on|via)[^.]{0,60}|:?)$|share (?:this|on)\b|copy link|send this page|print(?: this)?(?: page| article)?$|follow (?:us|me|our|@|the author)\b|like us on|join (?:us|our)\b|tweet$|email$|e-mail$|facebook$|twitter$|whatsapp$|telegram$|comments?(?: \(\d+\))?$|\d+ (?:comments|shares|views)$|leave a (?:comment|reply)|поделиться|подписывайтесь|подпишитесь|присоединяйтесь|следите за|наш (?:telegram|телеграм)|комментари(?:и|ев)|бөлісу|жазылыңыз|біздің (?:telegram|телеграм)|teilen\b[^.]{0,40}$|folgen sie|kommentare?$)/iu,
  // Newsletters, subscriptions, advertising.
  /^(?:sign up|subscribe\b|download our|get (?:the|our) (?:latest|best|app|daily|weekly|free|top|newsletter)|enter your email|register (?:now|for free)|support (?:our|independent)|donate\b(?! (?:by|to) )[^.]{0,60}$|become a (?:member|subscriber)|already a subscriber|log ?in\b[^.]{0,40}$|advertis?e?ment|sponsored|story continues below|article continues|continue reading|this article is (?:supported|part of|free)|when you buy through|this (?:content|story) (?:was|is) (?:paid|sponsored)|реклама$|на правах рекламы|скачайте (?:наше|приложение)|подписка$|оформите подписку|жарнама$|anzeige$|werbung$|newsletter\b|jetzt (?:anmelden|abonnieren)|melden sie sich|abonnieren)/iu,
  // Rights.
  /^(?:©|\(c\)\s|copyright\b|all rights reserved|все права защищены|барлық құқықтар|alle rechte vorbehalten|при (?:использовании|перепечатке|цитировании)|использование материалов)/iu,
  // Where to find it, tags, tips.
  /^(?:tags?|topics?|categories|category|filed under|keywords|теги?|рубрики?|тегтер|schlagwörter|themen)\s*:/iu,
  /^(?:click here|scroll down|tap here|photos?: see|нашли (?:ошибку|опечатку)|заметили ошибку|қате таптыңыз|fehler gefunden|have (?:a tip|you got a story)|contact (?:us|the (?:author|reporter|editor)s?)\b|got a (?:tip|story)|cookies? (?:policy|settings|notice)|accept all|menu$|home$|search$|skip to|back to top|наверх$)/iu,
];
const BARE_ADDRESS =
  /^(?:https?:\/\/\S+|www\.\S+|[\w.+-]+@[\w-]+\.[\w.]+|[\w-]+\.(?:com|org|net|kz|ru|info|news)(?:\/\S*)?|[@#][\w_]+(?: [@#][\w_]+)*)$/iu;

const ABOUT_AUTHOR =
  /^(?:about the (?:author|writer|reporter)s?|об авторе|автор (?:туралы|жайлы)|über (?:den autor|die autorin)|zu[mr] autor(?:in)?|(?:der autor|die autorin) (?:ist|lebt|arbeitet|schreibt)|the (?:author|writer) is an?|автор (?:статьи|материала|текста)? ?[—–-])(?!\p{L})/iu;
const AUTHOR_VERB =
  /^(?:,[^.]{2,60},)? ?(?:is (?:an? |the |our )|was (?:an? |the )|(?:covers|writes|reports|works|edits|specialises|specializes|contributes|has (?:covered|written|worked|reported))\b|[—–-] |— (?:журналист|корреспондент)|(?:журналист|пишет|работает|корреспондент)(?!\p{L})|ist (?:ein|eine|freie|freier|redakteur|korrespondent|journalist)|schreibt\b|berichtet (?:aus|für|über)\b|журналист)/iu;
const AUTHOR_TRADE =
  /\b(?:journalist|reporter|correspondent|author|writer|editor|columnist|contributor|covers|writes|freelance|newsroom|researcher|analyst|fellow|redakteur(?:in)?|korrespondent(?:in)?|journalist(?:in)?|autor(?:in)?)\b|журналист|корреспондент|редактор|обозреватель|автор|тілші|журналистик|освещает|пишет о|газет|репортёр|репортер|шолушы|жазушы/iu;
/** What biographies tell of anybody. */
const LIFE =
  /(?<!\p{L})(?:born in|lives in|based in|graduated|родил(?:ся|ась)|живёт|живет|окончил[аи]?|много лет|jahrgang|geboren|lebt in|studierte|arbeitet|туған|тұрады|бітірген|жұмыс істейді)(?!\p{L})/iu;

/** Why a paragraph is not reporting, from its own words alone; undefined where nothing speaks against it. */
export function furnitureReason(paragraph: string): CutReason | undefined {
  if (paragraph.length > LONGEST) return undefined;
  if (BARE_ADDRESS.test(paragraph) || FURNITURE.some((pattern) => pattern.test(paragraph))) return 'furniture';
  if (TIME_LINE.test(paragraph) || isDateLine(paragraph) || isTimeLine(paragraph)) return 'time';
  if (CAPTION_LABEL.test(paragraph) || CREDIT_LINE.test(paragraph) || CREDIT_INSIDE.test(paragraph)) return 'caption';
  if (PICTURED.test(paragraph) && !ENDS_SENTENCE.test(paragraph)) return 'caption';
  return ABOUT_AUTHOR.test(paragraph) ? 'biography' : undefined;
}

/** True where a paragraph says what its author does for a living: "NAME is a journalist …", "NAME covers …". */
export function isBiographyOf(name: string, paragraph: string): boolean {
  if (!paragraph.startsWith(name) || paragraph.length > 900) return false;
  return AUTHOR_VERB.test(paragraph.slice(name.length)) && AUTHOR_TRADE.test(paragraph);
}

/**
 * True where a paragraph near the end tells about its author in any wording: it opens with the name, or with the
 * first name, and says what the author does, or opens with the full name and tells of a life.
 */
export function isClosingBiographyOf(name: string, paragraph: string): boolean {
  if (paragraph.length > 900) return false;
  const first = name.split(' ')[0] ?? name;
  const full = paragraph.startsWith(name);
  // "Paul has …", but not another Paul.
  const short = paragraph.startsWith(`${first} `) && /^\p{Ll}/u.test(paragraph.slice(first.length + 1));
  if (!full && !short) return false;
  return (
    AUTHOR_TRADE.test(paragraph) ||
    /(?<!\p{L})(?:reporting|covering|writing)(?!\p{L})/iu.test(paragraph) ||
    (full && LIFE.test(paragraph))
  );
}
