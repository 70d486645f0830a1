import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { Signal } from '../document/signal.js';
import { locales, shownLocale, speak, type LocaleCode } from './messages.js';

const localeChanged = new Signal();
const hosts = new Set<Element>();
let observer: MutationObserver | undefined;
let chosen: LocaleCode | undefined;

/** Lets the worker pick a language whatever the page says; undefined follows the page again. */
export function chooseLocale(locale: LocaleCode | undefined): void {
  chosen = locale;
  followPage();
}

/** Writing direction at an element, as the page gives it. */
export function directionOf(element: Element): 'ltr' | 'rtl' {
  return getComputedStyle(element).direction === 'rtl' ? 'rtl' : 'ltr';
}

/** The nearest `lang`, looking out of shadow roots as well. */
function languageAt(start: Element): string | undefined {
  let element: Element | null = start;
  while (element) {
    const scope: Element | null = element.closest('[lang]');
    if (scope) return scope.getAttribute('lang') ?? undefined;
    const root: Node = element.getRootNode();
    element = root instanceof ShadowRoot ? root.host : null;
  }
  return undefined;
}

function supported(language: string | undefined): LocaleCode | undefined {
  const base = language?.toLowerCase().split(/[-_]/)[0];
  return locales.find((locale) => locale === base);
}

/**
 * One page speaks one language: that of the first task on it. A page that names none is read in the worker's own
 * language; a page in a language we do not have, in English.
 */
function followPage(): void {
  const [first = document.documentElement] = hosts;
  const named = languageAt(first);
  const next = chosen ?? (named ? supported(named) : supported(navigator.language)) ?? 'en';
  if (next === shownLocale()) return;
  speak(next);
  localeChanged.notify();
}

/** Renders its host again when the language or the writing direction of the page changes. */
export class LocaleController implements ReactiveController {
  private stop?: () => void;

  constructor(private readonly host: ReactiveControllerHost & Element) {
    host.addController(this);
  }

  /** The language shown now. */
  get locale(): LocaleCode {
    return shownLocale();
  }

  hostConnected(): void {
    hosts.add(this.host);
    this.stop = localeChanged.subscribe(() => this.host.requestUpdate());
    observer ??= new MutationObserver(followPage);
    if (hosts.size === 1) observer.observe(document, { subtree: true, attributeFilter: ['lang'] });
    followPage();
  }

  hostDisconnected(): void {
    hosts.delete(this.host);
    this.stop?.();
    if (!hosts.size) observer?.disconnect();
  }
}

const formats = new Map<string, Intl.NumberFormat>();

/** Making a formatter costs far more than using it, and lists format by the row. */
function format(value: number, style: 'decimal' | 'percent', digits: number): string {
  const key = `${shownLocale()} ${style} ${digits}`;
  let known = formats.get(key);
  if (!known) {
    known = new Intl.NumberFormat(shownLocale(), { style, maximumFractionDigits: digits });
    formats.set(key, known);
  }
  return known.format(value);
}

/** A number as the worker's language writes it; whole unless told otherwise. */
export function formatNumber(value: number, digits = 0): string {
  // Short whole numbers look the same in every language we have; the first formatter costs the start of a task dear.
  if (!digits && Number.isInteger(value) && value >= 0 && value < 1000) return String(value);
  return format(value, 'decimal', digits);
}

/** A share as a percentage: 0.5 is 50 %. */
export function formatPercent(share: number): string {
  return format(share, 'percent', 0);
}

/** Hours and minutes; the day too when it is not today. */
export function formatTime(date: Date): string {
  const isToday = date.toDateString() === new Date().toDateString();
  return date.toLocaleString(shownLocale(), {
    ...(isToday ? {} : { month: 'short', day: 'numeric' }),
    hour: '2-digit',
    minute: '2-digit',
  });
}
