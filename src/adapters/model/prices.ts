/** US dollars for a million tokens. */
interface Price {
  readonly input: number;
  readonly output: number;
}

/** List prices of the service's own models (openai.com/api/pricing, 2025); a dated name costs what its own does. */
const PRICES: Readonly<Record<string, Price>> = {
  'gpt-5': { input: 1.25, output: 10 },
  'gpt-5-mini': { input: 0.25, output: 2 },
  'gpt-5-nano': { input: 0.05, output: 0.4 },
  'gpt-4.1': { input: 2, output: 8 },
  'gpt-4.1-mini': { input: 0.4, output: 1.6 },
  'gpt-4.1-nano': { input: 0.1, output: 0.4 },
  'gpt-4o': { input: 2.5, output: 10 },
  'gpt-4o-mini': { input: 0.15, output: 0.6 },
  'o4-mini': { input: 1.1, output: 4.4 },
};

/** For a model that is not listed, the dearest there is, so that a budget is rather kept too early than overspent. */
const UNKNOWN: Price = { input: 15, output: 120 };
const FREE: Price = { input: 0, output: 0 };

/**
 * The price of a model. A service of one's own (`isOwn`: another address, and no key) costs nothing. A dated name
 * (`gpt-5-mini-2025-08-07`) or one with its maker before it (`openai/gpt-5-mini`) has the price of the model it names.
 */
export function priceOf(model: string, isOwn: boolean): Price {
  if (isOwn) return FREE;
  const name = model.slice(model.lastIndexOf('/') + 1);
  return PRICES[name.replace(/-\d{4}-\d{2}-\d{2}$/, '')] ?? UNKNOWN;
}

/** Millionths of a US dollar, rounded up. */
export function costOf(price: Price, tokensIn: number, tokensOut: number): number {
  return Math.ceil(tokensIn * price.input + tokensOut * price.output);
}
