/** The languages in which Dateline speaks to people. */
export const INTERFACE_LANGUAGES = ['en', 'ru', 'kk'] as const;

export type InterfaceLanguage = (typeof INTERFACE_LANGUAGES)[number];
