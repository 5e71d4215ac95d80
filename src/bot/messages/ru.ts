import { type Html, html } from '../html.ts';
import type { Words } from './en.ts';

const plural = new Intl.PluralRules('ru');

/** «1 статья, 2 статьи, 5 статей»: the forms after 1, after 2 to 4, and after all other numbers. */
function count(n: number, one: string, few: string, many: string): string {
  const form = plural.select(n);
  const word = form === 'one' ? one : form === 'few' ? few : many;
  return `${n.toLocaleString('ru')} ${word}`;
}

const articles = (n: number) => count(n, 'статья', 'статьи', 'статей');
const words = (n: number) => count(n, 'слово', 'слова', 'слов');
const pieces = (n: number) => count(n, 'часть', 'части', 'частей');
const characters = (n: number) => count(n, 'знак', 'знака', 'знаков');
/** After «в»: the accusative is the same. */
const chats = (n: number) => count(n, 'чат', 'чата', 'чатов');

/** What Dateline says in Russian. Lists of countries come in the nominative, so sentences are built around that. */
export const ru: Words = {
  welcome: {
    greeting: html`<b>Dateline</b> присылает новости стран, которые вы выберете: коротко о главном и цитаты слово в слово.`,
    choose: 'Отметьте страны, новости которых хотите получать.',
    following: (countries) => `Вы выбрали: ${countries}.`,
    next: 'Далее: время ›',
    allCountries: 'Все страны…',
    mainCountries: '‹ Основные страны',
  },
  topics: {
    none: 'Вы пока не выбрали ни одной страны.',
    added: (countries) => `Добавлено: ${countries}.`,
    alreadyAdded: (countries) => `Уже в вашей подписке: ${countries}.`,
    removed: (countries) => `Убрано: ${countries}.`,
    notFollowed: (countries) => `Этого нет в вашей подписке: ${countries}.`,
    removeWhich: 'От новостей какой страны отписаться?',
    removeAll: 'От всех',
    unknown: (name) => html`Не знаю страны или региона «${name}».`,
    didYouMean: 'Возможно, вы имели в виду:',
    tryAgain: html`Пришлите название, код или флаг, например <code>/subscribe Казахстан, BY</code>.`,
    follow: (country) => `Подписаться: ${country}`,
  },
  schedule: {
    title: 'Когда приходит сводка',
    off: 'Сводки по расписанию отключены.',
    daily: 'каждый день',
    weekdays: 'по будням',
    weekends: 'по выходным',
    at: (times, days) => `${times} — ${days}.`,
    zone: (zone, time) => `Часовой пояс: ${zone}, сейчас там ${time}.`,
    next: (when) => `Следующая сводка: ${when}.`,
    noNext: 'Ни одной сводки не запланировано.',
    noTopics: 'Сначала выберите страну, иначе присылать нечего: /subscribe',
    invalid: (part) =>
      html`«${part}» — не время и не день. Пришлите, например, <code>/schedule 08:00</code>, <code>/schedule по будням 07:30</code> или <code>/schedule выкл</code>.`,
    whichHour: 'В какое время присылать сводку?',
    turnOff: 'Не присылать',
    unknownZone: (zone) =>
      html`Не знаю часового пояса или города «${zone}». Пришлите, например, <code>/timezone Asia/Almaty</code> или <code>/timezone Ташкент</code>.`,
    whichZone: 'Какой у вас часовой пояс? Выберите или пришлите /timezone и название города.',
    rightZone: (time, zone) => `Сейчас у вас ${time} (${zone}), верно?`,
    yes: 'Да',
    sample: 'Показать новости сейчас',
  },
  status: {
    title: 'Ваши сводки',
    topics: (countries) => `Страны: ${countries}`,
    noTopics: 'Страны пока не выбраны. Выбрать: /subscribe',
    last: (when) => `Последняя по расписанию: ${when}`,
    neverYet: 'Последняя по расписанию: ещё не было',
    skipped: {
      'nothing-new': 'не отправлена: по вашим странам ничего нового',
      'no-topics': 'не отправлена: страны не выбраны',
    },
    next: (times) => `Следующие: ${times}`,
    paused: (until) => (until === undefined ? 'Сводки на паузе. Продолжить: /resume' : `Сводки на паузе до ${until}.`),
    stopped: 'Сводки отключены. Начать снова: /start',
    buttons: { countries: 'Страны', hour: 'Время', zone: 'Часовой пояс', language: 'Язык' },
  },
  pause: {
    paused: (until) =>
      until === undefined
        ? 'Сводки на паузе. Продолжить: /resume'
        : `Сводки на паузе до ${until}. Продолжить раньше: /resume`,
    invalid: html`Пришлите число дней от 1 до 365, например <code>/pause 7</code>.`,
    resumed: 'Сводки снова будут приходить.',
    stopped: 'Сводки больше не придут, но настройки сохранены. Начать снова: /start. Стереть всё: /forget.',
  },
  briefing: {
    title: 'Сводка',
    digest: 'Дайджест',
    breaking: 'Срочно',
    articles,
    newest: (n) => `самые новые, ${articles(n)}`,
    quotes: 'Цитаты',
    article: (n) => `Статья ${n}`,
    settings: 'Настройки',
    source: 'Читать в источнике',
    part: (n, of) => `${n}/${of}`,
  },
  digest: {
    whichCountry: 'О какой стране? Нажмите на неё или пришлите название.',
    empty: (countries, window) => `${countries}: ${window} новостей не нашлось.`,
    newest: (when) => `Самая свежая статья (${when}):`,
    nothingAtAll: (countries) => `${countries}: статей пока нет.`,
    noArticles: 'Статей пока нет.',
    badWindow: (window) =>
      html`«${window}» — не промежуток времени. Напишите в конце <code>24ч</code>, <code>7д</code> или дату, например <code>2026-11-20</code>.`,
    lastHours: (n) => (n === 1 ? 'за последний час' : `за последние ${count(n, 'час', 'часа', 'часов')}`),
    lastDays: (n) => (n === 1 ? 'за последние сутки' : `за последние ${count(n, 'день', 'дня', 'дней')}`),
    onDay: (day) => `за ${day}`,
  },
  quotes: {
    title: 'Главные цитаты',
    emptySpeaker: (speaker) => html`По запросу «${speaker}» не нашлось ни цитат, ни страны.`,
    emptyCountry: (countries, window) => `${countries}: ${window} цитат не нашлось.`,
    from: (headline: Html, when) => html`${headline} · ${when}`,
  },
  latest: { title: 'Свежие статьи' },
  article: {
    whichOne: 'Какую статью открыть? Нажмите на её номер.',
    unknown: (id) => html`Статьи «${id}» нет. Свежие статьи и их номера: /latest`,
    gone: 'Этой статьи больше нет.',
    number: (id) => `№ ${id}`,
    by: (byline) => `Автор: ${byline}`,
  },
  search: {
    usage: html`Пришлите слова для поиска, например <code>/search договор о воде</code>.`,
    title: (query) => html`Нашлось по запросу «${query}»`,
    empty: (query) =>
      html`По запросу «${query}» ничего не нашлось. Попробуйте меньше слов или посмотрите свежие статьи: /latest`,
    more: 'Ещё ›',
  },
  language: {
    which: 'На каком языке с вами говорить?',
    changed: 'Теперь я говорю по-русски.',
    unknown: html`Я говорю по-английски, по-русски и по-казахски. Пришлите <code>/language en</code>, <code>/language ru</code> или <code>/language kk</code>.`,
  },
  privacy: {
    text: html`<b>Что хранится об этом чате</b>
Его id, название и вид; язык, часовой пояс, время сводок и страны, которые вы выбрали; какие сводки отправлены, чтобы ни одна не пришла дважды. Больше ничего: ни ваших сообщений, ни списка участников группы.

Стереть всё: /forget`,
    forgetQuestion: 'Стереть всё, что хранится об этом чате, и прекратить сводки?',
    forgetYes: 'Да, стереть',
    forgetNo: 'Оставить',
    forgotten: 'Стёрто. Об этом чате больше ничего не хранится. Начать заново: /start',
    kept: 'Ничего не стёрто.',
  },
  help: {
    title: 'Что здесь можно сделать',
    editors: 'Для редакторов',
    owners: 'Для владельцев',
    unknownCommand: 'Не знаю такой команды. Всё, что здесь можно сделать: /help',
    plainText: html`Пришлите название страны, и я найду новости о ней. Всё остальное: /help`,
    notAdmin: 'Менять настройки группы могут только её администраторы.',
    tooMany: 'Это слишком много сразу. Я снова буду слушать через минуту.',
    failed: 'Что-то пошло не так с моей стороны, ничего не изменилось. Попробуйте ещё раз.',
    gone: 'Эта кнопка устарела. Отправьте команду ещё раз.',
    looksLikeArticle: html`Это статья? Ответьте на это сообщение командой <code>/post</code>, и я сделаю из него черновик.`,
  },
  commands: {
    start: 'выбрать страны и время',
    help: 'что здесь можно сделать',
    subscribe: 'подписаться на новости стран',
    unsubscribe: 'отписаться от новостей стран',
    topics: 'ваши страны',
    schedule: 'когда приходит сводка',
    timezone: 'ваш часовой пояс',
    language: 'английский, русский, казахский',
    status: 'ваши настройки и ближайшие сводки',
    pause: 'приостановить сводки на несколько дней',
    resume: 'продолжить после паузы',
    stop: 'прекратить сводки',
    digest: 'что произошло, прямо сейчас',
    quotes: 'кто что сказал',
    latest: 'свежие статьи',
    article: 'одна статья по номеру',
    search: 'найти статьи по словам',
    privacy: 'что хранится об этом чате',
    forget: 'стереть всё',
    post: 'добавить статью',
    done: 'закончить вставку',
    drafts: 'черновики и статьи под эмбарго',
    edit: 'снова открыть предпросмотр',
    history: 'кто и что делал со статьёй',
    editors: 'кто здесь редакторы',
    editor: 'добавить или убрать редактора',
  },
  post: {
    waiting: html`<b>Новая статья.</b> Вставьте её сюда: сначала заголовок, потом текст. Длинную статью Telegram разрежет на несколько сообщений, я их соединю. После последнего нажмите <b>Готово</b>. Можно прислать и файл (.txt, .md, .html).`,
    done: 'Готово',
    cancel: 'Отмена',
    cancelled: 'Присланное отброшено. Начать заново: /post',
    received: (n, length) => `Пока ${pieces(n)}, ${characters(length)}. Пришлите остальное или нажмите «Готово».`,
    taken: (n, length) => `${pieces(n)}, ${characters(length)}.`,
    nothingYet: 'Пока ничего не пришло. Вставьте статью и нажмите «Готово».',
    noneOpen: 'Сейчас я не жду статью. Начать: /post',
    tooShort: (n) =>
      html`Для статьи это слишком коротко: ${words(n)}. Пришлите продолжение или отправьте с /post текст длиннее: заголовок, пустая строка, затем текст.`,
    noHeadline: html`Не вижу заголовка. Пришлите один заголовок, и я поставлю его над текстом; или пришлите статью ещё раз с заголовком отдельной строкой.`,
    notText: 'В этом файле не текст. Пришлите статью файлом .txt, .md или .html в UTF-8 или вставьте её сообщением.',
    unknownEncoding:
      'Кодировку этого файла не удалось определить. Сохраните его в UTF-8 и пришлите снова или вставьте текст сообщением.',
    tooLarge: 'Этот файл больше 1 МБ. Пришлите только статью или вставьте её сообщением.',
    tooMuch: 'Это больше 1 МБ текста. Пришлите только статью.',
    noText: 'В этом сообщении нет текста. Ответьте /post на сообщение со статьёй или вставьте её после /post.',
    linksLater: html`Открывать ссылки я пока не умею. Откройте страницу, скопируйте статью и вставьте её после /post.`,
    fileFailed: 'Не удалось получить файл от Telegram. Пришлите его ещё раз.',
  },
  preview: {
    title: 'Предпросмотр',
    standing: {
      draft: 'Черновик',
      published: 'Опубликованная статья',
      held: 'Приостановленная статья',
      retracted: 'Отозванная статья',
    },
    embargoed: (when) => `Эмбарго до ${when}`,
    countries: (countries) => `Страны: ${countries}`,
    noCountries: 'Страна не найдена: перед публикацией выберите её кнопкой «Страны».',
    quotes: (shown, all) => (shown === all ? `Главные цитаты (${all})` : `Главные цитаты (${shown} из ${all})`),
    noQuotes: 'Цитат, автор которых точно известен, нет.',
    seam: (before, after) => html`<i>Место склейки:</i> …${before}<b>|</b>${after}…`,
    cut: (left) => html`<i>Не вошло:</i> ${left}`,
    alike: (id, headline) => html`⚠️ Похоже на № ${id}, «${headline}». Публикуйте, только если это другая новость.`,
    length: (n, language) => `${words(n)}, ${language}`,
    publish: 'Опубликовать',
    breaking: 'Срочно',
    embargo: 'Эмбарго',
    countriesButton: 'Страны',
    headline: 'Заголовок',
    summary: 'Аннотация',
    discard: 'Удалить',
    back: '‹ Назад',
    confirmBreaking: (n) => `Отправить сразу в ${chats(n)}, со звуком?`,
    breakingYes: 'Да, отправить',
    publishedToast: (id) => `Опубликовано: № ${id}.`,
    breakingToast: (n) => `Опубликовано и уходит в ${chats(n)}.`,
    already: 'Уже опубликовано.',
    discarded: 'Черновик удалён.',
    confirmDiscard: 'Удалить этот черновик?',
    discardYes: 'Да, удалить',
    askHeadline: 'Пришлите новый заголовок сообщением.',
    askSummary: 'Пришлите новую аннотацию сообщением, два-три предложения.',
    askEmbargo: (zone) =>
      html`До какого времени? Пришлите, например, <code>18:30</code> или <code>2026-11-30 06:00</code> (${zone}).`,
    askCountries: html`Нажмите на страну, чтобы убрать её; пришлите названия, чтобы добавить.`,
    badHeadline: 'В заголовке должно быть от 3 до 300 знаков. Пришлите его ещё раз.',
    badSummary: 'В аннотации должно быть от 10 до 1000 знаков. Пришлите её ещё раз.',
    badEmbargo: html`Это не время в будущем. Пришлите <code>18:30</code> или <code>2026-11-30 06:00</code>.`,
    changed: 'Изменено.',
    notThere: 'Эта статья уже не черновик.',
  },
  desk: {
    drafts: 'Черновики и статьи под эмбарго',
    noDrafts: 'Черновиков нет. Добавить статью: /post',
    needId: (command) => html`Пришлите номер статьи, например <code>/${command} 12</code>.`,
    history: (id) => `История № ${id}`,
    actions: {
      filed: 'добавлено',
      changed: 'изменено',
      published: 'опубликовано',
      breaking: 'опубликовано срочно',
      embargoed: 'поставлено под эмбарго',
      held: 'приостановлено',
      released: 'возвращено',
      corrected: 'исправлено',
      retracted: 'отозвано',
      discarded: 'удалено',
    },
    editors: 'Редакторы',
    noEditors: 'Редакторов пока нет. Чтобы добавить, пришлите /editor add и Telegram id человека.',
    editorUsage: html`Пришлите <code>/editor add 12345678</code> или <code>/editor remove 12345678</code>. Свой id каждый видит внизу /help.`,
    editorAdded: (id) => `${id} теперь может добавлять и публиковать статьи.`,
    editorRemoved: (id) => `${id} больше не редактор.`,
    editorUnknown: (id) => `${id} — не редактор.`,
  },
};
