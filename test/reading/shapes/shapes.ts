import { CREDITS } from './credits.ts';
import { FORMS } from './forms.ts';
import { FURNITURE } from './furniture.ts';
import { LANGUAGES } from './languages.ts';
import { PAGES } from './pages.ts';
import type { Shape } from './shape.ts';

/** Every shape in which an article comes in. */
export const SHAPES: readonly Shape[] = [...CREDITS, ...FURNITURE, ...FORMS, ...PAGES, ...LANGUAGES];
